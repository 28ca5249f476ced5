import { iframeResizer } from 'iframe-resizer';
import { createRpc, type Rpc } from '../rpc';
import { onClockMoved } from './clock';
import { h } from './elements';
import type { Session, Surface } from './session';
import { onThemeChange } from './theme';

/** A frame on the page, with the bridge to it. */
export type MountedFrame = {
  readonly element: HTMLIFrameElement;
  readonly remove: () => void;
};

/** A surface on the page. `beforeClose` runs what its app wants to do before it goes. */
export type MountedSurface = MountedFrame & { readonly beforeClose: () => Promise<void> };

/** Mounts a surface's frame, cross-origin and sandboxed as Jira does, and connects the bridge. */
export function mountFrame(
  session: Session,
  surface: Surface,
  options: {
    readonly serve: (name: string, value: unknown) => unknown;
    readonly autoHeight: boolean;
  },
): MountedFrame {
  const element = h('iframe', {
    ...session.frameAttributes,
    class: 'app-frame',
    title: surface.title,
    'data-resource': surface.resource,
    src: `${session.frameOrigin}${surface.path}`,
  });
  let rpc: Rpc | undefined;
  const stopTheme = onThemeChange((theme) => void rpc?.call('theme', theme));
  const stopClock = onClockMoved((ahead) => void rpc?.call('clock', ahead));
  const connect = (event: MessageEvent): void => {
    const port = event.ports[0];
    const ours = event.source === element.contentWindow && event.origin === session.frameOrigin;
    if (ours && port !== undefined && isHello(event.data)) rpc = createRpc(port, options.serve);
  };
  window.addEventListener('message', connect);
  if (options.autoHeight)
    element.addEventListener('load', () => {
      followHeight(element, session);
    });
  return {
    element,
    remove: () => {
      window.removeEventListener('message', connect);
      stopTheme();
      stopClock();
      rpc?.close();
      element.remove();
    },
  };
}

function followHeight(element: HTMLIFrameElement, { frameOrigin }: Session): void {
  iframeResizer({ checkOrigin: [frameOrigin], heightCalculationMethod: 'bodyOffset' }, element);
}

function isHello(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'northstarLocalJira' in data;
}
