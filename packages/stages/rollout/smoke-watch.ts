import type { FactBody, ReleaseRecord } from "#machine";

import { attended } from "../context.ts";
import { Course } from "./course.ts";
import { lookEveryMs, provedBad } from "./look.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { watchedFact } from "./watch.ts";

/** Clients spoke before the smoke tests did. */
export class ProvedBadError extends Error {
  override readonly name = "ProvedBadError";
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict.reason);
    this.verdict = verdict;
  }
}

/** Looks at what clients get while smoke tests run: a slow suite does not delay the verdict on a bad version. */
export interface SmokeWatch {
  /** Runs the tests; throws `ProvedBadError` as soon as clients prove the version bad, and stops them. */
  readonly attend: typeof attended;
  /** What clients met meanwhile, where the version goes back for this; nothing where none did. */
  readonly facts: (verdict: Verdict) => readonly FactBody[];
}

/** A look at the clients of a rollout during its smoke tests at one point. */
export function watchDuringSmoke(rollout: Rollout, point: string): SmokeWatch {
  const plan = { point: `smoke at ${point}`, forMs: 0, doubt: "ask" } as const;
  const course = new Course(rollout, plan);
  return {
    attend: (context, effect) => attended(context, (signal) => unlessProved(rollout, { course, signal, effect })),
    facts: (verdict) => (course.counts.requests === 0 ? [] : [watchedFact(rollout, plan, { verdict, course })]),
  };
}

interface Running<T> {
  readonly course: Course;
  readonly signal: AbortSignal;
  readonly effect: (signal: AbortSignal) => Promise<T>;
}

async function unlessProved<T>(rollout: Rollout, { course, signal, effect }: Running<T>): Promise<T> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const looking = lookOn(rollout, course, either).then(
    (verdict) => stop.abort(new ProvedBadError(verdict)),
    // Over, or the platform broke: then that is what the smoke tests end with.
    (thrown: unknown) => stop.abort(thrown),
  );
  let result: T;
  try {
    result = await effect(either);
  } catch (thrown) {
    throw stop.signal.aborted && !signal.aborted ? stop.signal.reason : thrown;
  } finally {
    stop.abort(over);
    await looking;
  }
  // What clients met until now belongs to it.
  await rollout.vigil.read();
  return result;
}

const over = new Error("the smoke tests are over");

async function lookOn(rollout: Rollout, course: Course, signal: AbortSignal): Promise<Verdict> {
  for (;;) {
    await rollout.context.clock.sleep(lookEveryMs, signal);
    await course.checkHealth();
    await rollout.vigil.read();
    const verdict = provedBad(rollout, course);
    if (verdict !== undefined) return verdict;
  }
}

/** Whether clients may end the smoke tests: there are some, and nobody said that the version goes on in spite of them. */
export function isWatchedDuringSmoke({ spared }: ReleaseRecord, percent: number): boolean {
  return percent > 0 && spared === undefined;
}
