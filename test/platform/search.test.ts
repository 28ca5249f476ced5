import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexedPropertiesOf, readManifest } from '../../local-jira/forge/manifest';
import { aLocalRest } from '../builders/local-rest';

const root = join(__dirname, '../..');
const indexedProperties = indexedPropertiesOf(readManifest(root));
const text = readFileSync(join(root, 'docs/search.md'), 'utf8');

/** The queries of the page, in its order. */
const queries = [...text.matchAll(/\| `(?<jql>[^`]+ORDER BY[^`]+)` +\|$/gmu)].map(
  (match) => match.groups?.['jql'] ?? '',
);

/** What each of them finds in the retailer, as the editor, on 22 November 2026. */
const found: readonly (readonly string[])[] = [
  ['16', '14', '79', '18', '15', '73', '17', '60', '67', '19', '20', '85'],
  ['14', '17', '18', '79', '85'],
  ['19', '73'],
  ['19', '73', '85'],
  ['20', '16', '14'],
  ['18', '60', '79'],
  ['14'],
  ['14', '18'],
  ['18', '60'],
  ['1', '2', '3', '4', '5', '6', '91'],
  ['16', '22', '14', '18', '29'],
  ['17', '85'],
].map((numbers) => numbers.map((number) => `CDP-${number}`));

const find = async (jql: string): Promise<readonly string[]> => {
  const local = aLocalRest({ indexedProperties, clock: () => Date.UTC(2026, 10, 22, 11) });
  const answer = await local.as('editor')('/rest/api/3/search/jql', {
    method: 'POST',
    body: JSON.stringify({ jql, fields: ['summary'], maxResults: 100 }),
  });
  expect(answer.status).toBe(200);
  const { issues } = (await answer.json()) as { issues: readonly { key: string }[] };
  return issues.map(({ key }) => key);
};

describe('the queries of docs/search.md', () => {
  it('are twelve', () => {
    expect(queries).toHaveLength(12);
  });

  it.each(queries.map((jql, index) => ({ jql, keys: found[index] })))(
    'find what they say: $jql',
    async ({ jql, keys }) => {
      expect(await find(jql)).toEqual(keys);
    },
  );
});

it('every name of the manifest stands on the page, and no other', () => {
  const named = [...text.matchAll(/^\| `(northstar\w+)`/gmu)].map((match) => match[1]);
  expect(named.sort()).toEqual(indexedProperties.map(({ searchAlias }) => searchAlias).sort());
});
