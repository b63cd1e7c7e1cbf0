import { ReleaseFault } from "#faults";
import type { Monitor, Reading, Sample } from "#monitors";
import type { Target } from "#targets";

import type { StageClock } from "../context.ts";

/** What a version does to its clients. */
export interface Behaviour {
  /** Of the requests that fail, 0–1. */
  readonly errors?: number;
  /** Of the requests that are slow, 0–1. */
  readonly slow?: number;
}

/** Traffic and versions of a scene; `ms` is since it began. */
export interface Scene {
  readonly perSecond: number;
  readonly before: (ms: number) => Behaviour;
  readonly candidate: (ms: number) => Behaviour;
  /** Of the candidate. */
  readonly healthy: (ms: number) => boolean;
  /** Of the version before. */
  readonly healthyBefore: (ms: number) => boolean;
  /** The platform takes no traffic back. */
  readonly refuses: (ms: number) => boolean;
  /** The platform answers nothing. */
  readonly unreachable: (ms: number) => boolean;
  /** Whether the version before is still there. */
  readonly gone: (ms: number) => boolean;
  /** What the monitor says instead of data. */
  readonly silent: (ms: number) => boolean;
  /** What the candidate really gets of what it should, 0–1. */
  readonly honoured: number;
  /** Nothing serves before. */
  readonly isFirst: boolean;
  /** A shift hangs for so long. */
  readonly shiftMs: number;
  /** The platform gives the candidate no traffic. */
  readonly busy: (ms: number) => boolean;
  readonly monitor: "proxy" | "probe";
  /** Where smoke tests go. */
  readonly url: string;
  /** Parts of its limits that the candidate uses; told by a monitor that measures them. */
  readonly resources: ((ms: number) => { readonly cpu?: number; readonly memory?: number }) | undefined;
}

export const calm: Scene = {
  perSecond: 20,
  before: () => ({}),
  candidate: () => ({}),
  healthy: () => true,
  healthyBefore: () => true,
  refuses: () => false,
  unreachable: () => false,
  gone: () => false,
  silent: () => false,
  honoured: 1,
  isFirst: false,
  shiftMs: 0,
  busy: () => false,
  monitor: "proxy",
  url: "http://127.0.0.1:1",
  resources: undefined,
};

const before = "v2.4.0";
const candidate = "v2.5.0";

/** Outlives every driver, as a platform does. */
export interface Platform {
  readonly target: Target;
  readonly monitor: Monitor;
  readonly percent: () => number;
  /** Watches that were begun and not ended. */
  readonly watching: () => number;
}

export function createPlatform(scene: Scene, clock: StageClock, environment: "staging" | "production"): Platform {
  const beganAt = clock.now();
  const since = () => clock.now() - beganAt;
  let percent = 0;
  const answer = async () => {
    await Promise.resolve();
    if (scene.unreachable(since()))
      throw new ReleaseFault("remote", "The platform does not answer", { hint: "Look there." });
  };
  const target: Target = {
    environment,
    capabilities: { weights: true, addressable: true },
    check: () => target.observe(),
    prepare: () => Promise.resolve(),
    async shift(_, to, signal) {
      if (scene.shiftMs > 0) await clock.sleep(scene.shiftMs, signal);
      if (scene.busy(since())) throw new ReleaseFault("remote", "The platform is busy", { hint: "Look there." });
      percent = to;
    },
    async observe() {
      await answer();
      const isThere = !scene.isFirst && !scene.gone(since());
      return {
        url: scene.url,
        revisions: [
          ...(isThere ? [{ version: before, percent: 100 - percent, healthy: scene.healthyBefore(since()) }] : []),
          { version: candidate, percent, healthy: scene.healthy(since()) },
        ],
      };
    },
    finish: () => Promise.resolve(),
    async rollback(version) {
      await answer();
      if (scene.refuses(since()) || scene.gone(since()))
        throw new ReleaseFault("remote", `The platform does not put traffic on ${version}`, { hint: "Look there." });
      percent = 0;
    },
    tidy: () => Promise.resolve(),
    manual: (version) => [`put all traffic on ${version}`],
  };
  const debts = new Map<string, number>();
  /** Whole requests that add up to the rate, without chance. */
  const whole = (name: string, amount: number): number => {
    const sum = (debts.get(name) ?? 0) + amount;
    debts.set(name, sum - Math.floor(sum));
    return Math.floor(sum);
  };
  const sample = (version: string, requests: number, { errors = 0, slow = 0 }: Behaviour): Sample => {
    const all = whole(`${version} requests`, requests);
    return {
      requests: all,
      errors: Math.min(all, whole(`${version} errors`, all * errors)),
      slow: Math.min(all, whole(`${version} slow`, all * slow)),
    };
  };
  const sampleOf = (version: string | undefined, ms: number): Sample => {
    if (version === undefined) return { requests: 0, errors: 0, slow: 0 };
    const isCandidate = version === candidate;
    const share = isCandidate ? (percent / 100) * scene.honoured : 1 - (percent / 100) * scene.honoured;
    const rate = scene.monitor === "probe" ? 1 : scene.perSecond * share;
    return sample(version, rate, isCandidate ? scene.candidate(ms) : scene.before(ms));
  };
  let watching = 0;
  const monitor: Monitor = {
    name: scene.monitor,
    measures: ["errors", "latency", ...(scene.resources === undefined ? [] : (["cpu", "memory"] as const))],
    begin(watch) {
      const startedAt = clock.now();
      watching += 1;
      let read = 0;
      const reading = (): Reading => {
        const passed = Math.floor((clock.now() - startedAt) / 1000);
        if (scene.silent(since())) {
          read = passed;
          return { state: "error", reason: "it does not answer" };
        }
        const bins = Array.from({ length: passed - read }, (_, index) => {
          const t = (read + index) * 1000;
          const ms = startedAt - beganAt + t;
          return { t, canary: sampleOf(watch.canary, ms), baseline: sampleOf(watch.baseline, ms) };
        });
        read = passed;
        const requests = bins.reduce((sum, bin) => sum + bin.canary.requests + bin.baseline.requests, 0);
        const told = scene.resources === undefined ? {} : { resources: scene.resources(since()) };
        if (requests === 0) return { state: "no-data", reason: "nobody asked", ...told };
        return { state: "data", bins, p95Ms: 40, ...told };
      };
      return Promise.resolve({
        read: () => Promise.resolve(reading()),
        end: () => Promise.resolve(void (watching -= 1)),
      });
    },
  };
  return { target, monitor, percent: () => percent, watching: () => watching };
}
