import { readKpi, readNumber } from './read-kpi';
import { readRisks, writeRisks } from './read-risks';
import { opensStorySentence, readStorySentence } from './read-story-sentence';
import { splitInlineList } from './split-list';

const expected = { persona: 'store manager', goal: 'to see returns', benefit: 'I can plan' };

describe('readStorySentence', () => {
  it.each([
    ['plain', 'As a store manager, I want to see returns, so that I can plan.'],
    ['without commas', 'As a store manager I want to see returns so that I can plan'],
    ['over lines', 'As a store manager\nI want to see returns\nso that I can plan'],
    ['in quotes', '“As a store manager, I want to see returns, so that I can plan.”'],
    ['with would like', 'As the store manager, I would like to see returns, so that I can plan.'],
    ['with a contraction', 'As a store manager, I’d like to see returns so I can plan'],
    ['in capitals', 'AS A store manager, I WANT to see returns, SO THAT I can plan.'],
  ])('reads a sentence %s', (_name, text) => {
    expect(readStorySentence(text)).toEqual(expected);
  });

  it('takes a purpose that stands first for the benefit', () => {
    expect(
      readStorySentence('In order to plan, as a store manager, I want to see returns.'),
    ).toEqual({
      ...expected,
      benefit: 'plan',
    });
  });

  it('finds no benefit where none is said, and none in the next sentence', () => {
    expect(readStorySentence('As an analyst, I need a report. This will help us.')).toEqual({
      persona: 'analyst',
      goal: 'a report',
      benefit: '',
    });
  });

  it.each([['We want more.'], ['As a rule, this fails.'], ['']])(
    'does not see a story in "%s"',
    (text) => {
      expect(readStorySentence(text)).toBeUndefined();
    },
  );

  it('sees the opening of one', () => {
    expect(opensStorySentence('“As an analyst, …')).toBe(true);
    expect(opensStorySentence('Ask an analyst')).toBe(false);
  });
});

describe('splitInlineList', () => {
  it.each([
    ['a, b, and c.', ['a', 'b', 'c']],
    ['a; b, with comma; c', ['a', 'b, with comma', 'c']],
    ['a (x, y), b [p; q]', ['a (x, y)', 'b [p; q]']],
    ['only one', ['only one']],
    ['', []],
    ['data and privacy measures, audit', ['data and privacy measures', 'audit']],
  ])('splits "%s"', (text, items) => {
    expect(splitInlineList(text)).toEqual(items);
  });
});

describe('readKpi', () => {
  it.each([
    [
      'Recovered carts, 6.5% to 9% by 2027-03-31',
      ['Recovered carts', '%', 6.5, 9, '2027-03-31', ''],
    ],
    ['Orders per week from 1,200 to 1,500', ['Orders per week', '', 1200, 1500, '', '']],
    ['Margin: €9,80 → €11,20', ['Margin', '€', 9.8, 11.2, '', '']],
    ['Conversion rate', ['Conversion rate', '', null, null, '', '']],
    ['Visits 3 to 5 in the north', ['Visits', '', 3, 5, '', 'in the north']],
  ])('reads "%s"', (text, [name, unit, baseline, target, by, rest]) => {
    expect(readKpi(text)).toEqual({ name, unit, baseline, target, by, rest });
  });

  it.each([
    ['6.5', 6.5],
    ['6,5', 6.5],
    ['1,200', 1200],
    ['1.200,5', 1200.5],
    ['-3', -3],
    ['many', null],
    ['', null],
    ['0,125', 0.125],
    ['−5', -5],
    ['1.200.000', 1_200_000],
    ['1 200', 1200],
    ['1,5,3', null],
  ])('reads the number %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe('readRisks', () => {
  it('reads back what it wrote', () => {
    const risks = [
      { risk: 'Too late.', mitigation: 'Start early.' },
      { risk: 'Too dear.', mitigation: '' },
    ];
    expect(readRisks(writeRisks(risks).split('\n'))).toEqual(risks);
  });

  it('takes unlabelled lines for risks', () => {
    expect(readRisks(['Delay'])).toEqual([{ risk: 'Delay', mitigation: '' }]);
  });

  it('keeps every mitigation of a risk', () => {
    expect(readRisks(['Risk: late Mitigation 1: start Mitigation 2: hurry'])).toEqual([
      { risk: 'late', mitigation: 'start hurry' },
    ]);
  });

  it('keeps a mitigation that has no risk above it', () => {
    expect(readRisks(['Mitigation: Train people.'])).toEqual([
      { risk: '', mitigation: 'Train people.' },
    ]);
  });
});
