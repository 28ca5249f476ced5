import type { App } from '../app';
import {
  parseDeriveScore,
  parseRecordEdit,
  parseRecordEditOf,
  parseRecordRating,
  parseReplaceRecord,
} from '../contract';
import type { IssueId } from '../ports/ids';
import { guard } from './guard';
import { readIssueContext, readPersonInProject, readProjectContext } from './read-context';

/** The calls about one issue. */
export function issueCalls(app: App) {
  return {
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
  };
}
