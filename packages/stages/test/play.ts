import { loadConfig, type Config } from "#config";
import type { Fact, FactBody, ReleasePlan, ReleaseRecord, RequestKind } from "#machine";
import { createScrubber } from "#scrub";

import type { Ports, StageContext } from "../context.ts";
import { driveWithin } from "../drive.ts";
import { wayBack } from "../rollback/way-back.ts";
import { virtualClock } from "./clock.ts";
import { DeadError, memoryDriver } from "./driver.ts";
import { calm, createPlatform, type Scene } from "./platform.ts";

export interface Play extends Partial<Scene> {
  readonly type?: "standard" | "hotfix";
  readonly in?: "staging" | "production";
  readonly strategy?: ReleasePlan["productionStrategy"];
  /** Why it may pass what holds others back. */
  readonly emergency?: string;
  /** Of the configuration, YAML. */
  readonly config?: string;
  /** Whether the smoke tests are green, each time they run. */
  readonly smoke?: (run: { readonly point: string; readonly percent: number }) => boolean;
  /** What people ask for, and when, in ms since the beginning. */
  readonly people?: readonly (readonly [ms: number, kind: RequestKind])[];
  /** When the process dies; another one goes on at once. */
  readonly deaths?: readonly number[];
  /** The process dies once, as soon as this is recorded. */
  readonly diesWith?: (fact: Fact) => boolean;
  /** It goes all the way back too, up to the end of the rollback. */
  readonly untilBack?: true;
}

export interface Played {
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
  /** Ms since the beginning. */
  readonly at: (fact: Fact | undefined) => number;
  readonly said: readonly string[];
  /** When people could be told of what is recorded, in ms since the beginning. */
  readonly told: readonly number[];
  readonly percent: number;
  /** Watches of the monitor that were begun and not ended. */
  readonly watching: number;
  readonly lastedMs: number;
}

const startMs = Date.parse("2026-03-02T10:00:00.000Z");
const green =
  "smoke: { api: { none: x }, database: { none: x }, external: { none: x }, auth: { none: x }, paths: { none: x } }";

/** A release that has come to an environment is driven until it leaves it, by the real stages, in virtual time. */
export async function play(wanted: Play): Promise<Played> {
  const { type = "standard", in: place = "production" } = wanted;
  const clock = virtualClock(startMs);
  const platform = createPlatform({ ...calm, ...wanted }, clock, place);
  const said: string[] = [];
  const told: number[] = [];
  const tell = () => void told.push(clock.now() - startMs);
  const asked = wanted.config ?? "";
  const config = load(asked.includes("smoke:") ? asked : `${asked}\n${green}`);
  const state = place === "staging" ? "staging" : type === "hotfix" ? "production_canary" : "production";
  let driver = memoryDriver(factsUntil(state, wanted), clock, wanted.diesWith);
  const living = new AbortController();
  for (const [ms, kind] of wanted.people ?? [])
    void clock.sleep(ms, living.signal).then(() => driver.request(kind, "sarah"), nothing);
  const { diesWith } = wanted;
  for (const end of [...(wanted.deaths ?? []), ...(diesWith === undefined ? [] : [undefined]), undefined]) {
    const stop = new AbortController();
    const mine = driver;
    if (end !== undefined)
      void clock.sleep(end - (clock.now() - startMs), stop.signal).then(() => {
        mine.kill();
        return stop.abort(new DeadError("dead"));
      }, nothing);
    const say = (text: string) => void said.push(text);
    const context = contextOf(wanted, { clock, platform, config, driver, say, tell, stop });
    try {
      if (driver.record.state === state) await driveWithin(context, [state], () => undefined);
      if (wanted.untilBack && driver.record.state === "rolled_back") await wayBack(context);
      stop.abort();
      break;
    } catch (thrown) {
      if (!mine.isDead) throw thrown;
      driver = memoryDriver(mine.facts, clock);
    }
  }
  living.abort();
  const { record, facts } = driver;
  const at = (fact: Fact | undefined) => (fact === undefined ? Number.NaN : Date.parse(fact.at) - startMs);
  return {
    record,
    facts,
    at,
    said,
    told,
    percent: platform.percent(),
    watching: platform.watching(),
    lastedMs: clock.now() - startMs,
  };
}

const nothing = () => undefined;

interface Props {
  readonly clock: Ports["clock"];
  readonly platform: ReturnType<typeof createPlatform>;
  readonly config: Config;
  readonly driver: StageContext["driver"];
  readonly say: (text: string) => void;
  readonly tell: () => void;
  readonly stop: AbortController;
}

function contextOf({ smoke }: Play, { clock, platform, config, driver, say, tell, stop }: Props): StageContext {
  const scrub = createScrubber({ secrets: [] });
  const isGreen = () => {
    const point = /smoke-(?<point>.*)$/.exec(driver.record.intended?.step ?? "")?.groups?.["point"] ?? "";
    return smoke?.({ point, percent: platform.percent() }) ?? true;
  };
  const ports = {
    config: {
      ...config,
      get smoke() {
        // Without a check of a category that is not declared empty, smoke tests are red.
        return isGreen() ? config.smoke : { ...config.smoke, paths: undefined };
      },
    },
    driver,
    clock,
    say,
    tell,
    scrub,
    env: {},
    actor: "sarah",
    workDirectory: "/nowhere",
    signingKey: undefined,
    fetch: globalThis.fetch,
    target: () => Promise.resolve(platform.target),
    monitor: () => Promise.resolve(platform.monitor),
    forge: {
      ensureDeployment: () => Promise.resolve(),
      markDeployment: () => Promise.resolve(),
      ensureIssue: () => Promise.resolve("https://github.test/acme/shop/issues/1"),
    },
    // What is committed says nothing of windows, and there is no other release.
    git: {
      fetch: () => Promise.resolve(),
      readFile: () => Promise.resolve(undefined),
      listFiles: () => Promise.resolve([]),
      readFiles: () => Promise.resolve(new Map()),
      readBytes: () => Promise.resolve(new Map()),
    },
    journal: {
      environmentHolder: () => Promise.resolve(undefined),
      live: () => Promise.resolve([]),
      newest: () => Promise.resolve([]),
    },
    signal: stop.signal,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of them is met on this stage
  return ports as unknown as StageContext;
}

function load(text: string): Config {
  return loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy", "probe"] }).config;
}

function factsUntil(state: string, { type = "standard", strategy = "canary", emergency }: Play): readonly Fact[] {
  const isHotfix = type === "hotfix";
  const plan: ReleasePlan = {
    releaseVersion: "2.5.0",
    releaseType: type,
    baseBranch: "develop",
    baseSha: "b".repeat(40),
    targetBranch: "main",
    releaseBranch: "release/2.5.0",
    tag: "v2.5.0",
    previousTag: "v2.4.0",
    gates: ["security"],
    steps: isHotfix ? [5, 25, 100] : [5, 25, 50, 100],
    stagingStrategy: "blue-green",
    productionStrategy: strategy,
    initiatedBy: "sarah",
    configDigest: "c".repeat(64),
    ...(emergency === undefined ? {} : { emergency }),
  };
  const way = isHotfix
    ? (["initiated", "quality_gates_fast", "review", "production_canary"] as const)
    : (["initiated", "quality_gates", "review", "staging", "production"] as const);
  const moves = way.slice(1).map((to, index) => ({ type: "moved" as const, from: way[index] ?? to, to, reason: "" }));
  const bodies: readonly FactBody[] = [
    { type: "opened", plan, attempt: 1 },
    { type: "tagged", tag: "v2.5.0", sha: "a".repeat(40) },
    ...moves.slice(0, moves.findIndex(({ to }) => to === state) + 1),
  ];
  return bodies.map((body, index) => ({
    seq: index + 1,
    release: "v2.5.0",
    at: new Date(startMs).toISOString(),
    actor: "sarah",
    run: { id: "1", attempt: 1 },
    prev: "",
    ...body,
  }));
}
