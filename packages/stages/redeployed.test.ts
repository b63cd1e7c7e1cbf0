import { describe, expect, it } from "@jest/globals";

import { loadConfig } from "#config";
import { ReleaseFault } from "#faults";
import { EnvironmentBusyError, type StoredRelease } from "#journal";
import { fold, type Fact, type FactBody, type ReleasePlan, type ReleaseRecord } from "#machine";
import { createScrubber } from "#scrub";
import type { Target } from "#targets";

import type { StageContext } from "./context.ts";
import { driveWithin } from "./drive.ts";
import { virtualClock } from "./test/clock.ts";
import { DeadError, memoryDriver } from "./test/driver.ts";
import { calm, createPlatform, type Scene } from "./test/platform.ts";

const minute = 60_000;
const startMs = Date.parse("2026-03-02T10:00:00.000Z");

const plan: ReleasePlan = {
  releaseVersion: "2.5.0",
  releaseType: "redeploy",
  baseBranch: "v2.5.0",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/2.5.0",
  tag: "v2.5.0",
  gates: [],
  steps: [100],
  stagingStrategy: "blue-green",
  productionStrategy: "blue-green",
  initiatedBy: "otto",
  configDigest: "c".repeat(64),
  redeploy: { environment: "production", sha: "b".repeat(40), reason: "a machine was lost" },
};

interface Play extends Partial<Scene> {
  /** How the version is found; `gone`: not there at all. */
  readonly found?: "gone" | "serving";
  readonly smoke?: (ms: number) => boolean;
  /** What the platform does when it is asked to bring the version up. */
  readonly prepare?: () => Promise<void>;
  /** Who has production instead. */
  readonly holder?: string;
  /** The version that the journal says is the last good one when it begins. */
  readonly good?: string;
  /** When the process dies, in ms since the beginning; another one goes on. */
  readonly deaths?: readonly number[];
}

interface Played {
  readonly end: string;
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
  readonly acts: readonly string[];
  readonly percent: number;
  readonly lastedMs: number;
}

/** A re-deploy by the real stage, in virtual time, on a scripted platform. */
async function play(wanted: Play): Promise<Played> {
  const { found = "gone", deaths = [] } = wanted;
  const clock = virtualClock(startMs);
  const platform = createPlatform({ ...calm, ...wanted }, clock, "production");
  const acts: string[] = [];
  if (found === "serving") await shiftAll(platform.target);
  let stop = new AbortController();
  const { prepare } = wanted;
  const acting = { acts, isUp: found === "serving", clock, signal: () => stop.signal };
  const target = withActs(platform.target, prepare === undefined ? acting : { ...acting, prepare });
  let driver = memoryDriver(begun(), clock);
  for (const death of [...deaths, undefined]) {
    stop = new AbortController();
    const mine = driver;
    const dying = stop;
    if (death !== undefined)
      void clock.sleep(Math.max(0, death - (clock.now() - startMs)), stop.signal).then(
        () => {
          mine.kill();
          return dying.abort(new DeadError("dead"));
        },
        () => undefined,
      );
    const context = contextOf(wanted, { clock, target, monitor: platform.monitor, driver, signal: stop.signal });
    try {
      const end = await driveWithin(context, ["completed"], () => undefined);
      stop.abort();
      const { record, facts } = driver;
      return { end, record, facts, acts, percent: platform.percent(), lastedMs: clock.now() - startMs };
    } catch (thrown) {
      if (death === undefined || clock.now() - startMs < death) throw thrown;
      driver = memoryDriver(mine.facts, clock);
    }
  }
  throw new Error("the last process has no death");
}

const artifact = { version: "v2.5.0", sha: plan.baseSha, export: () => Promise.resolve() };
const shiftAll = (target: Target) => target.shift(artifact, 100, new AbortController().signal);

interface Acting extends Pick<Play, "prepare">, Pick<StageContext, "clock"> {
  readonly acts: string[];
  readonly isUp: boolean;
  /** Of the process that acts now. */
  readonly signal: () => AbortSignal;
}

/** The same platform, whose version may be gone; each act is noted when it is asked, and the last one takes its time. */
function withActs(target: Target, { acts, isUp, prepare, clock, signal }: Acting): Target {
  let up = isUp;
  return {
    ...target,
    async observe() {
      const seen = await target.observe();
      return up ? seen : { ...seen, revisions: seen.revisions.filter(({ version }) => version !== "v2.5.0") };
    },
    async prepare() {
      acts.push("prepare");
      await prepare?.();
      up = true;
    },
    async shift(what, percent, limit) {
      acts.push(`shift ${percent}`);
      await target.shift(what, percent, limit);
    },
    async finish() {
      acts.push("finish");
      await clock.sleep(10_000, signal());
      acts.push("finished");
    },
    async rollback() {
      acts.push("rollback");
      await Promise.resolve();
    },
  };
}

interface Props extends Pick<StageContext, "clock" | "driver" | "signal"> {
  readonly target: Target;
  readonly monitor: ReturnType<typeof createPlatform>["monitor"];
}

function contextOf(wanted: Play, { clock, target, monitor, driver, signal }: Props): StageContext {
  const { holder, good = "v2.5.0", smoke } = wanted;
  const green =
    "{ api: { none: x }, database: { none: x }, external: { none: x }, auth: { none: x }, paths: { none: x } }";
  const { config } = loadConfig({
    text: `smoke: ${green}\nroles: { onCall: [otto] }\n`,
    path: "release-command.yml",
    targets: ["local"],
    monitors: ["proxy", "probe"],
  });
  const takeEnvironment = async () => {
    await Promise.resolve();
    if (holder !== undefined) throw new EnvironmentBusyError("production", holder, false);
  };
  const taking = Object.create(driver, { takeEnvironment: { value: takeEnvironment } }) as typeof driver;
  const context = {
    config: {
      ...config,
      get smoke() {
        return smoke?.(clock.now() - startMs) === false ? { ...config.smoke, paths: undefined } : config.smoke;
      },
    },
    driver: taking,
    clock,
    signal,
    say: () => undefined,
    scrub: createScrubber({ secrets: [] }),
    env: {},
    actor: "otto",
    workDirectory: "/nowhere",
    fetch: globalThis.fetch,
    target: () => Promise.resolve(target),
    monitor: () => Promise.resolve(monitor),
    journal: { every: () => Promise.resolve([completed(good)]) },
    forge: { ensureDeployment: () => Promise.resolve(), markDeployment: () => Promise.resolve() },
    git: { exportTree: () => Promise.resolve() },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else is met on this stage
  return context as unknown as StageContext;
}

function stamped(bodies: readonly FactBody[]): readonly Fact[] {
  const at = new Date(startMs).toISOString();
  return bodies.map((body, index) => ({
    seq: index + 1,
    release: "v2.5.0-redeploy-production",
    at,
    actor: "otto",
    run: { id: "1", attempt: 1 },
    prev: "",
    ...body,
  }));
}

const begun = () => stamped([{ type: "opened", plan, attempt: 1 }]);

function completed(tag: string): StoredRelease {
  const { redeploy: _, ...rest } = plan;
  const facts = stamped([{ type: "opened", plan: { ...rest, tag, releaseType: "standard" }, attempt: 1 }]);
  return { id: tag, facts, record: { ...fold(facts), state: "completed" }, live: false };
}

const types = (facts: readonly Fact[], type: Fact["type"]) => facts.filter((fact) => fact.type === type);

describe("a re-deploy", () => {
  it("brings a version up that is gone: prepared, all traffic, finished, proved, watched", async () => {
    const { end, record, acts, percent, lastedMs } = await play({});

    expect(end).toBe("redeployed");
    expect(acts).toEqual(["prepare", "shift 100", "finish", "finished"]);
    expect(percent).toBe(100);
    expect(record.smoke.map(({ point, status }) => [point, status])).toEqual([["redeploy", "passed"]]);
    expect(record.watches.map(({ point, status }) => [point, status])).toEqual([["redeploy", "passed"]]);
    expect(record.deployments.get("production")).toMatchObject({ previous: "v2.4.0", percent: 100, status: "passed" });
    expect(lastedMs).toBeGreaterThanOrEqual(5 * minute);
  });

  it("touches nothing where the version serves and is healthy, and proves it all the same", async () => {
    const { end, record, acts } = await play({ found: "serving" });

    expect(end).toBe("redeployed");
    expect(acts).toEqual([]);
    expect(record.touched.size + record.deployments.size).toBe(0);
    expect(record.smoke).toHaveLength(1);
  });

  it("brings up what has the traffic and is sick", async () => {
    let well = false;
    const prepare = () => Promise.resolve().then(() => void (well = true));

    const sick = await play({ found: "serving", healthy: () => well, prepare });

    expect(sick.end).toBe("redeployed");
    expect(sick.acts).toEqual(["prepare", "shift 100", "finish", "finished"]);
  });

  it.each<[string, Play, RegExp]>([
    [
      "cannot be brought up",
      { prepare: () => Promise.reject(new ReleaseFault("remote", "no room on the machine", { hint: "x" })) },
      /v2\.5\.0 could not be brought up: no room on the machine/,
    ],
    ["comes up sick", { healthy: () => false }, /does not have all traffic, or is not healthy/],
    ["fails its smoke tests", { smoke: () => false }, /^Smoke tests failed: /],
    ["serves and fails its smoke tests", { found: "serving", smoke: () => false }, /^Smoke tests failed: /],
    ["falls ill while it is watched", { healthy: (ms) => ms < minute }, /^It is not healthy: /],
    ["fails its clients", { candidate: () => ({ errors: 0.5 }), perSecond: 100 }, /^It is not healthy: /],
  ])("escalates with what to type when the version %s", async (_, scene, reason) => {
    const { end, record, acts } = await play(scene);

    expect(end).toBe("failed");
    expect(record.redeploy?.phase).toBe("escalation");
    expect(record.escalation?.reason).toMatch(reason);
    expect(record.escalation?.manualSteps).toEqual(["put all traffic on v2.5.0"]);
    expect(record.escalation?.shows?.join("\n")).toMatch(/production at [^]*on call: otto/);
    // What is bad in production is no reason to bring anything else there.
    expect(acts).not.toContain("rollback");
    expect(record.verdict ?? record.rollback).toBeUndefined();
  });

  it.each<[string, Play, RegExp]>([
    ["another release came first", { holder: "v2.6.0" }, /production belongs to release v2\.6\.0/],
    ["another version was proved meanwhile", { good: "v2.6.0" }, /last good version of production is v2\.6\.0 now/],
  ])("is called off, and touches nothing, when %s", async (_, scene, reason) => {
    const { end, record, acts } = await play(scene);

    expect([end, acts]).toEqual(["failed", []]);
    expect(record.redeploy).toMatchObject({ phase: "called_off", reason: expect.stringMatching(reason) });
    expect(record.escalation).toBeUndefined();
  });

  it("goes on after a death at any moment, and ends as without it", async () => {
    const slow = { shiftMs: 20_000 };
    const whole = await play(slow);
    for (let ms = 0; ms < whole.lastedMs; ms += 13_000) {
      const killed = await play({ ...slow, deaths: [ms, ms + 11_000] });
      expect([ms, killed.end, killed.percent]).toEqual([ms, "redeployed", 100]);
      expect([ms, killed.acts.at(-1)]).toEqual([ms, "finished"]);
      for (const type of ["deployment-started", "deployment-finished", "settled", "traffic-shifted"] as const)
        expect([ms, type, types(killed.facts, type).length]).toEqual([ms, type, 1]);
      expect(killed.record.watches).toHaveLength(1);
    }
  });
});
