import { renameEdits } from './rename';

const rename = { from: 'Loyal', to: 'Loyal shoppers' };

describe('renameEdits', () => {
  it.each([
    ['loyal', 'Loyal shoppers'],
    ['New, loyal ; Lapsed', 'New, Loyal shoppers ; Lapsed'],
    ['New\nLoyal', 'New\nLoyal shoppers'],
  ])('renames %j', (who, next) => {
    expect(renameEdits('audiences', { who }, rename)).toEqual([{ field: 'who', base: who, next }]);
  });

  it.each([['Loyal people in Utrecht'], ['Disloyal'], ['']])('leaves %j', (who) => {
    expect(renameEdits('audiences', { who, where: 'Loyal' }, rename)).toEqual([]);
  });

  it('renames items of lists, and texts with signs as they are', () => {
    const values = { 'how.data': 'Orders, Baskets', dataObjects: ['Orders', 'Stock'] };
    expect(renameEdits('data', values, { from: 'orders', to: '$& orders' })).toMatchObject([
      { field: 'how.data', next: '$& orders, Baskets' },
      { field: 'dataObjects', next: ['$& orders', 'Stock'] },
    ]);
  });
});

describe('a name that is hard to find', () => {
  const who = (from: string, value: string) =>
    renameEdits('audiences', { who: value }, { from, to: 'New' })[0]?.next;

  it.each([
    ['Growth, retention', 'Growth, retention', 'New'],
    ['Growth, retention', 'All; growth, retention; others', 'All; New; others'],
    ['A (b) + c', 'A (b) + c, d', 'New, d'],
    ['Loyal members', 'loyal  members', 'New'],
    ['Loyal members', 'x, loyal  members', 'x, New'],
    ['Loyal', '- Loyal\n- Others', '- New\n- Others'],
    ['Café', 'Cafe\u0301, bar', 'New, bar'],
    ['Loyal', 'Loyal, loyal', 'New, New'],
  ])('%j in %j becomes %j', (from, value, expected) => {
    expect(who(from, value)).toBe(expected);
  });

  it.each([
    ['Loyal', 'Disloyal, loyalty'],
    ['Loyal', 'We keep loyal people'],
    ['a', 'a sentence with a, in it'],
  ])('%j in %j stays, because it is part of a sentence', (from, value) => {
    expect(who(from, value)).toBeUndefined();
  });
});
