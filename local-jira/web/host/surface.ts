import { serveBridge } from './bridge-commands';
import { h } from './elements';
import { mountFrame, type MountedFrame } from './frame';
import { openModal } from './modals';
import type { Session, Surface } from './session';

/** Mounts a surface with its bridge; a modal that it opens is a surface of its own. */
export function mountSurface(
  session: Session,
  surface: Surface,
  closeModal?: (payload?: unknown) => void,
): MountedFrame {
  const serve = serveBridge({
    surface,
    ...(closeModal && { closeModal }),
    openModal: (options) =>
      openModal(surface, options, (inner, close) => mountSurface(session, inner, close)),
  });
  return mountFrame(session, surface, { serve, autoHeight: closeModal === undefined });
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
