import { asFault } from "#faults";
import type { Json } from "#machine";

import type { Rollout } from "./rollout-context.ts";

export interface WatchPlan {
  /** Name of the moment: `25%`, `staging`, `rollback`. */
  readonly point: string;
  readonly forMs: number;
  /** What to do with doubt at the end: ask people, give up at once where nobody can answer, or let only proofs count. */
  readonly doubt: "ask" | "give-up" | "ignore";
}

/** A long watch is noted this often, so that a successor loses no more than this. */
const noteEveryMs = 30_000;

/** How far a watch has come, driver by driver: a successor goes on with what was noted (`watching`), and never begins anew. */
export class Course {
  readonly #rollout: Rollout;
  readonly #plan: WatchPlan;
  readonly #startedAt: number;
  readonly #known: { readonly elapsedMs: number; readonly requests: number; readonly errors: number };
  readonly #seenBefore: { readonly requests: number; readonly errors: number };
  #extended: boolean;
  #incidentMs: number;
  #ill: number | undefined;
  #healthFailures: number;
  #nextHealthAt: number;
  #notedAt: number;

  constructor(rollout: Rollout, plan: WatchPlan) {
    const { watching } = rollout.context.driver.record;
    const known = watching?.environment === rollout.environment && watching.point === plan.point ? watching : undefined;
    this.#rollout = rollout;
    this.#plan = plan;
    this.#startedAt = rollout.context.clock.now();
    this.#known = known ?? { elapsedMs: 0, requests: 0, errors: 0 };
    this.#seenBefore = rollout.vigil.seen;
    this.#extended = known?.extended ?? false;
    this.#incidentMs = known?.incidentMs ?? 0;
    this.#healthFailures = known?.healthFailures ?? 0;
    // Many requests of people must not make three failures in a row out of one.
    this.#nextHealthAt = this.#startedAt + (this.#healthFailures > 0 ? rollout.settings.healthEvery : 0);
    this.#notedAt = this.#startedAt;
  }

  get elapsedMs(): number {
    return this.#known.elapsedMs + this.#now() - this.#startedAt;
  }

  /** Until the window is over, once lengthened for doubt; negative afterwards. */
  get leftMs(): number {
    return this.windowMs - this.elapsedMs;
  }

  get windowMs(): number {
    return this.#plan.forMs + (this.#extended ? Math.max(this.#plan.forMs, 1000) : 0);
  }

  get isExtended(): boolean {
    return this.#extended;
  }

  get healthFailures(): number {
    return this.#healthFailures;
  }

  /** Of the watched version in this watch. */
  get counts(): { readonly requests: number; readonly errors: number } {
    const { seen } = this.#rollout.vigil;
    return {
      requests: this.#known.requests + seen.requests - this.#seenBefore.requests,
      errors: this.#known.errors + seen.errors - this.#seenBefore.errors,
    };
  }

  /** How long both versions were ill together, in all. */
  get incidentMs(): number {
    return this.#incidentMs + (this.#ill === undefined ? 0 : this.#now() - this.#ill);
  }

  /** True for the first look at an incident. */
  ill(isIll: boolean): boolean {
    const begins = isIll && this.#ill === undefined;
    if (begins) this.#ill = this.#now();
    if (!isIll) {
      this.#incidentMs = this.incidentMs;
      this.#ill = undefined;
    }
    return begins;
  }

  extend(): void {
    this.#extended = true;
  }

  /** Looks at the platform's own health check where it is time. */
  async checkHealth(): Promise<void> {
    const { artifact, context, settings } = this.#rollout;
    if (this.#now() < this.#nextHealthAt) return;
    const ill = await this.#illness();
    this.#healthFailures = ill === undefined ? 0 : this.#healthFailures + 1;
    if (ill !== undefined)
      context.say(`${artifact.version}: health check failed${ill}, ${this.#healthFailures} in a row`);
    this.#nextHealthAt = this.#now() + settings.healthEvery;
  }

  /** A platform that does not answer once is one failed check, and no reason to give up. */
  async #illness(): Promise<string | undefined> {
    const { target, artifact } = this.#rollout;
    try {
      const { revisions } = await target.observe();
      return revisions.some(({ version, healthy }) => version === artifact.version && healthy) ? undefined : "";
    } catch (thrown) {
      const fault = asFault(thrown);
      if (fault.code !== "remote") throw thrown;
      return `: ${fault.message}`;
    }
  }

  /** Records how far it came. */
  note(): void {
    this.#notedAt = this.#now();
    const { context, environment, vigil } = this.#rollout;
    context.driver.observe({
      type: "watching",
      environment,
      point: this.#plan.point,
      elapsedMs: this.elapsedMs,
      extended: this.#extended,
      incidentMs: this.incidentMs,
      healthFailures: this.#healthFailures,
      ...this.counts,
      analysis: plainJson(vigil.analysis),
    });
  }

  /** The same now and then, so that it survives the death of this process. */
  async noteInTime(): Promise<void> {
    if (this.#now() - this.#notedAt < noteEveryMs) return;
    this.note();
    await this.#rollout.context.driver.flush();
  }

  #now(): number {
    return this.#rollout.context.clock.now();
  }
}

/** The state of the analysis is plain data by contract. */
export function plainJson(state: object): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON gives back is JSON
  return JSON.parse(JSON.stringify(state)) as Json;
}
