import { h } from '../elements';

/** What a person sees where there is nothing, or nothing for them. */
export function missing(what: 'issue' | 'project' | 'page'): HTMLElement {
  return h(
    'main',
    { class: 'page' },
    h('h1', {}, `You can't see this ${what}`),
    h(
      'p',
      { class: 'quiet' },
      'It does not exist, or your permissions do not reach it. Switch to another person, top right.',
    ),
  );
}
