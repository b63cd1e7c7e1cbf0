import type { Author, Clock, LeaseTimes } from "./port.ts";

/** How a journal is opened, over whatever store. */
export interface JournalOptions {
  readonly author: Author;
  readonly clock?: Clock;
  readonly times?: Partial<LeaseTimes>;
  /** Name of the branch that keeps what is over; default `release-journal`. */
  readonly archiveBranch?: string;
  /** How often `poll` asks, at most. */
  readonly pollMs?: number;
  /** Names a process that drives; default a random one. */
  readonly token?: () => string;
  readonly random?: () => number;
  /** Called around each push that carries facts, and around each effect of a step. */
  readonly onAppend?: (phase: "before" | "after", facts: number) => Promise<void>;
  readonly onEffect?: (phase: "before" | "after", step: string) => Promise<void>;
  /** Takes secrets out of what is said in facts and notes; a step keeps its result as it is, for whoever goes on with it. */
  readonly scrub?: <T>(said: T) => T;
}

/** Unless others are asked for. */
export const defaultTimes: LeaseTimes = { ttlMs: 90_000, renewMs: 30_000, effectMs: 60_000 };
