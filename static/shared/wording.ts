import { closed } from '#domain/direction-marks';
import type { Wording } from '#domain/use-case/compose-hypothesis';

/** Figures and days in the reader's language. */
export function wordingFor(locale: string): Wording & {
  readonly locale: string;
  readonly moment: (iso: string) => string;
} {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    locale,
    figure: (value, unit) => withUnit(number.format(value), unit),
    day: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    moment: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : moment.format(new Date(iso))),
  };
}

function withUnit(figure: string, unit: string): string {
  if (unit === '') return figure;
  if (/^[€$£¥]$/u.test(unit)) return `${unit}${figure}`;
  return unit === '%' ? `${figure}%` : `${figure} ${closed(unit)}`;
}
