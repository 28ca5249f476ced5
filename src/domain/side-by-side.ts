/** Does the same with each item, a few at a time; no further one is begun once it is stopped. */
export async function sideBySide<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
  { atOnce, stopped }: { readonly atOnce: number; readonly stopped?: (() => boolean) | undefined },
): Promise<void> {
  const left = items.entries();
  const worker = async (): Promise<void> => {
    while (stopped?.() !== true) {
      const next = left.next();
      if (next.done === true) return;
      const [index, item] = next.value;
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The items in portions of a size; the last one may be smaller. */
export function inPortions<Item>(
  items: readonly Item[],
  size: number,
): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
