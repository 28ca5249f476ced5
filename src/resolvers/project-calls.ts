import type { App } from '../app';
import {
  parseNothing,
  parseProgramme,
  parseProposal,
  parseRemoveView,
  parseSaveView,
  parseSettle,
  parseSettings,
} from '../contract';
import { guard } from './guard';
import { readPersonInProject, readProjectContext } from './read-context';

/** The calls about the project that a page stands on. */
export function projectCalls(app: App) {
  return {
    listProposals: guard({
      parse: parseNothing,
      place: readProjectContext,
      run: (_payload, project) => app.listProposals(project),
    }),
    propose: guard({
      parse: parseProposal,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.propose(project, viewer, payload),
    }),
    settleProposal: guard({
      parse: parseSettle,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.settleProposal(project, viewer, payload),
    }),
    listViews: guard({
      parse: parseNothing,
      place: readPersonInProject,
      run: (_payload, { project, viewer }) => app.listViews(project, viewer),
    }),
    saveView: guard({
      parse: parseSaveView,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.saveView(project, viewer, payload),
    }),
    removeView: guard({
      parse: parseRemoveView,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.removeView(project, viewer, payload),
    }),
    changeProgramme: guard({
      parse: parseProgramme,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.changeProgramme(project, viewer, payload),
    }),
    changeSettings: guard({
      parse: parseSettings,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.changeSettings(project, viewer, payload),
    }),
  };
}
