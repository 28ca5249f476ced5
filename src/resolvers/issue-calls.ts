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
import { guard } from './guard';
import { inProject, onNamedIssue } from './placed';
import { readIssueContext } from './read-context';

/** The calls about one issue. */
export function issueCalls(app: App) {
  return {
    recordEdit: guard({
      parse: parseRecordEdit,
      place: readIssueContext,
      run: (payload, { place, viewer }) => app.recordEdit(place, viewer, payload),
    }),
    recordEditOf: onNamedIssue(parseRecordEditOf, app.recordEdit),
    recordRating: onNamedIssue(parseRecordRating, app.recordRating),
    replaceRecord: onNamedIssue(parseReplaceRecord, app.replaceRecord),
    removeRecord: onNamedIssue(parseRemoveRecord, app.removeRecord),
    withdrawEdit: inProject(parseWithdraw, app.withdrawEdit),
    takeMany: inProject(parseTakeMany, app.takeMany),
    settleMany: inProject(parseSettleMany, app.settleMany),
  };
}
