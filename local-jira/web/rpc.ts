/**
 * Calls between a page and a frame over a message port. Functions may travel inside the values in
 * both directions, as Forge's bridge needs it; they are sent as references and called back.
 */
export type Rpc = {
  readonly call: (name: string, value: unknown) => Promise<unknown>;
  readonly close: () => void;
};

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly value: unknown }
  | {
      readonly kind: 'function';
      readonly id: number;
      readonly ref: number;
      readonly values: unknown[];
    }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    };

type Question =
  | { readonly kind: 'call'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'function'; readonly ref: number; readonly values: unknown[] };

type AnyFunction = (...values: unknown[]) => unknown;

const referenceKey = '__functionReference';

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

export function createRpc(
  port: MessagePort,
  serve: (name: string, value: unknown) => unknown,
): Rpc {
  const waiting = new Map<number, Waiting>();
  const functions = new Map<number, AnyFunction>();
  let last = 0;

  const ask = (message: Question): Promise<unknown> => {
    last += 1;
    const id = last;
    port.postMessage({ ...message, id });
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  };
  const pack = (value: unknown): unknown =>
    mapDeep(value, (inner) => {
      if (typeof inner !== 'function') return inner;
      last += 1;
      functions.set(last, inner as AnyFunction);
      return { [referenceKey]: last };
    });
  const unpack = (value: unknown): unknown =>
    mapDeep(value, (inner) => (isReference(inner) ? caller(inner[referenceKey]) : inner));
  const caller =
    (ref: number) =>
    (...values: unknown[]): Promise<unknown> =>
      ask({ kind: 'function', ref, values: values.map(pack) }).then(unpack);
  const answer = async (id: number, work: () => unknown): Promise<void> => {
    try {
      port.postMessage({ kind: 'answer', id, value: pack(await work()) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      port.postMessage({ kind: 'answer', id, error: text });
    }
  };

  port.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'answer') settle(waiting, data, unpack);
    else if (data.kind === 'call') void answer(data.id, () => serve(data.name, unpack(data.value)));
    else void answer(data.id, () => functions.get(data.ref)?.(...data.values.map(unpack)));
  };
  return {
    call: (name, value) => ask({ kind: 'call', name, value: pack(value) }),
    close: () => {
      port.close();
    },
  };
}

function settle(
  waiting: Map<number, Waiting>,
  { id, value, error }: Extract<Message, { kind: 'answer' }>,
  unpack: (value: unknown) => unknown,
): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) asked?.resolve(unpack(value));
  else asked?.reject(new Error(error));
}

function isReference(value: unknown): value is { readonly [referenceKey]: number } {
  return typeof value === 'object' && value !== null && referenceKey in value;
}

function mapDeep(value: unknown, map: (inner: unknown) => unknown): unknown {
  const mapped = map(value);
  if (mapped !== value || typeof value !== 'object' || value === null) return mapped;
  if (Array.isArray(value)) return value.map((inner) => mapDeep(inner, map));
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapDeep(inner, map)]),
  );
}
