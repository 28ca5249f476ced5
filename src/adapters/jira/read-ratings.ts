import * as v from 'valibot';
import type { IssueId } from '../../domain/ids';
import { propertyKeys } from '../../domain/property-keys';
import { success, type Result } from '../../domain/result';
import { inPortions } from '../../domain/side-by-side';
import type { Json } from '../../domain/use-case/json';
import type { JiraProblem } from '../../ports/issue-records';
import type { Reading } from './patient';

/** How many issues Jira gives with a property at once, surely. */
const ratingsAtOnce = 100;

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const ratingsAnswer = v.object({
  issues: v.array(
    v.object({ id: v.string(), properties: v.optional(v.record(v.string(), json), {}) }),
  ),
});

/** The stored answers of issues, where they have some. */
export async function readRatings(
  reading: Reading,
  issues: readonly IssueId[],
): Promise<Result<ReadonlyMap<IssueId, Json>, JiraProblem>> {
  const found = new Map<IssueId, Json>();
  const ends = await Promise.all(
    inPortions(issues, ratingsAtOnce).map(async (portion) => {
      const answer = await reading('/rest/api/3/issue/bulkfetch', {
        issueIdsOrKeys: portion,
        fields: ['summary'],
        properties: [propertyKeys.rating],
      });
      const parsed = answer.ok ? v.safeParse(ratingsAnswer, answer.value) : undefined;
      for (const { id, properties } of parsed?.success === true ? parsed.output.issues : []) {
        const rating = properties[propertyKeys.rating];
        if (rating !== undefined) found.set(id as IssueId, rating);
      }
      return answer;
    }),
  );
  const failed = ends.find(({ ok }) => !ok);
  return failed?.ok === false ? failed : success(found);
}
