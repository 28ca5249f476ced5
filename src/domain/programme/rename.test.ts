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
