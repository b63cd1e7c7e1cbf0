/** A wall-clock time, without a zone. Months and days count from 1. */
export interface Local {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes since midnight; 1440 is the midnight that ends the day. */
  readonly minutes: number;
}

const dayMs = 86_400_000;

/** Whether the runtime knows this name of a time zone, such as `Europe/Berlin`. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than using it; a zone's rules do not change while we run. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    weekday: "short",
    timeZoneName: "short",
  });
  formats.set(zone, made);
  return made;
}

function partsAt(ms: number, zone: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
}

/** What the clocks of a zone show at an instant, as if that were UTC: the instant and its offset. */
function shownAt(ms: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(ms, zone);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = [year, month, day, hour, minute, second].map(Number);
  return Date.UTC(y, m - 1, d, h, min, s);
}

/** The day of a zone at an instant. */
export function dayAt(ms: number, zone: string): Omit<Local, "minutes"> {
  const shown = new Date(shownAt(ms, zone));
  return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
}

/**
 * The instants (ms) at which the clocks of a zone show this: one; two, the earlier first, where they go back; none where
 * they go forward, and then `next` is the instant at which they do. Throws for a zone that `isZone` does not know.
 */
export function instantsOf(
  { year, month, day, minutes }: Local,
  zone: string,
): { readonly at: readonly number[]; readonly next: number } {
  const wanted = Date.UTC(year, month - 1, day) + minutes * 60_000;
  // No zone changes its offset twice within two days: these are those before and after a change.
  const offsets = [wanted - dayMs, wanted + dayMs].map((ms) => shownAt(ms, zone) - ms);
  const tried = [...new Set(offsets)].map((offset) => wanted - offset);
  const at = tried.filter((ms) => shownAt(ms, zone) === wanted).toSorted((a, b) => a - b);
  return { at, next: at[0] ?? changeBetween(Math.min(...tried), Math.max(...tried), zone) };
}

/** The instant of the one change of offset in there; offsets change at full minutes. */
function changeBetween(from: number, to: number, zone: string): number {
  const before = shownAt(from, zone) - from;
  let [low, high] = [from, to];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (shownAt(middle, zone) - middle === before) low = middle;
    else high = middle;
  }
  return high;
}

/** `Mon 2026-12-07 09:00 GMT+1 (08:00 UTC)`: the zone's own clock first, for people. */
export function localText(ms: number, zone: string): string {
  const { weekday, year, month, day, hour, minute, timeZoneName } = partsAt(ms, zone);
  const utc = new Date(ms).toISOString();
  const sameDay = utc.startsWith(`${year}-${month}-${day}`);
  const other = `${sameDay ? "" : `${utc.slice(0, 10)} `}${utc.slice(11, 16)} UTC`;
  const local = `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
  return timeZoneName === "UTC" ? `${local} UTC` : `${local} ${timeZoneName} (${other})`;
}

const moment =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::00(?:\.0+)?)?(?<offset>Z|[+-]\d\d:\d\d)?(?: +(?<zone>\S+))?$/;

/**
 * The instant that a person wrote: `2026-12-01T09:00 Europe/Berlin`, `2026-12-01T09:00Z` or with an offset. Of two
 * instants with one name it is the earlier. Returns what is wrong with it, as text, where nothing can be meant.
 */
export function parseMoment(text: string): { readonly ms: number; readonly zone: string } | string {
  const groups = moment.exec(text.trim())?.groups;
  if (groups === undefined) return 'must be a time like "2026-12-01T09:00 Europe/Berlin" or "2026-12-01T08:00Z"';
  const { offset, zone } = groups;
  if (zone !== undefined && !isZone(zone)) return `"${zone}" is no time zone; use a name like Europe/Berlin, or UTC`;
  if ((offset === undefined) === (zone === undefined))
    return 'needs one time zone: "2026-12-01T09:00 Europe/Berlin", "2026-12-01T09:00+01:00" or "2026-12-01T08:00Z"';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = ["year", "month", "day", "hour", "minute"].map((name) =>
    Number(groups[name]),
  );
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  if (!isDate) return `"${text.trim()}" is no time of the calendar`;
  if (zone === undefined) {
    const ms = Date.parse(`${date.toISOString().slice(0, 16)}${offset ?? "Z"}`);
    return Number.isNaN(ms) ? `"${offset}" is no offset` : { ms, zone: "UTC" };
  }
  const { at } = instantsOf({ year, month, day, minutes: hour * 60 + minute }, zone);
  if (at[0] === undefined)
    return `"${text.trim()}" does not exist: the clocks of ${zone} go forward over it; name a later time`;
  return { ms: at[0], zone };
}
