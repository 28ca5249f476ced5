/** What a line about a KPI says; `null` and `''` where it is silent. `rest` is what was not read. */
export type KpiText = {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly by: string;
  readonly rest: string;
};

const figure = String.raw`(?<sign>[€$£]?)\s*(?<FIGURE>-?\d[\d.,]*)\s*(?<UNIT>%|pp|[\p{L}€$£/]{1,12})?`;
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
  const day = byDay.exec(text);
  const undated = day === null ? text : text.replace(day[0], '');
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

/** Reads a number as people write it: "6.5", "6,5", "1,200", "1.200,5". `null` if it is none. */
export function readNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00A0']/gu, '').replace(/[.,]$/u, '');
  const decimalComma =
    /^-?\d+(?:\.\d{3})*,\d+$/u.test(compact) && !/^-?\d{1,3},\d{3}$/u.test(compact);
  const plain = decimalComma
    ? compact.replaceAll('.', '').replace(',', '.')
    : compact.replaceAll(',', '');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

function dayOf(match: RegExpExecArray | null): string {
  return match?.groups?.['day'] ?? '';
}

function undotted(text: string): string {
  return text.trim().replace(/^[\s,;:.–—-]+|[\s,;:.–—-]+$/gu, '');
}
