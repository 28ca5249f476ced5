import { serveBridge } from './bridge-commands';
import { h } from './elements';
import { mountFrame, type MountedFrame, type MountedSurface } from './frame';
import { createHistoryHost } from './frame-history';
import { openModal } from './modals';
import type { Session, Surface } from './session';

type Standing = {
  /** Where the frame stands in a modal: how it closes. */
  readonly closeModal?: (payload?: unknown) => void;
  /** Where the frame is a page of its own: the path that its history stands under. */
  readonly base?: string;
};

const patience = 1_000;

/** Mounts a surface with its bridge; a modal that it opens is a surface of its own. */
export function mountSurface(
  session: Session,
  surface: Surface,
  { closeModal, base }: Standing = {},
): MountedSurface {
  const onClose: (() => unknown)[] = [];
  const serve = serveBridge({
    surface,
    ...(closeModal && { closeModal }),
    ...(base !== undefined && { history: createHistoryHost(base) }),
    onClose: (callback) => {
      onClose.push(callback);
    },
    openModal: (options) =>
      openModal(surface, options, (inner, close) =>
        mountSurface(session, inner, { closeModal: close }),
      ),
  });
  const mounted = mountFrame(session, surface, { serve, autoHeight: closeModal === undefined });
  return {
    ...mounted,
    beforeClose: async () => {
      const done = Promise.allSettled(onClose.map((callback) => callback()));
      // A frame that does not answer is closed all the same.
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, patience))]);
    },
  };
}

/** The collapsible box in the side column. Its frame is loaded when it is first opened. */
export function surfaceBox(session: Session, surface: Surface): HTMLElement {
  const body = h('div', { class: 'app-box-body', hidden: true });
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'app-box-toggle',
      'aria-expanded': 'false',
      onclick: () => {
        change();
      },
    },
    h('span', { class: 'chevron', 'aria-hidden': 'true' }),
    h('span', {}, surface.title),
    h('span', { class: 'app-box-label' }, surface.label ?? ''),
  );
  let frame: MountedFrame | undefined;
  const change = (): void => {
    const wasOpen = toggle.getAttribute('aria-expanded') === 'true';
    toggle.setAttribute('aria-expanded', String(!wasOpen));
    body.hidden = wasOpen;
    if (frame !== undefined) return;
    frame = mountSurface(session, surface);
    body.append(frame.element);
  };
  return h('section', { class: 'app-box' }, h('h2', {}, toggle), body);
}
