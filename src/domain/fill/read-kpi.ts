import { isDay } from '../use-case/is-day';

/** What a line about a KPI says; `null` and `''` where it is silent. `rest` is what was not read. */
export type KpiText = {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly by: string;
  readonly rest: string;
};

const figure = String.raw`(?<sign>[€$£]?)\s*(?<FIGURE>-?\d[\d.,]*)\s*(?<UNIT>%|(?!(?:by|in|to|until|at|on|per|for|from|within|and)\b)[\p{L}€$£/]{1,12})?`;
const fromTo = new RegExp(
  String.raw`[,:;(]?\s*(?:from\s+)?${named(figure, 'from')}\s*(?:to|→|->|=>|–|—)\s*${named(figure, 'to')}\)?`,
  'iu',
);
const byDay = /[,;]?\s*\bby\s+(?<day>\d{4}-\d{2}-\d{2})/iu;

function named(pattern: string, prefix: string): string {
  return pattern
    .replace('<sign>', `<${prefix}Sign>`)
    .replace('<FIGURE>', `<${prefix}>`)
    .replace('<UNIT>', `<${prefix}Unit>`);
}

/**
 * Reads "Recovered carts, 6.5% to 9% by 2027-03-31". The words before the figures are the name.
 */
export function readKpi(text: string): KpiText {
  // Runs of spaces would make the pattern below try every way of sharing them out.
  const line = text.replace(/\s+/gu, ' ');
  const found = byDay.exec(line);
  const day = found !== null && isDay(dayOf(found)) ? found : null;
  const undated = day === null ? line : line.replace(day[0], '');
  const figures = fromTo.exec(undated);
  if (figures === null) {
    return {
      name: undotted(undated),
      unit: '',
      baseline: null,
      target: null,
      by: dayOf(day),
      rest: '',
    };
  }
  const groups = figures.groups ?? {};
  return {
    name: undotted(undated.slice(0, figures.index)),
    unit: [groups['toUnit'], groups['toSign'], groups['fromUnit']].find(Boolean) ?? '',
    baseline: readNumber(groups['from'] ?? ''),
    target: readNumber(groups['to'] ?? ''),
    by: dayOf(day),
    rest: undotted(undated.slice(figures.index + figures[0].length)),
  };
}

const plainNumber = /^-?\d+(?:\.\d+)?$/u;
const commaGroups = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const dotGroups = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/u;
const decimalComma = /^-?\d+,\d+$/u;

/** Reads a number as people write it: "6.5", "6,5", "1,200", "1.200,5", "1 200". `null` if it is none. */
export function readNumber(text: string): number | null {
  const compact = text
    .replace(/[\s\u00A0\u202F']/gu, '')
    .replace(/^−/u, '-')
    .replace(/[.,]$/u, '');
  if (plainNumber.test(compact)) return Number(compact);
  if (commaGroups.test(compact)) return Number(compact.replaceAll(',', ''));
  if (dotGroups.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'));
  return decimalComma.test(compact) ? Number(compact.replace(',', '.')) : null;
}

function dayOf(match: RegExpExecArray | null): string {
  return match?.groups?.['day'] ?? '';
}

function undotted(text: string): string {
  return text.trim().replace(/^[\s,;:.–—-]+|[\s,;:.–—-]+$/gu, '');
}
