import { closeFlag, showFlag, type FlagOptions } from './flags';
import type { ModalOptions } from './modals';
import { askSite, currentRole, type Surface } from './session';
import { currentTheme } from './theme';

/** The page around a frame, as the bridge needs it. */
export type FrameHost = {
  readonly surface: Surface;
  readonly openModal: (options: ModalOptions) => boolean;
  /** Closes the modal that the frame stands in; absent where it stands in none. */
  readonly closeModal?: (payload?: unknown) => void;
};

type Command = (host: FrameHost, value: unknown) => unknown;
type Listener = (payload: unknown) => void;

const appEvents = new Map<string, Set<Listener>>();

/** The bridge commands that local Jira answers. Any other is refused by name. */
export const bridgeCommands: Readonly<Record<string, Command>> = {
  invoke: async ({ surface }, value) => {
    const { functionKey, payload } = value as { functionKey: string; payload?: unknown };
    const body = JSON.stringify({
      functionKey,
      payload,
      moduleKey: surface.key,
      place: surface.place,
    });
    const answer = await askSite<{ body?: unknown; error?: string }>('/platform/invoke', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.body;
  },
  fetchProduct: async (_host, value) => {
    const { product, restPath, fetchRequestInit, underway } = value as ProductFetch;
    if (product !== 'jira') throw new Error(`Local Jira has no ${product}.`);
    const headers = new Headers(fetchRequestInit.headers);
    headers.set('x-local-person', currentRole());
    headers.set('x-local-via', 'frame');
    headers.set('x-local-underway', String(underway));
    const { method = 'GET', body } = fetchRequestInit;
    const response = await fetch(restPath, { method, headers, body });
    return {
      body: await response.text(),
      headers: Object.fromEntries(response.headers.entries()),
      status: response.status,
      statusText: response.statusText,
    };
  },
  getContext: ({ surface }) => ({
    ...surface.context,
    theme: { colorMode: currentTheme().colorMode },
  }),
  enableTheming: () => currentTheme(),
  close: ({ closeModal }, payload) => {
    if (closeModal === undefined) return false;
    closeModal(payload);
    return true;
  },
  submit: ({ closeModal }, payload) => {
    if (closeModal === undefined) return false;
    closeModal(payload);
    return true;
  },
  openModal: ({ openModal }, value) => openModal(value as ModalOptions),
  showFlag: (_host, value) => showFlag(value as FlagOptions),
  closeFlag: (_host, value) => closeFlag((value as { id: string }).id),
  navigate: (_host, value) => {
    const { url, type } = value as { url?: string; type?: string };
    if (url === undefined) throw new Error('Local Jira navigates to addresses only.');
    if (type === 'new-tab') window.open(url, '_blank', 'noopener');
    else location.assign(url);
  },
  reload: () => {
    location.reload();
  },
  refresh: () => {
    location.reload();
  },
  changeWindowTitle: (_host, value) => {
    document.title = String(value);
  },
  emitReadyEvent: () => undefined,
  on: (_host, value) => {
    const { event, callback } = value as { event: string; callback: Listener };
    const listeners = appEvents.get(event) ?? new Set();
    appEvents.set(event, listeners.add(callback));
    return { unsubscribe: () => listeners.delete(callback) };
  },
  emit: (_host, value) => {
    const { event, payload } = value as { event: string; payload: unknown };
    for (const listener of appEvents.get(event) ?? []) listener(payload);
  },
};

type ProductFetch = {
  readonly underway: number;
  readonly product: string;
  readonly restPath: string;
  readonly fetchRequestInit: {
    readonly method?: string;
    readonly body: string | null;
    readonly headers: [string, string][];
  };
};

/** Serves one frame's calls. */
export function serveBridge(host: FrameHost): (name: string, value: unknown) => unknown {
  return (name, value) => {
    const command = bridgeCommands[name];
    if (command === undefined)
      throw new Error(`Local Jira does not answer the bridge command "${name}" yet.`);
    return command(host, value);
  };
}
