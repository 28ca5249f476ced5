import { makeInvoke } from '@forge/bridge';
import type { AppApi, AppError } from '#contract';
import { failure, type Result } from '#domain/result';

const invoke = makeInvoke<AppApi>();

/** Calls of the app, typed by the contract. A call that breaks off is `cut-off`, never a throw. */
export const api = {
  recordEdit: (payload: Parameters<AppApi['recordEdit']>[0]) =>
    answered(invoke('recordEdit', payload)),
  replaceRecord: (payload: Parameters<AppApi['replaceRecord']>[0]) =>
    answered(invoke('replaceRecord', payload)),
  recordEditOf: (payload: Parameters<AppApi['recordEditOf']>[0]) =>
    answered(invoke('recordEditOf', payload)),
  recordRating: (payload: Parameters<AppApi['recordRating']>[0]) =>
    answered(invoke('recordRating', payload)),
  removeRecord: (payload: Parameters<AppApi['removeRecord']>[0]) =>
    answered(invoke('removeRecord', payload)),
  withdrawEdit: (payload: Parameters<AppApi['withdrawEdit']>[0]) =>
    answered(invoke('withdrawEdit', payload)),
  takeMany: (payload: Parameters<AppApi['takeMany']>[0]) => answered(invoke('takeMany', payload)),
  settleMany: (payload: Parameters<AppApi['settleMany']>[0]) =>
    answered(invoke('settleMany', payload)),
  listProposals: () => answered(invoke('listProposals', {})),
  propose: (payload: Parameters<AppApi['propose']>[0]) => answered(invoke('propose', payload)),
  settleProposal: (payload: Parameters<AppApi['settleProposal']>[0]) =>
    answered(invoke('settleProposal', payload)),
  listViews: () => answered(invoke('listViews', {})),
  saveView: (payload: Parameters<AppApi['saveView']>[0]) => answered(invoke('saveView', payload)),
  removeView: (payload: Parameters<AppApi['removeView']>[0]) =>
    answered(invoke('removeView', payload)),
  changeProgramme: (payload: Parameters<AppApi['changeProgramme']>[0]) =>
    answered(invoke('changeProgramme', payload)),
  changeSettings: (payload: Parameters<AppApi['changeSettings']>[0]) =>
    answered(invoke('changeSettings', payload)),
};

async function answered<Value>(
  call: Promise<Result<Value, AppError>>,
): Promise<Result<Value, AppError>> {
  try {
    return await call;
  } catch {
    return failure({ code: 'cut-off' });
  }
}
