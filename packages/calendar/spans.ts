import { dayAt, instantsOf, type Local } from "./zone.ts";

/** Days of the week as a configuration writes them, in the order of `Date`. */
export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * A stretch of wall-clock time. Weekly: on these days (none named: every day) from one time of day to another, past
 * midnight where `to` is not later. Yearly: `MM-DD` to `MM-DD`. Once: `YYYY-MM-DD`, with `THH:MM` or as whole days, the
 * last one included.
 */
export interface Span {
  readonly days?: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

/** From an instant (ms) until right before another. */
export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason?: string;
}

const dayMinutes = 24 * 60;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const dated = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<time>\d\d:\d\d))?$/;
const yearly = /^(?<month>\d\d)-(?<day>\d\d)$/;

/** How a span is written, by both of its ends; `undefined` for what nothing can be meant by. */
export function kindOf({ from, to }: Pick<Span, "from" | "to">): "weekly" | "yearly" | "once" | undefined {
  if (isTimeOfDay(from) && isTimeOfDay(to)) return "weekly";
  if (yearly.test(from) && yearly.test(to) && exists(`2024-${from}`) && exists(`2024-${to}`)) return "yearly";
  return exists(from) && exists(to) ? "once" : undefined;
}

/** `00:00` to `24:00`. */
export function isTimeOfDay(text: string): boolean {
  return time.test(text);
}

function exists(text: string): boolean {
  const groups = dated.exec(text)?.groups;
  if (groups === undefined || (groups["time"] !== undefined && !isTimeOfDay(groups["time"]))) return false;
  const day = `${groups["year"]}-${groups["month"]}-${groups["day"]}`;
  const ms = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

/** The intervals of a span that touch the time from `nowMs` to `nowMs + aheadMs`, and perhaps some around it. */
export function spansAround(
  span: Span,
  zone: string,
  { nowMs, aheadMs }: { readonly nowMs: number; readonly aheadMs: number },
): readonly Interval[] {
  const today = dayAt(nowMs, zone);
  switch (kindOf(span)) {
    case "weekly": {
      const days = Math.ceil(aheadMs / 86_400_000) + 2;
      // What began yesterday may go on past midnight.
      return Array.from({ length: days + 1 }, (_, index) => onDay(span, dayAfter(today, index - 1), zone)).flat();
    }
    case "yearly":
      return [-1, 0, 1].flatMap((step) => {
        const year = today.year + step;
        const crosses = span.to < span.from;
        return between({ ...span, from: `${year}-${span.from}`, to: `${crosses ? year + 1 : year}-${span.to}` }, zone);
      });
    case "once":
      return between(span, zone);
    case undefined:
      return [];
  }
}

function onDay(span: Span, day: Omit<Local, "minutes">, zone: string): readonly Interval[] {
  const weekday = weekdays[new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay()];
  if (span.days !== undefined && weekday !== undefined && !span.days.includes(weekday)) return [];
  const [from, to] = [minutesOf(span.from), minutesOf(span.to)];
  return interval(span, zone, { ...day, minutes: from }, { ...day, minutes: to > from ? to : to + dayMinutes });
}

function between(span: Span, zone: string): readonly Interval[] {
  const [from, to] = [localOf(span.from, 0), localOf(span.to, dayMinutes)];
  return interval(span, zone, from, to);
}

function interval({ reason }: Span, zone: string, from: Local, to: Local): readonly Interval[] {
  const [fromMs, toMs] = [instantsOf(from, zone).next, instantsOf(to, zone)];
  // Where the clocks go back, what ends at a time ends when it comes for the last time.
  const end = toMs.at.at(-1) ?? toMs.next;
  return end > fromMs ? [{ fromMs, toMs: end, ...(reason === undefined ? {} : { reason }) }] : [];
}

/** `29 February` of other years is the first of March. */
function localOf(text: string, wholeDay: number): Local {
  const groups = dated.exec(text)?.groups ?? {};
  const [year = 0, month = 0, day = 0] = [groups["year"], groups["month"], groups["day"]].map(Number);
  const { time: at } = groups;
  return { year, month, day, minutes: at === undefined ? wholeDay : minutesOf(at) };
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}

function dayAfter({ year, month, day }: Omit<Local, "minutes">, days: number): Omit<Local, "minutes"> {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
