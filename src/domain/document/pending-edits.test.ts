import { clashesIn, openEdits, settled, withEdit, withEdits } from './pending-edits';

const parts = { name: 'Loyal', size: '10' };

describe('unsaved changes', () => {
  it('keep what the person saw when they began, and end where all is as it was', () => {
    const one = withEdit({}, parts, { part: 'name', next: 'Loyals' });
    const two = withEdit(one, { name: 'Theirs', size: '10' }, { part: 'name', next: 'Loyal ones' });
    expect(two).toEqual({ name: { base: 'Loyal', next: 'Loyal ones' } });
    expect(withEdits(parts, two)).toEqual({ name: 'Loyal ones', size: '10' });
    expect(withEdit(two, parts, { part: 'name', next: 'Loyal' })).toEqual({});
    expect(withEdit({}, {}, { part: 'new', next: 'x' })).toEqual({
      new: { base: null, next: 'x' },
    });
  });

  it('clash where somebody else changed the same part, and nowhere else', () => {
    const edits = withEdit({}, parts, { part: 'name', next: 'Mine' });
    expect(clashesIn(parts, edits)).toEqual([]);
    expect(clashesIn({ name: 'Loyal', size: '99' }, edits)).toEqual([]);
    expect(clashesIn({ name: 'Mine', size: '10' }, edits)).toEqual([]);
    const [clash, ...others] = clashesIn({ name: 'Theirs', size: '10' }, edits);
    expect(clash).toEqual({ part: 'name', base: 'Loyal', next: 'Mine', theirs: 'Theirs' });
    expect(others).toEqual([]);
    if (clash === undefined) return;
    expect(settled(edits, clash, true)).toEqual({ name: { base: 'Theirs', next: 'Mine' } });
    expect(settled(edits, clash, false)).toEqual({});
  });

  it('are done where they are stored already, whatever the order of keys', () => {
    const edits = { a: { base: null, next: { x: 1, y: 2 } }, b: { base: 1, next: 2 } };
    expect(openEdits({ a: { y: 2, x: 1 }, b: 1 }, edits)).toEqual({ b: { base: 1, next: 2 } });
  });
});
