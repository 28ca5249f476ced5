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
import { inProject } from './placed';
import { readProjectContext } from './read-context';

/** The calls about the project that a page stands on. */
export function projectCalls(app: App) {
  return {
    listProposals: guard({
      parse: parseNothing,
      place: readProjectContext,
      run: (_payload, project) => app.listProposals(project),
    }),
    propose: inProject(parseProposal, app.propose),
    settleProposal: inProject(parseSettle, app.settleProposal),
    listViews: inProject(parseNothing, app.listViews),
    saveView: inProject(parseSaveView, app.saveView),
    removeView: inProject(parseRemoveView, app.removeView),
    changeProgramme: inProject(parseProgramme, app.changeProgramme),
    changeSettings: inProject(parseSettings, app.changeSettings),
  };
}
