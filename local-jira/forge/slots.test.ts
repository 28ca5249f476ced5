import { createSlots } from './slots';

describe('slots', () => {
  it('run so many of one key at once, in turn, and of another key beside them', async () => {
    const slots = createSlots();
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) => () => {
      order.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    const key = { key: 'a', limit: 2 };
    for (const name of ['1', '2', '3']) slots.run(key, work(name));
    slots.run({ key: 'b', limit: 1 }, work('other'));
    slots.run(undefined, work('free'));
    expect(order).toEqual(['1', '2', 'other', 'free']);
    ends[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual(['1', '2', 'other', 'free', '3']);
  });
});
