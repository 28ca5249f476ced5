/** Whether a text is a day that exists, as year-month-day. @example isDay('2027-02-31') is false */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  // Arithmetic on a named day, not a clock: a day that does not exist rolls over into another.
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
