/** One call of one of the app's functions. */
export type Invocation = {
  readonly id: number;
  readonly at: number;
  readonly endedAt: number | null;
  readonly kind: 'resolver' | 'trigger' | 'consumer' | 'schedule';
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly accountId: string | null;
  readonly outcome: 'running' | 'ok' | 'retry' | 'failed' | 'timeout' | 'refused';
  readonly error: string | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly logs: readonly LogLine[];
};

export type LogLine = { readonly level: string; readonly text: string };

/** A product event, and what became of it for each trigger that subscribed to it. */
export type DeliveredEvent = {
  readonly at: number;
  readonly eventType: string;
  readonly issueKey: string | null;
  readonly selfGenerated: boolean;
  readonly deliveries: readonly {
    readonly trigger: string;
    readonly fate: 'delivered' | 'ignored as its own' | 'filtered' | 'filter failed';
    readonly note?: string;
  }[];
};

/** What the platform did, newest last; the oldest are forgotten past a bound. */
export type Activity = {
  readonly invocations: () => readonly Invocation[];
  readonly events: () => readonly DeliveredEvent[];
  readonly putInvocation: (invocation: Invocation) => void;
  readonly addEvent: (event: DeliveredEvent) => void;
};

export function createActivity(
  onEvent: (event: DeliveredEvent) => void = () => undefined,
  bound = 500,
): Activity {
  let invocations: readonly Invocation[] = [];
  let events: readonly DeliveredEvent[] = [];
  return {
    invocations: () => invocations,
    events: () => events,
    putInvocation: (invocation) => {
      const others = invocations.filter(({ id }) => id !== invocation.id);
      invocations = [...others, invocation].slice(-bound);
    },
    addEvent: (event) => {
      events = [...events, event].slice(-bound);
      onEvent(event);
    },
  };
}
