import type { AppError } from '../contract';
import { failure, type Result } from '../domain/result';

/** A call as Forge hands it to a resolver. */
export type ResolverCall = { readonly payload: unknown; readonly context: unknown };

/** How one call is read, placed and run. */
type Guarded<Payload, Place, View> = {
  readonly parse: (payload: unknown) => Payload | undefined;
  readonly place: (context: unknown) => Place | undefined;
  readonly run: (payload: Payload, place: Place) => Promise<Result<View, AppError>>;
};

/**
 * Wraps a call: parses the payload, takes place and person from the platform's context, runs, and
 * turns a bug into a code with a reference. Nothing is thrown across the bridge, and nothing that
 * a person wrote is logged.
 */
export function guard<Payload, Place, View>({ parse, place, run }: Guarded<Payload, Place, View>) {
  return async (call: ResolverCall): Promise<Result<View, AppError>> => {
    const payload = parse(call.payload);
    const where = place(call.context);
    if (payload === undefined || where === undefined) return failure({ code: 'invalid-payload' });
    try {
      return await run(payload, where);
    } catch (bug) {
      const reference = Math.floor(Date.now() / 1000).toString(36);
      console.error(`unexpected error ${reference}`, traceOf(bug));
      return failure({ code: 'unexpected', reference });
    }
  };
}

/** The kind of a bug and where it happened. Its message is left out: it may quote what a person wrote. */
function traceOf(bug: unknown): string {
  if (!(bug instanceof Error)) return 'not an error';
  const places = (bug.stack ?? '').split('\n').filter((line) => /^\s*at /u.test(line));
  return [bug.name, ...places].join('\n');
}
