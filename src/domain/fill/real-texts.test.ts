import { findInText, type FoundRecord } from './read-text';
import { toValues } from './to-values';

const recordOf = (text: string, index = 0): FoundRecord => {
  const record = findInText(text).records[index];
  if (record === undefined) throw new Error(`no record ${String(index)}`);
  return record;
};

describe('what real texts do', () => {
  const values = (text: string, record = 0) => toValues(recordOf(text, record)).values;
  const unknown = (text: string) =>
    findInText(text)
      .lines.filter(({ fate }) => fate === 'unknown')
      .map(({ source }) => source);

  it('a story sentence right below a title, or below another answer, is a story', () => {
    for (const first of ['User Story 1: Cart', '## Story 1', 'Title: Cart', 'Why: grow']) {
      const found = values(`${first}\nAs a shopper, I want a cart, so that I can pay.`);
      expect(found['story.persona']).toBe('shopper');
      expect(found['identification.title'] ?? 'Cart').toBe('Cart');
    }
  });

  it('lines below an identification that are not labelled are not understood, never dropped', () => {
    expect(unknown('Created by: Ines\nReviewed by: Mira\nVersion: 1.0\nStatus: Draft')).toEqual([
      'Reviewed by: Mira',
      'Status: Draft',
    ]);
    expect(values('Identification: UC-7')).toEqual({ 'identification.useCaseId': 'UC-7' });
  });

  it('a "how" without a pillar is for a person to place', () => {
    expect(unknown('Why: grow\nHow: an e-mail after one hour')).toEqual([
      'How: an e-mail after one hour',
    ]);
  });

  it.each([
    ['- 1.5 points more NPS', '1.5 points more NPS'],
    ['3.5 million customers', '3.5 million customers'],
    ['12 - 15 new stores', '12 - 15 new stores'],
    ['- 24. December', '24. December'],
    ['24. December', '24. December'],
    ['A. Smith signs', 'A. Smith signs'],
    ['2. Write to fewer people', 'Write to fewer people'],
  ])('a number that belongs to the item "%s" stays', (line, item) => {
    expect(values(`Goals\n${line}`).goals).toEqual([item]);
  });

  it('the unit of a figure on a line of its own is kept, and nothing of it is lost', () => {
    expect(toValues(recordOf('KPI: Carts\nBaseline: 6.5%\nTarget: 1 200 %'))).toMatchObject({
      values: { 'kpi.name': 'Carts', 'kpi.unit': '%', 'kpi.baseline': 6.5, 'kpi.target': 1200 },
    });
    expect(toValues(recordOf('KPI: Carts, 3 to 4\nTarget: 12k')).note).toEqual(['Target: 12k']);
    expect(toValues(recordOf('Baseline: 12k')).note).toEqual(['Baseline: 12k']);
  });

  it('a second name for one thing adds to it, a repeat begins the next record', () => {
    expect(
      findInText('Why: a\nObjective: b\nWho: c\nChannel: d\nTouchpoint: e').records,
    ).toHaveLength(1);
    expect(findInText('Why: a\nWho: b\nWhy: c\nWho: d').records).toHaveLength(2);
  });

  it('a sentence that says more than its story is kept whole', () => {
    const text = 'As a shopper, I want a cart so that I save time. Only in Germany.';
    expect(values(text).description).toBe(text);
    expect(values('As a shopper, I want a cart so that I save time.').description).toBeUndefined();
  });

  it('a sentence about a use case is not a heading', () => {
    expect(unknown('We agreed the budget of 20,000 for this use case')).toHaveLength(1);
  });

  it('a day that does not exist is no day', () => {
    expect(values('KPI: Carts, 3 to 4 by 2027-02-31')['kpi.by']).toBeUndefined();
    expect(toValues(recordOf('By: 2027-13-45')).note).toEqual(['By 2027-13-45']);
  });

  it('a story in Markdown is read, and its acceptance criteria are not its benefit', () => {
    const text =
      '**As a** shopper **I want** a cart **so that** I can pay\n- must be fast\n- must be safe';
    expect(values(text)).toMatchObject({
      'story.persona': 'shopper',
      'story.goal': 'a cart',
      'story.benefit': 'I can pay',
    });
    expect(unknown(text)).toEqual(['- must be fast', '- must be safe']);
  });

  it('a long run of spaces takes no longer than a short one', () => {
    expect(values(`KPI: Carts${' '.repeat(5_000)}x`)['kpi.name']).toBe('Carts x');
  });
});
