import { followClock } from '../../forge/follow-clock';
import { createRpc } from '../rpc';
import { createFrameHistory } from './history';
import { applyTheme, type ThemeState } from './theme';

/**
 * What the platform puts into a frame before the app's own script: `__bridge.callBridge`, connected
 * to the page around the frame.
 */
const script = document.currentScript;
const site = script?.dataset['site'] ?? '';
const clock = followClock(Number(script?.dataset['ahead']));
const channel = new MessageChannel();
const rpc = createRpc(channel.port1, (name, value) => {
  if (name === 'theme') applyTheme(value as ThemeState);
  if (name === 'clock') clock.putForwardTo(value as number);
});
window.parent.postMessage({ northstarLocalJira: 'hello' }, site, [channel.port2]);

let fetchesUnderway = 0;

const callBridge = async (command: string, value?: unknown): Promise<unknown> => {
  if (command === 'fetchProduct') return fetchProduct(value);
  if (command === 'createHistory') return createFrameHistory((name, data) => rpc.call(name, data));
  const answer = await rpc.call(command, value);
  if (command === 'enableTheming') applyTheme(answer as ThemeState);
  return answer;
};

/** Tells the page how many requests were unanswered when this one was sent: the log needs it. */
async function fetchProduct(value: unknown): Promise<unknown> {
  const asked = { ...(value as object), underway: fetchesUnderway };
  fetchesUnderway += 1;
  try {
    return await rpc.call('fetchProduct', asked);
  } finally {
    fetchesUnderway -= 1;
  }
}

Object.assign(window, { __bridge: { callBridge } });
