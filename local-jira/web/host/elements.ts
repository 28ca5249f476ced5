type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** Makes an element: attributes, listeners (`onclick`) and children. Text stays text. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Two letters on a colour that belongs to the name. */
export function avatar(name: string): HTMLElement {
  const letters = name.split(' ').map((part) => part[0] ?? '');
  const hue = name.length % 5;
  return h(
    'span',
    { class: `avatar avatar-${String(hue)}`, 'aria-hidden': 'true' },
    letters.slice(0, 2).join(''),
  );
}

/** A status in its category's colour. */
export function statusLozenge(status: {
  name: string;
  statusCategory: { key: string };
}): HTMLElement {
  return h('span', { class: `lozenge lozenge-${status.statusCategory.key}` }, status.name);
}
