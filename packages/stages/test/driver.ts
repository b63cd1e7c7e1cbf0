import { NewsError, type Driver } from "#journal";
import { fold, stepName, type Fact, type FactBody, type RequestKind } from "#machine";

import type { StageClock } from "../context.ts";

/** A driver that keeps its facts in memory, and hears of requests as the real one does: with a poll, a flush or a step. */
export interface MemoryDriver extends Driver {
  request(kind: RequestKind, by: string): void;
  /** From now on no append succeeds: the process is dead. */
  kill(): void;
  readonly isDead: boolean;
}

export class DeadError extends Error {}

const pollMs = 5000;
const nothing = () => Promise.resolve();

export function memoryDriver(
  known: readonly Fact[],
  clock: StageClock,
  diesWith: (fact: Fact) => boolean = () => false,
): MemoryDriver {
  let facts = known;
  let hasNews = false;
  let isDead = false;
  let polledAt = clock.now();
  const append = (bodies: readonly FactBody[]) => {
    if (isDead) throw new DeadError("dead");
    for (const body of bodies) {
      const fact: Fact = {
        seq: facts.length + 1,
        release: "v2.5.0",
        at: new Date(clock.now()).toISOString(),
        actor: "sarah",
        run: { id: "1", attempt: 1 },
        prev: "",
        ...body,
      };
      facts = [...facts, fact];
    }
    fold(facts);
    // What was appended together is recorded together; the answer does not come any more.
    if (facts.slice(-bodies.length).some(diesWith)) {
      isDead = true;
      throw new DeadError("dead");
    }
  };
  const hear = () => {
    if (isDead) throw new DeadError("dead");
    if (!hasNews) return;
    hasNews = false;
    throw new NewsError("news");
  };
  return {
    id: "v2.5.0",
    get record() {
      return fold(facts);
    },
    get facts() {
      return facts;
    },
    async step(name, effect, options = {}) {
      const full = stepName(fold(facts), name);
      const done = fold(facts).done.get(full);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same step recorded it
      if (done !== undefined) return done as Awaited<ReturnType<typeof effect>>;
      hear();
      append([
        { type: "step-intended", step: full, ...(options.touches === undefined ? {} : { touches: options.touches }) },
      ]);
      const result = await effect();
      append([{ type: "step-done", step: full, result }, ...(options.facts?.(result) ?? [])]);
      return result;
    },
    observe: (...bodies) => append(bodies),
    decide: (...bodies) => append(bodies),
    flush: async () => {
      await nothing();
      hear();
    },
    poll: async () => {
      await nothing();
      if (clock.now() - polledAt < pollMs) return;
      polledAt = clock.now();
      hear();
    },
    takeEnvironment: nothing,
    giveBackEnvironment: () => undefined,
    suspend: async (suspension) => {
      await nothing();
      append([{ type: "suspended", ...suspension }]);
    },
    archive: nothing,
    close: nothing,
    request(kind, by) {
      append([{ type: "requested", id: `${kind}-${facts.length}`, kind, by, reason: `${by} wants it` }]);
      hasNews = true;
    },
    kill() {
      isDead = true;
    },
    get isDead() {
      return isDead;
    },
  };
}
