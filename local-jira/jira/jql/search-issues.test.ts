import { aLocalRest, type LocalRest } from '../../../test/builders/local-rest';
import { indexedProperties, noon, search, triedIssues } from '../../../test/builders/tried-issues';

describe('errors', () => {
  const of = async (jql: string) => {
    const { status, errors } = await search(triedIssues(), jql);
    return [status, errors?.join(' ')];
  };

  it.each([
    ['flavour = sweet', "Field 'flavour' does not exist or you do not have permission to view it."],
    [
      'issue.property[lab].unknown = 1',
      "Field 'issue.property[lab].unknown' does not exist or you do not have permission to view it.",
    ],
    ['status = Nowhere', "The value 'Nowhere' does not exist for the field 'status'."],
    ['assignee = Nobody', "The value 'Nobody' does not exist for the field 'assignee'."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['key = CDP-9999', "An issue with key 'CDP-9999' does not exist for field 'key'."],
    ['project ~ CDP', "The operator '~' is not supported by the 'project' field."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['assignee = whoever()', "Unable to find JQL function 'whoever()'."],
    ['"Story Points" > many', "Value 'many' for field 'Story Points' is not a number."],
    [
      'key = CDP-1 order by flavour',
      "Field 'flavour' does not exist or you do not have permission to view it.",
    ],
    ['key = CDP-1 order by text', "Not able to sort using field 'text'."],
    [
      'order by key',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    [
      '',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    [
      'project',
      "Error in the JQL Query: Expecting operator before the end of the query. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.",
    ],
    [
      'project = CDP CDP',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'CDP'. (line 1, character 15)",
    ],
    [
      'summary ~ "half',
      "Error in the JQL Query: The quoted string 'half' has not been completed. (line 1, character 11)",
    ],
    [
      'project =',
      'Error in the JQL Query: Expecting either a value, list or function before the end of the query.',
    ],
  ])('are worded as Jira words them: %s', async (jql, message) => {
    expect(await of(jql)).toEqual([400, message]);
  });

  it.each([
    ['project = CDP "x"', `Expecting either 'OR' or 'AND' but got '"x"'. (line 1, character 15)`],
    [
      'AND project = CDP',
      "Expecting a field name but got 'AND'. You must surround 'AND' in quotation marks to use it as a field name. (line 1, character 1)",
    ],
    [
      'labels is "EMPTY"',
      `Expecting either 'EMPTY' or 'NULL' but got '"EMPTY"'. (line 1, character 11)`,
    ],
    ['project = CDP and', 'Expecting a field name before the end of the query.'],
  ])('tell what stands where it should not: %s', async (jql, words) => {
    expect(await of(jql)).toEqual([400, `Error in the JQL Query: ${words}`]);
  });

  it.each([
    ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
    [
      'created > startOfDay(-99999999999)',
      "The argument '-99999999999' for the function 'startOfDay' is not valid.",
    ],
    ['project = constructor', "The value 'constructor' does not exist for the field 'project'."],
  ])('refuse what means nothing: %s', async (jql, words) => {
    expect(await of(jql)).toEqual([400, words]);
  });

  it('refuse a word that begins with a wildcard', async () => {
    expect(await of('text ~ "*a*a*a*a*b"')).toEqual([
      400,
      "Unable to parse the text '*a*a*a*a*b' for field 'text'.",
    ]);
  });

  it('take no time over a word of many wildcards', async () => {
    const local = triedIssues();
    const issue = Object.values(local.store.state().issues).find(({ key }) => key === 'CDP-901');
    if (issue === undefined) throw new Error('no CDP-901');
    local.store.commit({ op: 'put-issue', issue: { ...issue, summary: 'a'.repeat(250) } });
    const wild = `a${'*a'.repeat(40)}*b`;
    expect((await search(local, `summary ~ "${wild}"`)).keys).toEqual([]);
  });

  it('do not break on a query that is nested without end', async () => {
    const deep = `${'('.repeat(5_000)}project = CDP${')'.repeat(5_000)}`;
    expect((await of(deep))[0]).toBe(400);
  });

  it('names the formats of dates', async () => {
    const [status, message] = await of('created > yesterday');
    expect(status).toBe(400);
    expect(message).toContain("Date value 'yesterday' for field 'created' is invalid");
  });

  it.each([
    ['sprint = 1', "the field 'sprint'"],
    ['"Epic Link" = CDP-1', "the field 'Epic Link'"],
    ['assignee in membersOf(all)', "the function 'membersOf()'"],
  ])('do not say of Jira’s own that it does not exist: %s', async (jql, what) => {
    expect(await of(jql)).toEqual([501, `Local Jira does not evaluate ${what} in JQL yet.`]);
  });

  it('say loudly what is not evaluated', async () => {
    expect(await of('status was Done')).toEqual([
      501,
      "Local Jira does not evaluate the operator 'was' in JQL yet.",
    ]);
  });
});

describe('what is found', () => {
  it('is what the person sees', async () => {
    const local = triedIssues();
    expect((await search(local, 'level = "Programme leads"')).keys).toEqual([]);
    expect((await search(local, 'text ~ loyalty and project = CDP', 'stranger')).status).toBe(400);
    expect((await search(local, 'labels = tried', 'stranger')).keys).toEqual([]);
    expect((await search(local, 'labels = tried', 'reader')).keys).toHaveLength(4);
    const { id } =
      Object.values(local.store.state().issues).find(({ key }) => key === 'CDP-119') ?? {};
    local.store.commit({
      op: 'put-link',
      link: { id: '999002', typeId: '10000', inwardIssueId: id ?? '', outwardIssueId: '20904' },
    });
    const functions =
      'issue in linkedIssues(CDP-904) or project in projectsLeadByUser("712020:ines-4e1c-8d07-local")';
    expect((await search(local, 'issue in linkedIssues(CDP-904)')).keys).toEqual([]);
    expect((await search(local, functions, 'stranger')).status).toBe(400);
    const led = 'project in projectsLeadByUser("712020:ines-4e1c-8d07-local")';
    expect((await search(local, led, 'stranger')).keys).toEqual([]);
    const linked = 'labels = tried and issueLinkType = "is blocked by"';
    expect((await search(local, linked)).keys).toEqual(['CDP-902']);
  });
});

describe('the index', () => {
  const setUp = () => {
    let now = noon;
    let lag = 0;
    const local = aLocalRest({ indexedProperties, clock: () => now, indexLagSeconds: () => lag });
    const write = (value: object) =>
      local.as('editor', null)('/rest/api/3/issue/CDP-20/properties/lab', {
        method: 'PUT',
        body: JSON.stringify(value),
      });
    const found = async (reconcileIssues: readonly number[] = []) => {
      const answer = await local.as('editor', null)('/rest/api/3/search/jql', {
        method: 'POST',
        body: JSON.stringify({ jql: 'labStage = walk', fields: ['key'], reconcileIssues }),
      });
      const { issues } = (await answer.json()) as { issues: readonly { key: string }[] };
      return issues.map(({ key }) => key);
    };
    return {
      local,
      write,
      found,
      setLag: (seconds: number) => {
        lag = seconds;
      },
      wait: (seconds: number) => {
        now += seconds * 1000;
      },
    };
  };

  it('lags behind as long as it is told to, but not for issues to reconcile', async () => {
    const { write, found, setLag, wait } = setUp();
    setLag(30);
    await write({ stage: 'walk' });
    expect(await found()).toEqual([]);
    expect(await found([20020])).toEqual(['CDP-20']);
    wait(29);
    expect(await found()).toEqual([]);
    wait(1);
    expect(await found()).toEqual(['CDP-20']);
    await write({ stage: 'run' });
    expect(await found()).toEqual(['CDP-20']);
    expect(await found([20020])).toEqual([]);
  });

  it('finds no issue that is gone, though it still knows it', async () => {
    const { local, write, found, setLag } = setUp();
    await write({ stage: 'walk' });
    setLag(30);
    local.store.commit({ op: 'delete-issue', issueId: '20020' });
    expect(await found()).toEqual([]);
  });
});

describe('pages', () => {
  type Page = {
    readonly issues: readonly { id: string; key?: string }[];
    readonly isLast: boolean;
    readonly nextPageToken?: string;
    readonly errorMessages?: readonly string[];
  };
  const page = async (local: LocalRest, body: object): Promise<Page> => {
    const answer = await local.as('editor', null)('/rest/api/3/search/jql', {
      method: 'POST',
      body: JSON.stringify({ jql: 'project = CDP order by key', ...body }),
    });
    return (await answer.json()) as Page;
  };

  it('follow each other to the last, without a gap or a double', async () => {
    const local = aLocalRest();
    const keys: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const found = await page(local, { fields: ['summary'], maxResults: 25, nextPageToken });
      keys.push(...found.issues.map(({ key = '' }) => key));
      expect(found.isLast).toBe(found.nextPageToken === undefined);
      nextPageToken = found.nextPageToken;
    } while (nextPageToken !== undefined);
    const all = Object.values(local.store.state().issues).filter(
      ({ projectId, securityLevelId }) => projectId === '10000' && securityLevelId === null,
    );
    expect(keys).toHaveLength(all.length);
    expect(new Set(keys).size).toBe(all.length);
  });

  it('go on after the last issue seen, though others went meanwhile', async () => {
    const local = aLocalRest();
    const first = await page(local, { fields: ['summary'], maxResults: 3 });
    local.store.commit({ op: 'delete-issue', issueId: first.issues[0]?.id ?? '' });
    const { nextPageToken } = first;
    const second = await page(local, { fields: ['summary'], maxResults: 1, nextPageToken });
    expect(second.issues.map(({ key }) => key)).toEqual(['CDP-4']);
  });

  it('hold ids only where nothing else is asked for, and fewer issues the more is asked', async () => {
    const local = aLocalRest();
    const bare = await page(local, { maxResults: 5_000 });
    expect(Object.keys(bare.issues[0] ?? {})).toEqual(['id']);
    expect(bare.issues.length).toBeGreaterThan(100);
    const full = await page(local, { fields: ['*all'], maxResults: 5_000 });
    expect(full.issues).toHaveLength(100);
    expect(full.isLast).toBe(false);
  });

  it('expand what they are asked to, whatever else they leave out', async () => {
    const { issues } = await page(aLocalRest(), { expand: 'changelog', maxResults: 1 });
    expect(issues[0]).toHaveProperty('changelog');
  });

  it.each([0, -1, 1.5])('refuse to hold %d issues', async (maxResults) => {
    expect((await page(aLocalRest(), { maxResults })).errorMessages).toHaveLength(1);
  });

  it.each([
    ['not ours', 'oops'],
    ['of another query', 'other'],
    ['a week old', 'old'],
  ])('refuse a token that is %s', async (_name, kind) => {
    let now = noon;
    const local = aLocalRest({ clock: () => now });
    const { nextPageToken = '' } = await page(local, { maxResults: 1 });
    if (kind === 'old') now += 7 * 24 * 60 * 60 * 1000 + 1;
    const refused = await page(local, {
      ...(kind === 'other' && { jql: 'project = SHOP' }),
      nextPageToken: kind === 'oops' ? 'oops' : nextPageToken,
    });
    expect(refused.errorMessages).toEqual([
      'The provided next page token is invalid or has expired.',
    ]);
  });

  it('take at most five properties', async () => {
    const local = aLocalRest();
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect((await page(local, { properties: six })).errorMessages).toEqual([
      'The number of properties must not exceed 5.',
    ]);
    expect((await page(local, { properties: six.slice(1) })).errorMessages).toBeUndefined();
  });
});
