import { DateTime, type DurationLikeObject } from 'luxon';

/** Where "today" begins for the person: Jira reckons in the viewer's time zone. */
export const viewerZone = 'Europe/Amsterdam';

const units: Readonly<Record<string, keyof DurationLikeObject>> = {
  y: 'years',
  M: 'months',
  w: 'weeks',
  d: 'days',
  h: 'hours',
  m: 'minutes',
};

const formats = ['yyyy-MM-dd HH:mm', 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd', 'yyyy/MM/dd'];

/** A moment from a date or a period such as "-7d" or "4w 2d"; undefined where it is neither. */
export function readMoment(text: string, now: number): number | undefined {
  const from = DateTime.fromMillis(now, { zone: viewerZone });
  const period = readPeriod(text);
  if (period !== undefined) return valid(from.plus(period));
  const read = formats
    .map((format) => DateTime.fromFormat(text, format, { zone: viewerZone }))
    .find(({ isValid }) => isValid);
  return read && valid(read);
}

/** A moment that is stored: a day is its midnight where the viewer is. NaN for what is none. */
export function storedMoment(text: string): number {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? DateTime.fromISO(text, { zone: viewerZone }).toMillis()
    : Date.parse(text);
}

/** Milliseconds, if the moment exists: the year 300,000 does not. */
function valid(moment: DateTime): number | undefined {
  return moment.isValid ? moment.toMillis() : undefined;
}

/** A period in JQL's own notation, each part a number and a unit; a minus holds for all of it. */
export function readPeriod(text: string): DurationLikeObject | undefined {
  if (!/^[+-]?(?:\s*\d+[yMwdhm])+$/u.test(text.trim())) return undefined;
  const sign = text.trim().startsWith('-') ? -1 : 1;
  const parts = [...text.matchAll(/(?<count>\d+)(?<unit>[yMwdhm])/gu)].map(({ groups = {} }) => [
    units[groups['unit'] ?? ''] ?? 'days',
    sign * Number(groups['count']),
  ]);
  return Object.fromEntries(parts) as DurationLikeObject;
}

type Span = 'day' | 'week' | 'month' | 'year';

/** The start or the end of the day, week, month or year, moved by a number of them or a period. */
export function edgeOf(
  span: Span,
  edge: 'start' | 'end',
  options: { readonly now: number; readonly shift: string | undefined },
): number | undefined {
  const now = DateTime.fromMillis(options.now, { zone: viewerZone });
  const at = edge === 'start' ? now.startOf(span) : now.endOf(span);
  if (options.shift === undefined) return at.toMillis();
  const count = /^[+-]?\d+$/u.test(options.shift) ? Number(options.shift) : undefined;
  const period = count === undefined ? readPeriod(options.shift) : { [`${span}s`]: count };
  if (period === undefined) return undefined;
  const moved = at.plus(period);
  // The end of a month that was moved is the end of that month, which may be longer.
  return valid(count !== undefined && edge === 'end' ? moved.endOf(span) : moved);
}

/** The day of a moment, as the viewer reckons it: "2026-11-22". */
export function dayOf(moment: number): string {
  return DateTime.fromMillis(moment, { zone: viewerZone }).toFormat('yyyy-MM-dd');
}
