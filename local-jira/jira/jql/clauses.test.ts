import { search, triedIssues } from '../../../test/builders/tried-issues';

/** The tried issues that a clause finds, by their last digit. */
const tried = async (clause: string, order = 'key') => {
  const { keys, errors } = await search(
    triedIssues(),
    `labels = tried and (${clause}) order by ${order}`,
  );
  return errors?.join(' ') ?? keys?.map((key) => key.at(-1)).join('');
};

describe('clauses', () => {
  it.each([
    ['project = CDP', '1234'],
    ['project = "Customer data" and issuetype = Story', '1234'],
    ['project in (CDP, SHOP)', '1234'],
    ['project != CDP', ''],
    ['key = CDP-901', '1'],
    ['issuekey in (CDP-901, CDP-903)', '13'],
    ['key not in (CDP-901)', '234'],
    ['id = 20902', '2'],
    ['key >= CDP-902 and key < CDP-904', '23'],
    ['status = Done', '4'],
    ['status = done or statusCategory = "To Do"', '1234'],
    ['statusCategory != Done', '123'],
    ['resolution = Unresolved', '123'],
    ['resolution is not empty', '4'],
    ['resolved >= -3d', '4'],
    ['assignee = currentUser()', '1'],
    ['assignee = "Mira Vos"', '1'],
    ['assignee = "mira@harbour-and-pine.example"', '1'],
    ['assignee != currentUser()', ''],
    ['assignee is empty', '234'],
    ['assignee = empty', '234'],
    ['assignee is not EMPTY', '1'],
    ['assignee in (currentUser(), empty)', '1234'],
    ['not assignee is empty', '1'],
    ['priority = Highest', '1'],
    ['priority > Medium', '12'],
    ['priority <= Medium', '34'],
    ['labels = RED', '1'],
    ['labels in (red, blue)', '13'],
    ['labels not in (red)', '234'],
    ['labels is empty', ''],
    ['parent = CDP-901', '3'],
    ['parent is empty', '124'],
    ['issue in linkedIssues(CDP-901)', '2'],
    ['issue in linkedIssues(CDP-901, "is blocked by")', ''],
    ['issueLinkType = "is blocked by"', '2'],
    ['key in childIssuesOf(CDP-901)', '3'],
    ['issuetype in standardIssueTypes()', '1234'],
    ['key > SHOP-1', ''],
    ['issuetype in subtaskIssueTypes()', ''],
    ['project in projectsLeadByUser()', ''],
  ])('of things: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });

  it.each([
    ['"Story Points" = 3', '1'],
    ['"Story Points" >= 5', '24'],
    ['"story points" < 5', '1'],
    ['cf[10026] in (3, 5)', '14'],
    ['"Story Points" is empty', '3'],
    ['"Story Points" != 3', '24'],
    ['"Story point estimate" is not empty', ''],
    ['not "Story Points" >= 5', '1'],
  ])('of numbers: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });

  it.each([
    // 22:30 in London on the 21st is 23:30 in Amsterdam: still yesterday.
    ['created >= startOfDay()', '1'],
    ['created >= startOfDay(-1d) and created < startOfDay()', '2'],
    ['created >= startOfDay("-1")', '12'],
    ['created > -1d', '12'],
    ['created <= "2026-11-10 13:00"', '34'],
    ['created < "2026/11/10"', '4'],
    ['created > endOfDay(-1d)', '1'],
    ['created >= startOfMonth()', '123'],
    ['created >= startOfWeek()', '12'],
    ['created <= endOfYear()', '1234'],
    ['created <= now()', '1234'],
    ['due = 2026-11-25', '2'],
    ['due <= now()', '3'],
    ['due <= 3d', '23'],
    ['due is empty', '14'],
  ])('of moments, in the viewer’s zone: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });

  it.each([
    ['summary ~ basket', '1'],
    ['summary ~ "Basket shoppers"', '1'],
    ['summary ~ "\\"of the basket\\""', '1'],
    ['summary ~ "\\"basket of the\\""', ''],
    ['summary ~ "bask*"', '1'],
    ['summary ~ "b?sket"', '1'],
    ['summary ~ "bask"', ''],
    ['summary ~ "🎉"', ''],
    ['summary ~ "\\"!!!\\""', ''],
    ['summary ~ "b*s*e*"', '1'],
    ['summary ~ "b*z*"', ''],
    ['summary !~ basket', '234'],
    ['text ~ basket', '12'],
    ['description ~ hour', '2'],
    ['description is empty', '134'],
    ['description !~ hour', ''],
    ['comment ~ anything', ''],
  ])('of words: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });

  it.each([
    ['labStage = walk', '13'],
    ['labStage in (run, crawl)', '23'],
    ['labStage != walk', '2'],
    ['labStage is empty', '4'],
    ['issue.property[lab].stage = walk', '13'],
    ['issue.property["lab"].score.value > 5', '2'],
    ['labValue >= 3', '12'],
    ['labValue < 8', '1'],
    ['labNote ~ "walk ready"', '1'],
    ['labAt >= startOfDay(-1d)', '1'],
    ['labAt <= "2026-11-21"', ''],
    ['labAt <= "2026-11-22"', '1'],
    ['labOwner = currentUser()', '2'],
  ])('of entity properties: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });

  it.each([
    ['not (labels = red or labels = blue)', '24'],
    ['not (priority = High and labels = red)', '1234'],
    ['not not labels = red', '1'],
    ['labels = red or labels = blue and priority = High', '1'],
    ['(labels = red or labels = blue) and priority = Medium', '3'],
  ])('together: %s', async (clause, expected) => {
    expect(await tried(clause)).toBe(expected);
  });
});

describe('order', () => {
  it.each([
    ['key', '1234'],
    ['key desc', '4321'],
    ['priority desc, key', '1234'],
    ['priority', '4321'],
    ['"Story Points"', '1423'],
    ['"Story Points" desc', '2413'],
    ['created', '4321'],
    ['due, key desc', '3241'],
    ['assignee, summary desc', '1432'],
    ['labStage, key', '2134'],
    ['labValue desc', '2143'],
    ['status desc, key', '4123'],
  ])('by %s', async (order, expected) => {
    expect(await tried('project = CDP', order)).toBe(expected);
  });

  it('puts "CDP-9" before "CDP-14", and the newest first where nothing is asked', async () => {
    const sorted = await search(triedIssues(), 'key in (CDP-14, CDP-9) order by key');
    expect(sorted.keys).toEqual(['CDP-9', 'CDP-14']);
    const unsorted = await search(triedIssues(), 'key in (CDP-14, CDP-9)');
    expect(unsorted.keys).toEqual(['CDP-14', 'CDP-9']);
  });
});
