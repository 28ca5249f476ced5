import type { AnsweredCommand } from '../bridge-fidelity';
import { closeFlag, showFlag, type FlagOptions } from './flags';
import type { HistoryHost } from './frame-history';
import { openIssueModal, type ModalOptions } from './modals';
import { addressOf, type Target } from './targets';
import { askSite, currentRole, type Surface } from './session';
import { currentTheme } from './theme';

/** The page around a frame, as the bridge needs it. */
export type FrameHost = {
  readonly surface: Surface;
  readonly openModal: (options: ModalOptions) => boolean;
  /** Closes the modal that the frame stands in; absent where it stands in none. */
  readonly closeModal?: (payload?: unknown) => void;
  /** Absent where the frame is not a page of its own. */
  readonly history?: HistoryHost;
  readonly onClose: (callback: () => unknown) => void;
};

type Command = (host: FrameHost, value: unknown) => unknown;
type Listener = (payload: unknown) => void;

const appEvents = new Map<string, Set<Listener>>();
let lastFrame = 0;

const closes: Command = ({ closeModal }, payload) => {
  if (closeModal === undefined) return false;
  closeModal(payload);
  return true;
};

const listens: Command = (_host, value) => {
  const { event, callback } = value as { event: string; callback: Listener };
  const listeners = appEvents.get(event) ?? new Set();
  appEvents.set(event, listeners.add(callback));
  return { unsubscribe: () => listeners.delete(callback) };
};

const tells: Command = (_host, value) => {
  const { event, payload } = value as { event: string; payload: unknown };
  for (const listener of appEvents.get(event) ?? []) listener(payload);
};

const reloads: Command = () => {
  location.reload();
};

const nothing: Command = () => undefined;

/** What is answered in the frame or by its helpers is not here. */
type PageCommand = Exclude<AnsweredCommand, 'createHistory'>;

/** The bridge commands that the page answers. Any other is refused by name. */
const bridgeCommands: Readonly<Record<PageCommand, Command>> = {
  invoke: ({ surface }, value) => invoke(surface, value),
  fetchProduct: ({ surface }, value) => fetchProduct(surface, value as ProductFetch),
  getContext: ({ surface }) => ({
    ...surface.context,
    theme: { colorMode: currentTheme().colorMode },
  }),
  enableTheming: () => currentTheme(),
  close: closes,
  submit: closes,
  onClose: ({ onClose }, callback) => {
    onClose(callback as () => unknown);
    return true;
  },
  openModal: ({ openModal }, value) => openModal(value as ModalOptions),
  open: () => false,
  showFlag: (_host, value) => showFlag(value as FlagOptions),
  closeFlag: (_host, value) => closeFlag((value as { id: string | number }).id),
  navigate: ({ surface }, value) => {
    const { url, type, ...target } = value as { url?: string; type?: string } & Target;
    const address = url ?? addressOf(target, surface);
    if (type === 'new-tab') window.open(address, '_blank', 'noopener');
    else location.assign(address);
  },
  getUrl: ({ surface }, value) => new URL(addressOf(value as Target, surface), location.href).href,
  reload: reloads,
  refresh: reloads,
  refreshIssueView: reloads,
  openIssueViewModal: (_host, value) => {
    const { data } = value as { data: { context: { issueKey: string }; onClose: () => void } };
    openIssueModal(data.context.issueKey, data.onClose);
  },
  changeWindowTitle: (_host, value) => {
    document.title = String(value);
  },
  emitReadyEvent: nothing,
  on: listens,
  onPublic: listens,
  emit: tells,
  emitPublic: tells,
  initFeatureFlags: () => ({ feature_flags: {} }),
  isRovoEnabled: () => false,
  getCookieConsentPreferences: () => null,
  emitFrontendCustomMetric: nothing,
  trackObjectStoreAction: nothing,
  getFrameId: ({ surface }) => {
    lastFrame += 1;
    return `${surface.key}-${String(lastFrame)}`;
  },
};

async function invoke(surface: Surface, value: unknown): Promise<unknown> {
  const { functionKey, payload, metadata } = value as {
    functionKey: string;
    payload?: unknown;
    metadata?: object;
  };
  const answer = await askSite<{ body?: unknown; error?: string }>('/platform/invoke', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ functionKey, payload, moduleKey: surface.key, place: surface.place }),
  });
  if (answer.error !== undefined) throw new Error(answer.error);
  return metadata === undefined ? answer.body : { body: answer.body, metadata: {} };
}

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

async function fetchProduct(surface: Surface, asked: ProductFetch): Promise<unknown> {
  const { product, restPath, fetchRequestInit, underway } = asked;
  if (product !== 'jira') throw new Error(`Local Jira has no ${product}.`);
  const headers = new Headers(fetchRequestInit.headers);
  headers.set('x-local-person', currentRole());
  headers.set('x-local-via', 'frame');
  headers.set('x-local-surface', surface.key);
  headers.set('x-local-underway', String(underway));
  const { method = 'GET', body } = fetchRequestInit;
  const response = await fetch(restPath, { method, headers, body });
  if (response.headers.has('x-local-no-answer')) throw new Error('The connection was reset.');
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers.entries()),
    status: response.status,
    statusText: response.statusText,
  };
}

/** How a frame's history reaches the address bar: not commands of the bridge, but of its frame side. */
const historyCommands: Readonly<Record<string, (history: HistoryHost, value: unknown) => unknown>> =
  {
    historyStart: (history) => history.start(),
    historyPush: (history, path) => {
      history.push(String(path));
    },
    historyReplace: (history, path) => {
      history.replace(String(path));
    },
    historyGo: (history, delta) => {
      history.go(Number(delta));
    },
    historyOnPop: (history, callback) => {
      history.onPop(callback as (path: string, index: number) => void);
    },
  };

/** Serves one frame's calls, and notes which commands it used. */
export function serveBridge(host: FrameHost): (name: string, value: unknown) => unknown {
  return (name, value) => {
    const ofHistory = historyCommands[name];
    if (ofHistory !== undefined) {
      if (name === 'historyStart') note('createHistory');
      if (host.history === undefined) {
        throw new Error('This module has no history: it is not a page of its own.');
      }
      return ofHistory(host.history, value);
    }
    if (!Object.hasOwn(bridgeCommands, name)) {
      throw new Error(`Local Jira does not answer the bridge command "${name}" yet.`);
    }
    note(name);
    return bridgeCommands[name as PageCommand](host, value);
  };
}

const noted = new Set<string>();

/** Tells the site once a page that a command was used: the figures of fidelity count them. */
function note(command: string): void {
  if (noted.has(command)) return;
  noted.add(command);
  navigator.sendBeacon('/local/bridge-command', command);
}
