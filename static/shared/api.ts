import { makeInvoke } from '@forge/bridge';
import type { AppApi, AppError, CallName, PayloadOf, ViewOf } from '#contract';
import { failure, type Result } from '#domain/result';

const invoke = makeInvoke<AppApi>();

type Client = {
  readonly [Name in CallName]: (
    payload: PayloadOf<Name>,
  ) => Promise<Result<ViewOf<Name>, AppError>>;
};

/** Calls of the app, typed by the contract. A call that breaks off is `cut-off`, never a throw. */
export const api = new Proxy({} as Client, {
  get: (_client, name: CallName) => async (payload: never) => {
    try {
      return await invoke(name, payload);
    } catch {
      return failure<AppError>({ code: 'cut-off' });
    }
  },
});
