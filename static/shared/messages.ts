import type { AppError } from '#contract';
import { fieldLabels } from '#domain/fields/columns/labels';
import { keepsOnDevice } from './keeps-on-device';

/** A failure in words: what happened, and what to do. */
export type Message = { readonly title: string; readonly text: string };

/** Ends a message about text that was not saved. */
export const nothingLost = keepsOnDevice()
  ? 'Your text is kept on this device.'
  : 'Your text stays here until you leave the page.';

/** What needs neither a name nor a figure to be said. */
const plainTexts = {
  gone: {
    title: 'This issue is not here any more',
    text: 'It was deleted, or you may no longer see it. Copy your text before you leave.',
  },
  'changed-meanwhile': {
    title: 'Not replaced',
    text: 'The value changed while you were looking at it. Reload to see what it is now.',
  },
  'too-many-proposals': {
    title: 'Not proposed',
    text: 'Twenty of your proposals wait, or a hundred of all. A project admin has to settle some first.',
  },
  'too-many-views': { title: 'Not saved', text: 'There are enough views. Remove one first.' },
  'cut-off': {
    title: 'The connection broke off',
    text: `Northstar cannot tell whether this was done. Reload the page to see. ${nothingLost}`,
  },
  'no-answer': { title: 'Not saved', text: `Jira did not answer. ${nothingLost}` },
  withdrawn: {
    title: 'Not saved',
    text: `Jira did not confirm it within a minute, so Northstar took it back. ${nothingLost}`,
  },
  busy: {
    title: 'Not saved',
    text: `Too many people are saving this use case at once. Try again. ${nothingLost}`,
  },
} as const satisfies Partial<Record<AppError['code'], Message>>;

/** Says an error to a person. `project` is the project's name. */
export function messageFor(error: AppError, project: string): Message {
  switch (error.code) {
    case 'invalid-payload':
      return {
        title: 'Not saved',
        text: `Northstar did not understand its own request. Reload the page. ${nothingLost}`,
      };
    case 'gone':
    case 'changed-meanwhile':
    case 'too-many-proposals':
    case 'too-many-views':
    case 'cut-off':
    case 'no-answer':
    case 'withdrawn':
    case 'busy':
      return plainTexts[error.code];
    case 'name-taken':
      return {
        title: 'Not added',
        text: `“${error.name}” is there already, or somebody proposed it.`,
      };
    case 'may-not-edit':
      return {
        title: 'Not saved',
        text: `Changing it needs the Edit Issues permission in ${project}. ${nothingLost}`,
      };
    case 'may-not-administer':
      return { title: 'Not changed', text: `This is for people who administer ${project}.` };
    case 'not-placed-here':
      return { title: 'Not saved', text: placementTexts[error.placement] };
    case 'newer-record':
      return {
        title: 'Read only for now',
        text: `A newer version of Northstar wrote this use case. Reload Jira to get it. ${nothingLost}`,
      };
    case 'damaged-record':
    case 'foreign-record':
      return {
        title: 'Not saved',
        text: `The stored value was changed by something else and cannot be read. Reload to look at it. ${nothingLost}`,
      };
    case 'too-long':
      return tooLong(error);
    case 'slow-down':
      return {
        title: 'Not saved yet',
        text: `Jira asks us to slow down. Try again in ${String(error.seconds ?? 60)} seconds. ${nothingLost}`,
      };
    case 'unexpected':
      return {
        title: 'Something went wrong',
        text: `Reference ${error.reference}. ${nothingLost}`,
      };
  }
}

function tooLong({ over, longest }: Extract<AppError, { code: 'too-long' }>): Message {
  const names = longest.map((field) => fieldLabels[field]);
  const what = names.length > 0 ? ` Shorten ${names.join(' or ')}.` : '';
  return {
    title: `Too long by ${over.toLocaleString('en')} characters`,
    text: `Jira keeps 32,768 characters for a use case.${what} ${nothingLost}`,
  };
}

/** Why Northstar does not show on an issue. */
export const placementTexts = {
  'project-off':
    'Northstar is turned off in this project. A project admin can turn it on in the project’s settings.',
  'type-off':
    'A project admin left out issues of this type. It can be changed in the project’s settings.',
  'sub-task': 'A use case lives on the issue above. Open the parent of this sub-task.',
  'service-project': 'Northstar does not work in service projects.',
} as const;
