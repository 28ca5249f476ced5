import { h } from './elements';
import type { Surface } from './session';
import type { MountedSurface } from './frame';

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
  mount: (surface: Surface, close: (payload?: unknown) => void) => MountedSurface,
): boolean {
  const resource = options.resource ?? opener.resource;
  const title = options.title || opener.title;
  const dialog = h('dialog', { class: 'modal', 'aria-label': title });
  const { width, height } = sizeOf(options.size);
  dialog.style.width = `min(${width}, calc(100vw - 32px))`;
  dialog.style.height = `min(${height}, calc(100vh - 32px))`;
  let closed = false;
  const close = (payload?: unknown): void => {
    if (closed) return;
    closed = true;
    void frame.beforeClose().then(() => {
      frame.remove();
      dialog.close();
      dialog.remove();
      options.onClose(payload);
    });
  };
  const extension = { ...(opener.context['extension'] as object), modal: options.context };
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
  show(dialog, frame.element);
  return true;
}

function sizeOf(size: ModalOptions['size']): { readonly width: string; readonly height: string } {
  if (typeof size !== 'string') return { width: size.width, height: size.height ?? '80vh' };
  return { width: widths[size] ?? '600px', height: heights[size] ?? '80vh' };
}

function show(dialog: HTMLDialogElement, content: HTMLElement): void {
  dialog.append(content);
  document.body.append(dialog);
  dialog.showModal();
}

/** Opens an issue's own page in a dialog, as `ViewIssueModal` of Jira does. */
export function openIssueModal(issueKey: string, onClose: () => void): void {
  const dialog = h('dialog', { class: 'modal', 'aria-label': issueKey });
  dialog.style.width = 'min(1100px, calc(100vw - 32px))';
  dialog.style.height = 'calc(100vh - 64px)';
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  const close = (): void => {
    dialog.close();
  };
  const src = `/browse/${encodeURIComponent(issueKey)}`;
  show(
    dialog,
    h(
      'div',
      { class: 'issue-modal' },
      h('button', { type: 'button', class: 'plain-button', onclick: close }, 'Close'),
      h('iframe', { class: 'app-frame', title: issueKey, src }),
    ),
  );
}
