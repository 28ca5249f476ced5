import { composeHypothesis, hypothesisText } from './use-case/compose-hypothesis';
import { noValues } from './use-case/fields';
import { closed } from './direction-marks';

describe('direction marks', () => {
  it.each([
    ['plain', 'plain'],
    ['a\u202Eb', 'a\u202Eb\u202C'],
    ['a\u202Eb\u202C', 'a\u202Eb\u202C'],
    ['\u2067a', '\u2067a\u2069'],
    ['\u2066\u202Ea', '\u2066\u202Ea\u202C\u2069'],
    ['\u2066\u202Ea\u2069', '\u2066\u202Ea\u2069'],
    ['a\u202C\u2069', 'a\u202C\u2069'],
    ['\u202A\u202Bx', '\u202A\u202Bx\u202C\u202C'],
  ])('of %j are closed as %j', (text, expected) => {
    expect(closed(text)).toBe(expected);
  });
});

it('a name with direction marks turns no figure round that follows it in the hypothesis', () => {
  const values = { ...noValues(), 'kpi.name': 'Rate \u202E', 'kpi.baseline': 120 };
  const text = hypothesisText(
    composeHypothesis(values, { figure: (value) => String(value), day: (day) => day }),
  );
  expect(text).toContain('rate \u202E\u202C moves from 120');
});
