import type { App } from '../app';
import {
  parseRecordEdit,
  parseRecordEditOf,
  parseRecordRating,
  parseRemoveRecord,
  parseReplaceRecord,
  parseSettleMany,
  parseTakeMany,
  parseWithdraw,
} from '../contract';
import type { IssueId } from '../ports/ids';
import { guard } from './guard';
import { readIssueContext, readPersonInProject } from './read-context';

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
    replaceRecord: guard({
      parse: parseReplaceRecord,
      place: readPersonInProject,
      run: ({ issue, ...payload }, { project, viewer }) =>
        app.replaceRecord({ issue: issue as IssueId, project }, viewer, payload),
    }),
    removeRecord: guard({
      parse: parseRemoveRecord,
      place: readPersonInProject,
      run: ({ issue, ...payload }, { project, viewer }) =>
        app.removeRecord({ issue: issue as IssueId, project }, viewer, payload),
    }),
    withdrawEdit: guard({
      parse: parseWithdraw,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.withdrawEdit(project, viewer, payload),
    }),
    takeMany: guard({
      parse: parseTakeMany,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.takeMany(project, viewer, payload),
    }),
    settleMany: guard({
      parse: parseSettleMany,
      place: readPersonInProject,
      run: (payload, { project, viewer }) => app.settleMany(project, viewer, payload),
    }),
  };
}
