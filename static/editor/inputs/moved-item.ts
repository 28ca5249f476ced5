/** A list with one item at another place. @example movedItem(['a', 'b', 'c'], 2, 0) gives c, a, b */
export function movedItem<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items.slice(from, from + 1);
  return [...rest.slice(0, to), ...item, ...rest.slice(to)];
}
