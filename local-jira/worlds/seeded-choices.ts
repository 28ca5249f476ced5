/** Choices that are the same in every run for the same seed (mulberry32). */
export function seededChoices(seed: number): {
  /** A number from 0 up to, but not including, 1. */
  readonly share: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
} {
  let state = seed;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    pick: (items) => {
      const item = items[Math.floor(share() * items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from.');
      return item;
    },
  };
}
