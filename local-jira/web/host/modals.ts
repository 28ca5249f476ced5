import { h } from './elements';
import type { MountedFrame } from './frame';
import type { Surface } from './session';

/** A modal as the bridge's `openModal` asks for it. */
export type ModalOptions = {
  readonly resource: string | null;
  readonly onClose: (payload?: unknown) => void;
  readonly size: string | { readonly width: string; readonly height?: string };
  readonly context: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly title: string;
};

const widths: Readonly<Record<string, string>> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '100%',
  fullscreen: '100%',
};

const heights: Readonly<Record<string, string>> = {
  small: 'max(20vh, 320px)',
  medium: 'max(40vh, 520px)',
  large: 'max(70vh, 720px)',
  xlarge: '90vh',
  max: '100%',
  fullscreen: '100%',
};

/** Opens another of the app's resources in a dialog. Its context carries `extension.modal`. */
export function openModal(
  opener: Surface,
  options: ModalOptions,
  mount: (surface: Surface, close: (payload?: unknown) => void) => MountedFrame,
): boolean {
  const resource = options.resource ?? opener.resource;
  const named = typeof options.size === 'string' ? options.size : undefined;
  const width = named === undefined ? (options.size as { width: string }).width : widths[named];
  const dialog = h('dialog', { class: 'modal', 'aria-label': options.title || opener.title });
  dialog.style.width = `min(${width ?? '600px'}, calc(100vw - 32px))`;
  dialog.style.height = `min(${heights[named ?? 'large'] ?? '80vh'}, calc(100vh - 32px))`;
  let closed = false;
  const close = (payload?: unknown): void => {
    if (closed) return;
    closed = true;
    frame.remove();
    dialog.close();
    dialog.remove();
    options.onClose(payload);
  };
  const extension = { ...(opener.context['extension'] as object), modal: options.context };
  const title = options.title || opener.title;
  const path = opener.path.replace(opener.resource, resource);
  const context = { ...opener.context, extension };
  const frame = mount({ ...opener, resource, title, path, context }, close);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (options.closeOnEscape) close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && options.closeOnOverlayClick) close();
  });
  dialog.append(frame.element);
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
