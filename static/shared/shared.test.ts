import type { AppError } from '../../src/contract';
import { essentialFields } from '#domain/fields/columns/essentials';
import { fields, type FieldName } from '../../src/domain/use-case/fields';
import { deviceStore } from './device-store';
import { groupOf } from './field-groups';
import { gapTexts } from '#domain/fields/columns/gap-texts';
import { messageFor } from './messages';
import { textOfValue, valueOfText } from '../../src/domain/fill/value-text';
import { wordingFor } from './wording';

describe('value texts', () => {
  it.each([
    ['kpi.target', '6,5', 6.5],
    ['kpi.target', '12 %', 12],
    ['kpi.target', '', null],
    ['kpi.target', 'many', undefined],
    ['kpi.by', '2027-02-28', '2027-02-28'],
    ['kpi.by', 'spring', undefined],
    ['goals', '- one\n\n• two ', ['one', 'two']],
    ['risks', 'Risk: late Mitigation: start', [{ risk: 'late', mitigation: 'start' }]],
    ['who', '  shoppers ', 'shoppers'],
    ['stage', 'fly', undefined],
  ] as const)('reads %s from "%s"', (field, text, value) => {
    expect(valueOfText(field, text)).toEqual(value);
  });

  it.each([
    ['kpi.target', 6.5],
    ['kpi.baseline', null],
    ['goals', ['one', 'two']],
    ['risks', [{ risk: 'late.', mitigation: 'start.' }]],
    ['why', 'two\nlines'],
  ] as const)('reads back what it shows of %s', (field, value) => {
    expect(valueOfText(field, textOfValue(field, value))).toEqual(value);
  });
});

describe('wording', () => {
  it.each([
    [6.5, '%', '6.5%'],
    [1200, 'orders', '1,200 orders'],
    [9.8, '€', '€9.8'],
    [3, '', '3'],
  ])('writes %s %s', (value, unit, text) => {
    expect(wordingFor('en-GB').figure(value, unit)).toBe(text);
  });

  it('writes days in the reader’s language, free of time zones', () => {
    expect(wordingFor('en-GB').day('2027-03-31')).toBe('31 Mar 2027');
    expect(wordingFor('de-DE').figure(6.5, '%')).toBe('6,5%');
  });
});

it('has a sentence for every gap', () => {
  for (const field of essentialFields) expect(gapTexts[field]).toMatch(/^\p{Lu}/u);
});

it('edits every field in exactly one group', () => {
  for (const field of Object.keys(fields) as FieldName[]) {
    expect(groupOf(field).fields).toContain(field);
  }
});

describe('messages', () => {
  const errors: readonly AppError[] = [
    { code: 'invalid-payload' },
    { code: 'gone' },
    { code: 'may-not-edit' },
    { code: 'may-not-administer' },
    { code: 'not-placed-here', placement: 'sub-task' },
    { code: 'newer-record' },
    { code: 'damaged-record' },
    { code: 'foreign-record' },
    { code: 'changed-meanwhile' },
    { code: 'too-many-proposals' },
    { code: 'too-long', over: 1240, longest: ['why', 'who'] },
    { code: 'slow-down', seconds: 20 },
    { code: 'slow-down', seconds: null },
    { code: 'no-answer' },
    { code: 'busy' },
    { code: 'unexpected', reference: 'abc' },
  ];

  it.each(errors)('say what happened and what to do: $code', (error) => {
    const { title, text } = messageFor(error, 'Customer data');
    expect(title).not.toBe('');
    expect(text).toMatch(/\.$/u);
    expect(`${title} ${text}`).not.toMatch(/please|oops|successfully|!/iu);
  });

  it('name what to shorten', () => {
    const { title, text } = messageFor(
      { code: 'too-long', over: 1240, longest: ['why', 'risks'] },
      '',
    );
    expect(title).toBe('Too long by 1,240 characters');
    expect(text).toContain('Shorten Why or Risks and mitigation.');
  });
});

it('keeps text in memory where the browser refuses storage', () => {
  const store = deviceStore('site', () => {
    throw new Error('refused');
  });
  store.write('a', '1');
  expect(store.read('a')).toBe('1');
  expect(store.keys()).toEqual(['a']);
  store.remove('a');
  expect(store.read('a')).toBeNull();
});
