import { createMemoryHistory, type MemoryHistory } from 'history';

type Start = { readonly path: string; readonly index: number };
type Call = (command: string, value?: unknown) => Promise<unknown>;

/**
 * The history that an app gets, version 4 as the platform has it. It lives in the frame, because
 * `listen` must answer at once; the address bar of the page around it is kept in step.
 */
export async function createFrameHistory(call: Call): Promise<MemoryHistory> {
  const start = (await call('historyStart')) as Start;
  const memory = createMemoryHistory({ initialEntries: [start.path] });
  // Where the page's entry stands in relation to this history, which began at the page's present.
  const offset = start.index;
  let followsPage = false;

  const wayBack = (path: string, index: number): void => {
    const delta = index - offset - memory.index;
    followsPage = true;
    if (delta !== 0 && memory.canGo(delta)) memory.go(delta);
    else memory.replace(path);
    followsPage = false;
  };
  await call('historyOnPop', wayBack);

  memory.listen((location, action) => {
    if (followsPage || action === 'POP') return;
    const path = `${location.pathname}${location.search}${location.hash}`;
    void call(action === 'PUSH' ? 'historyPush' : 'historyReplace', path);
  });
  // Going back is the page's: it moves, and tells this history where it arrived.
  const go = (delta: number): void => void call('historyGo', delta);
  const moves = {
    go,
    goBack: () => {
      go(-1);
    },
    goForward: () => {
      go(1);
    },
  };
  return Object.assign(Object.create(memory) as MemoryHistory, moves);
}
