import { closed } from '../direction-marks';
import type { AllValues, FieldName } from './fields';

/** A piece of the hypothesis: fixed words, an answer, or the place of an answer still missing. */
export type HypothesisPart =
  | { readonly part: 'words'; readonly text: string }
  | { readonly part: 'answer'; readonly text: string; readonly field: FieldName }
  | { readonly part: 'missing'; readonly field: FieldName };

/** How figures and days are written for the reader. */
export type Wording = {
  readonly figure: (value: number, unit: string) => string;
  readonly day: (isoDay: string) => string;
};

/**
 * Composes the testable statement from the fields: what for whom, where, to which end, and by which
 * KPI we will know. The pattern is the hypothesis template of lean experiments.
 */
export function composeHypothesis(useCase: AllValues, wording: Wording): HypothesisPart[] {
  const unit = useCase['kpi.unit'];
  const figure = (value: number | null): string =>
    value === null ? '' : wording.figure(value, unit);
  const by = useCase['kpi.by'];
  return [
    words('We believe '),
    answer('what', lowerFirst(useCase.what)),
    words(' for '),
    answer('who', lowerFirst(useCase.who)),
    words(' at '),
    answer('where', lowerFirst(useCase.where)),
    words(' will '),
    answer('why', lowerFirst(useCase.why)),
    words('. We will know when '),
    answer('kpi.name', lowerFirst(useCase['kpi.name'])),
    words(' moves from '),
    answer('kpi.baseline', figure(useCase['kpi.baseline'])),
    words(' to '),
    answer('kpi.target', figure(useCase['kpi.target'])),
    words(' by '),
    answer('kpi.by', by === '' ? '' : wording.day(by)),
    words(', test against control.'),
  ];
}

/** The hypothesis as one sentence; a missing answer is an ellipsis. */
export function hypothesisText(parts: readonly HypothesisPart[]): string {
  return parts.map((part) => (part.part === 'missing' ? '…' : part.text)).join('');
}

function words(text: string): HypothesisPart {
  return { part: 'words', text };
}

function answer(field: FieldName, value: string): HypothesisPart {
  const text = value.trim().replace(/[.\s]+$/u, '');
  return text === '' ? { part: 'missing', field } : { part: 'answer', text: closed(text), field };
}

/** Lowers a sentence's first letter, but leaves abbreviations such as "CRM" and "E-mail" readable. */
function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  return second === second.toLowerCase() ? first.toLowerCase() + text.slice(first.length) : text;
}
