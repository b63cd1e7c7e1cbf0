import type { ReleaseRecord } from "#machine";
import type { StartCommand, WantedRedeploy } from "#stages";

import type { Fault, World } from "../../packages/testbed/index.ts";
import { roads as jobRoads } from "../jobs/roads.ts";
import { breakByHand } from "../support/broken.ts";
import { by, configured } from "../support/strategies.ts";
import { commandPlace } from "./command-place.ts";
import { haproxyPlace } from "./haproxy-place.ts";
import type { Elsewhere } from "./place.ts";

/** A release to be killed in, and where it leads when nobody is. */
export interface Road {
  readonly start: StartCommand;
  /** In place of a release: what is deployed again. */
  readonly again?: WantedRedeploy;
  readonly release: string;
  readonly end: ReleaseRecord["state"];
  readonly fault?: Fault;
  /** Where production is; absent: on the local platform. */
  readonly production?: () => Promise<Elsewhere>;
  /** A release that is completed before anything else. */
  readonly first?: Road;
  /** Before anything is remembered. */
  readonly prepare?: (world: World) => Promise<void>;
  /** What people do while the release waits for them; may be asked for again. */
  readonly help?: (world: World) => Promise<void>;
  /** Moments before this one are those of another road. */
  readonly from?: RegExp;
}

const standard = {
  start: { type: "standard", version: "1.1.0", from: "develop", to: "main" },
  release: "v1.1.0",
} as const satisfies Partial<Road>;

/** Moments before production, or of a rehearsal that does not roll, are those of the road `happy`. */
const own = { "blue-green": /^production#/, rolling: /^staging#/ } as const;

const bad = { ...standard, fault: "production-errors", end: "rolled_back" } as const;

const happy = { ...standard, end: "completed" } as const;

/** The rehearsal is the same everywhere. */
const inProduction = { from: /^production#/ };

/** Every strategy forward and back, the other targets, a hotfix, a re-deploy, and a rollback that only people can end. */
export const roads = {
  happy,
  rollback: bad,
  "blue-green": { ...standard, ...by("blue-green"), from: own["blue-green"], end: "completed" },
  "blue-green-back": { ...bad, ...by("blue-green"), from: own["blue-green"] },
  rolling: { ...standard, ...by("rolling"), from: own.rolling, end: "completed" },
  "rolling-back": { ...bad, ...by("rolling"), from: /^production#/ },
  escalation: {
    ...bad,
    // What the version before never answers: the smoke tests after the rollback fail.
    prepare: async (world) =>
      configured(world, [[["smoke", "api", 1], { name: "newest", path: "/health", contains: "1.1.0" }]]),
    from: /revert-traffic/,
  },
  hotfix: {
    start: { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" },
    release: "v1.0.1",
    end: "completed",
    help: jobRoads.hotfix.help,
  },
  haproxy: { ...happy, ...inProduction, production: haproxyPlace },
  "haproxy-back": { ...bad, ...inProduction, production: haproxyPlace },
  command: { ...happy, ...inProduction, production: commandPlace },
  "command-back": { ...bad, ...inProduction, production: commandPlace },
  redeploy: {
    ...happy,
    first: happy,
    prepare: async (world) => breakByHand(world, { version: "v1.0.0", gone: "v1.1.0" }),
    again: { environment: "production", reason: "somebody broke it" },
    release: "v1.1.0-redeploy-production",
  },
} as const satisfies Readonly<Record<string, Road>>;

export type RoadName = keyof typeof roads;
