/**
 * A fault to inject into the next requests of an operation. `before` answers instead of doing it;
 * `after` does it and then loses the answer.
 */
export type Fault = {
  readonly operationId: string;
  readonly when: 'before' | 'after';
  readonly status: 409 | 429 | 500 | 503;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times: number;
};

/** The faults that are still to come. */
export type Faults = {
  readonly inject: (fault: Fault) => void;
  readonly take: (operationId: string) => Fault | undefined;
};

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    inject: (fault) => {
      waiting = [...waiting, fault];
    },
    take: (operationId) => {
      const fault = waiting.find((each) => each.operationId === operationId);
      if (fault === undefined) return undefined;
      waiting = waiting
        .map((each) => (each === fault ? { ...each, times: each.times - 1 } : each))
        .filter(({ times }) => times > 0);
      return fault;
    },
  };
}
