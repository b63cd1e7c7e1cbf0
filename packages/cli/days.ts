/** A day in UTC, like `2026-01-31`. */
export const day = /^\d{4}-\d\d-\d\d$/;

/** Where a day, or a moment that begins with one, is in ms since the epoch; `undefined` when the calendar has no such day. */
export function msOf(text: string): number | undefined {
  const ms = Date.parse(text);
  // The 30th of February is taken for the 2nd of March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 10)) ? ms : undefined;
}
