import type { AppError } from '#contract';
import { fieldLabels } from '#domain/fields/columns/labels';
import { keepsOnDevice } from './keeps-on-device';
import { listOf } from './say-figures';
import { t, textsOf } from './texts';

/** A failure in words: what happened, and what to do. */
export type Message = { readonly title: string; readonly text: string };

/** Ends a message about text that was not saved. */
export function nothingLost(): string {
  return keepsOnDevice() ? t('shared.messages.keptOnDevice') : t('shared.messages.keptOnPage');
}

/** What needs neither a name nor a figure to be said. */
const plainTexts = {
  gone: textsOf({
    title: 'shared.messages.thisIssueIsNotHere',
    text: 'shared.messages.itWasDeletedOrYou',
  }),
  'changed-meanwhile': textsOf({
    title: 'shared.messages.notReplaced',
    text: 'shared.messages.theValueChangedWhileYou',
  }),
  'too-many-proposals': textsOf({
    title: 'shared.messages.notProposed',
    text: 'shared.messages.twentyOfYourProposalsWait',
  }),
  'too-many-views': textsOf({
    title: 'shared.messages.notSaved',
    text: 'shared.messages.thereAreEnoughViewsRemove',
  }),
} as const satisfies Partial<Record<AppError['code'], Message>>;

/** Messages that end with what becomes of a text that is not saved. */
const keptTexts = {
  'invalid-payload': 'shared.messages.northstarDidNotUnderstandIts',
  'newer-record': 'shared.messages.aNewerVersionOfNorthstar',
  'damaged-record': 'shared.messages.theStoredValueWasChanged',
  'foreign-record': 'shared.messages.theStoredValueWasChanged',
  'cut-off': 'shared.messages.connectionBrokeOff',
  'no-answer': 'shared.messages.jiraDidNotAnswer',
  withdrawn: 'shared.messages.tookItBack',
  busy: 'shared.messages.tooManySave',
} as const;

function keptTitle(code: keyof typeof keptTexts): string {
  if (code === 'cut-off') return t('shared.messages.theConnectionBrokeOff');
  return code === 'newer-record'
    ? t('shared.messages.readOnlyForNow')
    : t('shared.messages.notSaved');
}

/** Says an error to a person. `project` is the project's name. */
export function messageFor(error: AppError, project: string): Message {
  switch (error.code) {
    case 'invalid-payload':
    case 'newer-record':
    case 'damaged-record':
    case 'foreign-record':
    case 'cut-off':
    case 'no-answer':
    case 'withdrawn':
    case 'busy':
      return {
        title: keptTitle(error.code),
        text: t(keptTexts[error.code], { kept: nothingLost() }),
      };
    case 'gone':
    case 'changed-meanwhile':
    case 'too-many-proposals':
    case 'too-many-views':
      return plainTexts[error.code];
    case 'name-taken':
      return {
        title: t('shared.messages.notAdded'),
        text: t('shared.messages.isThereAlreadyOrSomebody', { name: error.name }),
      };
    case 'may-not-edit':
      return {
        title: t('shared.messages.notSaved'),
        text: t('shared.messages.changingItNeedsTheEdit', { project, kept: nothingLost() }),
      };
    case 'may-not-administer':
      return {
        title: t('shared.messages.notChanged'),
        text: t('shared.messages.thisIsForPeopleWho', { project }),
      };
    case 'not-placed-here':
      return { title: t('shared.messages.notSaved'), text: placementTexts[error.placement] };
    case 'too-long':
      return tooLong(error);
    case 'slow-down':
      return {
        title: t('shared.messages.notSavedYet'),
        text: t('shared.messages.jiraAsksUsToSlow', {
          seconds: error.seconds ?? 60,
          kept: nothingLost(),
        }),
      };
    case 'unexpected':
      return {
        title: t('shared.messages.somethingWentWrong'),
        text: t('shared.messages.reference', { reference: error.reference, kept: nothingLost() }),
      };
  }
}

function tooLong({ over, longest }: Extract<AppError, { code: 'too-long' }>): Message {
  const names = longest.map((field) => fieldLabels[field]);
  const what =
    names.length > 0 ? t('shared.messages.shorten', { fields: listOf(names, 'or') }) : '';
  return {
    title: t('shared.messages.tooLongByCharacters', { over }),
    text: t('shared.messages.jiraKeeps32768Characters', { what, kept: nothingLost() }),
  };
}

/** Why Northstar does not show on an issue. */
export const placementTexts = textsOf({
  'project-off': 'shared.messages.northstarIsTurnedOffIn',
  'type-off': 'shared.messages.aProjectAdminLeftOut',
  'sub-task': 'shared.messages.aUseCaseLivesOn',
  'service-project': 'shared.messages.northstarDoesNotWorkIn',
});
