import { makeResolver } from '@forge/resolver';
import type { App } from '../app';
import {
  parseDeriveScore,
  parseNothing,
  parseProgramme,
  parseProposal,
  parseRecordEdit,
  parseRecordEditOf,
  parseRecordRating,
  parseReplaceRecord,
  parseSettle,
  parseSettings,
  type AppApi,
} from '../contract';
import { guard } from './guard';
import type { IssueId } from '../ports/ids';
import { readIssueContext, readPersonInProject, readProjectContext } from './read-context';

/** Every call that the surfaces make, each parsed, placed and run as the viewer. */
export function northstarResolver(app: App): ReturnType<typeof makeResolver> {
  return makeResolver<AppApi>({
    recordEdit: guard({
      parse: parseRecordEdit,
      place: readIssueContext,
      run: (payload, { place, viewer }) => app.recordEdit(place, viewer, payload),
    }),
    // The issue comes from the payload; the operation checks the viewer's rights on that very id.
    recordEditOf: guard({
      parse: parseRecordEditOf,
      place: readPersonInProject,
      run: ({ issue, ...payload }, { project, viewer }) =>
        app.recordEdit({ issue: issue as IssueId, project }, viewer, payload),
    }),
    recordRating: guard({
      parse: parseRecordRating,
      place: readPersonInProject,
      run: ({ issue, ...payload }, { project, viewer }) =>
        app.recordRating({ issue: issue as IssueId, project }, viewer, payload),
    }),
    deriveScore: guard({
      parse: parseDeriveScore,
      place: readProjectContext,
      run: ({ issue }, project) => app.deriveScore({ issue: issue as IssueId, project }),
    }),
    replaceRecord: guard({
      parse: parseReplaceRecord,
      place: readIssueContext,
      run: (payload, { place, viewer }) => app.replaceRecord(place, viewer, payload),
    }),
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
      place: readProjectContext,
      run: (payload, project) => app.settleProposal(project, payload),
    }),
    changeProgramme: guard({
      parse: parseProgramme,
      place: readProjectContext,
      run: (payload, project) => app.changeProgramme(project, payload),
    }),
    changeSettings: guard({
      parse: parseSettings,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.changeSettings(project, viewer, payload),
    }),
  });
}
