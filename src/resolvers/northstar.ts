import { makeResolver } from '@forge/resolver';
import type { App } from '../app';
import { parseRecordEdit, parseReplaceRecord, parseVisibility, type AppApi } from '../contract';
import { guard } from './guard';
import { readIssueContext, readProjectContext } from './read-context';

/** Every call that the surfaces make, each parsed, placed and run as the viewer. */
export function northstarResolver(app: App): ReturnType<typeof makeResolver> {
  return makeResolver<AppApi>({
    recordEdit: guard({
      parse: parseRecordEdit,
      place: readIssueContext,
      run: (payload, { place, viewer }) => app.recordEdit(place, viewer, payload),
    }),
    replaceRecord: guard({
      parse: parseReplaceRecord,
      place: readIssueContext,
      run: (payload, { place, viewer }) => app.replaceRecord(place, viewer, payload),
    }),
    changeVisibility: guard({
      parse: parseVisibility,
      place: readProjectContext,
      run: (payload, project) => app.changeVisibility(project, payload),
    }),
  });
}
