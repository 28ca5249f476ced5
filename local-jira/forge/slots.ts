/** How many events of one key may run at once. */
export type Concurrency = { readonly key: string; readonly limit: number };

/** Lets at most so many pieces of work of one key run at once; the others wait their turn. */
export type Slots = {
  readonly run: (concurrency: Concurrency | undefined, work: () => Promise<void>) => void;
};

export function createSlots(): Slots {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  const run: Slots['run'] = (concurrency, work) => {
    if (concurrency === undefined) {
      void work();
      return;
    }
    const { key, limit } = concurrency;
    const count = running.get(key) ?? 0;
    if (count >= limit) {
      const later = (): void => {
        run(concurrency, work);
      };
      waiting.set(key, [...(waiting.get(key) ?? []), later]);
      return;
    }
    running.set(key, count + 1);
    void work().finally(() => {
      running.set(key, (running.get(key) ?? 1) - 1);
      const [next, ...others] = waiting.get(key) ?? [];
      waiting.set(key, others);
      next?.();
    });
  };
  return { run };
}
