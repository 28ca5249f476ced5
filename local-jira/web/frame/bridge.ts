import { createRpc } from '../rpc';
import { applyTheme, type ThemeState } from './theme';

/**
 * What the platform puts into a frame before the app's own script: `__bridge.callBridge`, connected
 * to the page around the frame.
 */
const script = document.currentScript;
const site = script?.dataset['site'] ?? '';
const channel = new MessageChannel();
const rpc = createRpc(channel.port1, (name, value) => {
  if (name === 'theme') applyTheme(value as ThemeState);
});
window.parent.postMessage({ northstarLocalJira: 'hello' }, site, [channel.port2]);

const callBridge = async (command: string, value?: unknown): Promise<unknown> => {
  const answer = await rpc.call(command, value);
  if (command === 'enableTheming') applyTheme(answer as ThemeState);
  return answer;
};

Object.assign(window, { __bridge: { callBridge } });
