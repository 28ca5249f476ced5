/**
 * Stands in for Atlassian's feature gate client, which Atlaskit asks for experiments and which
 * would load and ask a server. Every gate is off and every experiment has its default.
 */
const gates = {
  initializeCompleted: () => true,
  initialize: () => Promise.resolve(),
  checkGate: () => false,
  getExperimentValue: <Value>(_name: string, _parameter: string, byDefault: Value): Value =>
    byDefault,
  getExperiment: () => ({ get: <Value>(_name: string, byDefault: Value): Value => byDefault }),
};

export default gates;
