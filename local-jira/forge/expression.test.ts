import { evaluateExpression, ExpressionProblem } from './expression';

const event = {
  issue: { key: 'CDP-1', fields: { issuetype: { name: 'Bug' }, labels: ['a', 'b'], points: 5 } },
};
const property = (path: readonly string[]) => {
  if (path.join('/') === 'issue/properties/my key/list') return ['x', 'y'];
  return path.join('/') === 'issue/properties/my key/stage' ? 'walk' : null;
};
const evaluate = (source: string) => evaluateExpression(source, { event, property });

describe('expressions of event filters', () => {
  it.each([
    ["event.issue.fields?.issuetype.name == 'Bug'", true],
    ["event.issue.fields.issuetype.name != 'Bug'", false],
    ["event.issue['key'] == 'CDP-1'", true],
    ['event.issue.fields.points >= 5 && event.issue.fields.points < 6', true],
    ['event.issue.fields.points * 2 - 1 == 9', true],
    ['event.issue.fields.points / 5 + 1 <= 2', true],
    ["event.issue.fields.labels.includes('a')", true],
    ["event.issue.key.includes('CDP')", true],
    ['event.issue.fields.labels.length > 2', false],
    ["!(event.issue.key == 'CDP-1') || true", true],
    ['event.issue.fields?.nothing == null', true],
    ["event.issue.key == 'CDP-1' ? -1 : 1", -1],
    ["['CDP-1', 'CDP-2'].includes(event.issue.key)", true],
    ["'a' + 1 == 'a1'", true],
    ["event.runtime.issue.properties['my key'].stage == 'walk'", true],
    ["event.runtime.issue.properties['my key'].missing != null", false],
    ["(event.runtime.issue.properties['my key'].list).length > 1", true],
  ])('evaluate %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it.each([
    ['what is not there', 'event.issue.nothing.name'],
    ['an unknown name', 'issue.key == 1'],
    ['words where numbers are needed', 'event.issue.key > 3'],
    ['a function that is not known', "event.issue.key.match('a')"],
    ['what is not well formed', 'event.issue ==='],
    ['an operator that is not known', '1 | 2'],
    ['a minus before words', '-event.issue.key'],
  ])('refuse %s', (_name, source) => {
    expect(() => evaluate(source)).toThrow(ExpressionProblem);
  });
});
