import { spansAround, type Interval, type Span } from "./spans.ts";

/** When something may be done: within `open` (empty: always), and never within `freezes`. */
export interface Calendar {
  /** Name of the time zone in which the spans are written. */
  readonly zone: string;
  readonly open: readonly Span[];
  readonly freezes: readonly Span[];
}

/** How a calendar stands at an instant. */
export type Opening =
  /** `untilMs`: it closes then; absent when no end is in sight. */
  | { readonly isOpen: true; readonly untilMs?: number }
  /** `atMs`: it opens then; absent when it does not within a year. `freeze`: what holds it shut, in its writer's words. */
  | { readonly isOpen: false; readonly atMs?: number; readonly freeze?: string };

const dayMs = 86_400_000;
/** Most questions are answered within the next days; a year is as far as anybody plans. */
const horizonsMs = [8 * dayMs, 400 * dayMs];

/** How a calendar stands at `nowMs`, and until when. Pure: the same calendar and instant give the same answer. */
export function openingAt({ zone, open, freezes }: Calendar, nowMs: number): Opening {
  for (const aheadMs of horizonsMs) {
    const around = (spans: readonly Span[]) => spans.flatMap((span) => spansAround(span, zone, { nowMs, aheadMs }));
    const known = { open: around(open), freezes: around(freezes), always: open.length === 0 };
    const opening = within(known, nowMs);
    const edge = opening.isOpen ? opening.untilMs : opening.atMs;
    if (edge !== undefined && edge <= nowMs + aheadMs) return opening;
    if (aheadMs === horizonsMs.at(-1)) return endless(opening);
  }
  throw new Error("there is no horizon");
}

/** Beyond the last horizon the spans were not looked at. */
function endless(opening: Opening): Opening {
  if (opening.isOpen) return { isOpen: true };
  return { isOpen: false, ...(opening.freeze === undefined ? {} : { freeze: opening.freeze }) };
}

interface Known {
  readonly open: readonly Interval[];
  readonly freezes: readonly Interval[];
  readonly always: boolean;
}

function within(known: Known, nowMs: number): Opening {
  const freeze = frozenBy(known, nowMs);
  const isOpen = isOpenAt(known, nowMs);
  const edges = [...known.open, ...known.freezes].flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  const change = edges
    .filter((ms) => ms > nowMs)
    .toSorted((a, b) => a - b)
    .find((ms) => isOpenAt(known, ms) !== isOpen);
  if (isOpen) return { isOpen, ...(change === undefined ? {} : { untilMs: change }) };
  return {
    isOpen,
    ...(change === undefined ? {} : { atMs: change }),
    ...(freeze === undefined ? {} : { freeze: freeze.reason ?? "a freeze" }),
  };
}

function isOpenAt(known: Known, ms: number): boolean {
  if (frozenBy(known, ms) !== undefined) return false;
  return known.always || known.open.some((interval) => covers(interval, ms));
}

const frozenBy = ({ freezes }: Known, ms: number): Interval | undefined =>
  freezes.find((interval) => covers(interval, ms));

const covers = ({ fromMs, toMs }: Interval, ms: number): boolean => ms >= fromMs && ms < toMs;
