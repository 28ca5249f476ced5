/** How well local Jira answers something. */
export type Fidelity = 'faithful' | 'partial' | 'absent';

type Told = { readonly fidelity: Exclude<Fidelity, 'absent'>; readonly note?: string };

/** The commands of the bridge that local Jira answers: in the frame itself, or on the page around it. */
export const answeredCommands = {
  invoke: { fidelity: 'faithful' },
  fetchProduct: { fidelity: 'partial', note: 'Jira only; no attachments' },
  getContext: { fidelity: 'faithful' },
  enableTheming: { fidelity: 'partial', note: 'sheets are adopted, not inserted as elements' },
  submit: { fidelity: 'partial', note: 'closes a modal with its payload; elsewhere it is refused' },
  close: { fidelity: 'partial', note: 'closes a modal; elsewhere it is refused' },
  onClose: { fidelity: 'faithful' },
  refresh: { fidelity: 'partial', note: 'loads the page again' },
  open: { fidelity: 'partial', note: 'no surface here can be opened, and so it says' },
  openModal: { fidelity: 'partial', note: 'a resizable modal keeps its size' },
  showFlag: { fidelity: 'faithful' },
  closeFlag: { fidelity: 'faithful' },
  navigate: { fidelity: 'partial', note: 'addresses, and the targets that getUrl knows' },
  getUrl: {
    fidelity: 'partial',
    note: 'issue, module, userProfile, dashboard, projectSettingsDetails',
  },
  reload: { fidelity: 'faithful' },
  createHistory: { fidelity: 'faithful', note: 'on pages of projects and settings' },
  on: { fidelity: 'faithful' },
  emit: { fidelity: 'faithful' },
  onPublic: { fidelity: 'partial', note: 'there is one app only' },
  emitPublic: { fidelity: 'partial', note: 'there is one app only' },
  changeWindowTitle: { fidelity: 'faithful' },
  emitReadyEvent: { fidelity: 'partial', note: 'nobody waits for it' },
  initFeatureFlags: { fidelity: 'partial', note: 'every flag has its default' },
  isRovoEnabled: { fidelity: 'partial', note: 'Rovo is off' },
  getCookieConsentPreferences: { fidelity: 'partial', note: 'no preferences are known' },
  emitFrontendCustomMetric: { fidelity: 'partial', note: 'taken and dropped' },
  trackObjectStoreAction: { fidelity: 'partial', note: 'taken and dropped' },
  getFrameId: { fidelity: 'faithful' },
  refreshIssueView: { fidelity: 'partial', note: 'loads the issue again' },
  openIssueViewModal: { fidelity: 'partial', note: 'the issue’s own page in a dialog' },
} as const satisfies Readonly<Record<string, Told>>;

export type AnsweredCommand = keyof typeof answeredCommands;

/** Commands that the real bridge has and local Jira refuses by name. */
export const absentCommands = {
  fetchRemote: 'the app declares no remote',
  openRovo: 'Rovo is off',
  publishRealtimeChannel: 'the app uses no realtime channel',
  subscribeRealtimeChannel: 'the app uses no realtime channel',
  requestTeamworkGraph: 'there is no Teamwork Graph',
  fetchUserRecommendations: 'people are searched by REST',
  getFrameDispatch: 'UI Kit’s Frame is not used',
  __permission__egressGet: 'the app declares no egress',
  __permission__egressSet: 'the app declares no egress',
  __permission__egressDeleteDomain: 'the app declares no egress',
  __permission__egressDeleteGroup: 'the app declares no egress',
  __permission__remoteGet: 'the app declares no remote',
  __permission__remoteSet: 'the app declares no remote',
  reconcile: 'UI Kit is not rendered',
  onError: 'UI Kit is not rendered',
  openIssueCreateModal: 'issues are made by REST',
  setWorkflowRuleConfigurationCallback: 'workflow rules come with readiness',
  getCustomFieldInternalAPI: 'the app has no custom field',
  getUiModificationsInternalAPI: 'the app modifies no view of Jira',
} as const satisfies Readonly<Record<string, string>>;
