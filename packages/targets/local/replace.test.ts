import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import type { Act } from "./ensure.ts";
import { flawOf, type LiveRevision, type PlatformState, type PlatformStatus } from "./protocol.ts";
import { replaceInstances } from "./replace.ts";

const program = { sha: "s", directory: "/d", command: "run", env: {}, health: "/", parked: false };

/** Dies before or after its `dieAt`-th write; new instances are healthy once somebody has waited for them. */
class MortalPlatform {
  state: PlatformState;
  readonly capacities: number[] = [];
  #unhealthy = 0;
  #writesLeft: number;
  readonly #diesAfter: boolean;

  constructor(state: PlatformState, writesLeft: number, diesAfter: boolean) {
    this.state = state;
    this.#writesLeft = writesLeft;
    this.#diesAfter = diesAfter;
  }

  async status(): Promise<PlatformStatus> {
    const live = this.state.revisions.map((one): LiveRevision => {
      const isNew = one.version === "v2";
      const ready = one.instances - (isNew ? this.#unhealthy : 0);
      const healthy = ready === one.instances;
      return { version: one.version, running: true, healthy, ready, givenUp: false, restarts: 0, inFlight: 0 };
    });
    this.capacities.push(
      live.reduce((sum, { version, ready }) => {
        const hasTraffic = this.state.revisions.some((one) => one.version === version && one.percent > 0);
        return sum + (hasTraffic ? ready : 0);
      }, 0),
    );
    return Promise.resolve({ port: 1, state: this.state, live });
  }

  async write(next: PlatformState): Promise<PlatformStatus> {
    this.#writesLeft -= 1;
    if (this.#writesLeft < 0 && !this.#diesAfter) throw new Error("killed");
    const before = this.state.revisions.find(({ version }) => version === "v2")?.instances ?? 0;
    this.state = { ...next, etag: this.state.etag + 1 };
    this.#unhealthy += Math.max(0, (next.revisions.find(({ version }) => version === "v2")?.instances ?? 0) - before);
    if (this.#writesLeft < 0) throw new Error("killed");
    return this.status();
  }

  async revive(): Promise<void> {
    return Promise.resolve();
  }

  passTime(): void {
    this.#unhealthy = 0;
  }

  /** From here on it lives. */
  again(): void {
    this.#writesLeft = Number.POSITIVE_INFINITY;
  }
}

const { signal } = new AbortController();

function actOn(platform: MortalPlatform): Act {
  const clock = { now: () => 0, sleep: async () => Promise.resolve(platform.passTime()) };
  return { platform, environment: "production", clock, startTimeoutMs: 1000, signal };
}

it("ends the same wherever it is killed, and never has fewer instances than it may", async () => {
  const cases = fc.record({
    total: fc.integer({ min: 2, max: 9 }),
    size: fc.integer({ min: 1, max: 4 }),
    maxUnavailable: fc.integer({ min: 0, max: 3 }),
    dieAt: fc.integer({ min: 0, max: 12 }),
    diesAfter: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ total, size, maxUnavailable, dieAt, diesAfter }) => {
      const platform = new MortalPlatform(
        {
          etag: 1,
          serving: "v1",
          revisions: [
            { ...program, version: "v1", percent: 100, instances: total },
            { ...program, version: "v2", percent: 0, instances: Math.min(size, total) },
          ],
        },
        dieAt,
        diesAfter,
      );
      for (let count = Math.min(size, total); ; count = Math.min(total, count + size)) {
        const batch = { version: "v2", count, percent: Math.round((count / total) * 100), total, maxUnavailable };
        await replaceInstances(actOn(platform), batch).catch((thrown: unknown) => {
          expect(String(thrown)).toContain("killed");
          platform.again();
          return replaceInstances(actOn(platform), batch);
        });
        expect(flawOf(platform.state)).toBeUndefined();
        expect(platform.state.revisions).toMatchObject([
          { version: "v1", instances: Math.max(1, total - count) },
          { version: "v2", instances: count, percent: batch.percent },
        ]);
        if (count === total) break;
      }
      expect(Math.min(...platform.capacities)).toBeGreaterThanOrEqual(Math.max(1, total - maxUnavailable));
    }),
  );
});
