import { h } from './elements';

/** A flag as the bridge's `showFlag` asks for it. */
export type FlagOptions = {
  readonly id: string | number;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  /** Overrules the type; Jira draws it bold. */
  readonly appearance?: 'info' | 'success' | 'warning' | 'error';
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
  readonly isAutoDismiss?: boolean;
};

const shownFor = 8_000;
const region = h('div', { class: 'flags', role: 'region', 'aria-label': 'Flags' });

export function startFlags(): void {
  document.body.append(region);
}

export function showFlag(options: FlagOptions): boolean {
  closeFlag(options.id);
  const flag = h(
    'section',
    {
      class: `flag flag-${options.appearance ?? options.type ?? 'info'}`,
      role: 'alert',
      'data-flag': String(options.id),
    },
    h('strong', {}, options.title ?? ''),
    h('p', {}, options.description ?? ''),
    h(
      'div',
      { class: 'flag-actions' },
      ...(options.actions ?? []).map(({ text, onClick }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'link-button',
            onclick: () => {
              onClick();
            },
          },
          text,
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'link-button',
          onclick: () => {
            closeFlag(options.id);
          },
        },
        'Dismiss',
      ),
    ),
  );
  region.append(flag);
  if (options.isAutoDismiss === true)
    setTimeout(() => {
      flag.remove();
    }, shownFor);
  return true;
}

export function closeFlag(id: string | number): boolean {
  const flag = [...region.children].find(
    (each) => each instanceof HTMLElement && each.dataset['flag'] === String(id),
  );
  flag?.remove();
  return flag !== undefined;
}
