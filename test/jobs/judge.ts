import { fold, type Fact } from "#machine";

import { firstDifference } from "../crash/anywhere.ts";
import { essence } from "../crash/release.ts";
import type { CrashWorld } from "../crash/world.ts";
import type { Death, Life } from "./anywhere.ts";
import type { Road } from "./roads.ts";

/** Knows where each death must lead, and what is left there. */
export class Judge {
  readonly #crash: CrashWorld;
  readonly #road: Road;
  readonly #wanted = new Map<string, Left>();

  constructor(crash: CrashWorld, road: Road) {
    this.#crash = crash;
    this.#road = road;
  }

  async differenceOf({ facts, runs, jobs }: Life, death: Death | undefined): Promise<string | undefined> {
    const isTaken = leavesTraffic(death);
    const end = isTaken ? "rolled_back" : this.#road.end;
    const { state } = fold(facts);
    if (state !== end) return `wanted ${end}, found ${state}: ${jobs.join(" ")}`;
    const most = isTaken ? (death?.run.index ?? 1) : this.#road.runs + 2;
    if (runs > most) return `wanted at most ${most} runs: ${jobs.join(" ")}`;
    const world = await this.#crash.fingerprint();
    const found = {
      world: { ...world, production: served(world["production"]), staging: served(world["staging"]) },
      // A release that died in production goes back by another road, and for another reason, than one that is bad.
      record: isTaken ? "" : essenceOf(facts),
    };
    const unlike = firstDifference(standing(this.#road, end), pick(found.world), "");
    if (unlike !== undefined) return unlike;
    const key = `${end} ${isTaken && death?.facts.every(({ type }) => type !== "verdict") ? "by death" : ""}`;
    const wanted = this.#wanted.get(key);
    if (wanted !== undefined) return firstDifference({ ...wanted, ...(isTaken && { record: "" }) }, found, "");
    this.#wanted.set(key, found);
    return undefined;
  }
}

interface Left {
  readonly world: Readonly<Record<string, unknown>>;
  readonly record: unknown;
}

/** What the end must leave, whatever else is the same in all releases that end so: who serves, and that nobody holds anything. */
function standing({ release, form }: Road, end: Road["end"]): unknown {
  return {
    production: serves(end === "completed" ? release : "v1.0.0"),
    staging: serves(end === "failed" || form["type"] === "hotfix" ? "v1.0.0" : release),
    live: "",
  };
}

const serves = (version: string): readonly string[] => [`${version} 100 %`];

const pick = ({ production, staging, live }: Left["world"]): unknown => ({ production, staging, live });

/** Versions with traffic: whether one without is kept, and on how many instances, is the platform's affair. */
const served = (serving: unknown): unknown =>
  (serving as readonly string[])
    .map((version) => version.replace(/ on \d+$/, ""))
    .filter((version) => !version.endsWith(" 0 %"));

const rollouts = ["production/production", "production/production_canary"];

/** Traffic touched and its job dead: nobody watches what it left, so it goes back in the same run. Everything else goes on. */
function leavesTraffic(death: Death | undefined): boolean {
  if (death === undefined || !rollouts.includes(death.job)) return false;
  const isTouched = death.facts.some((fact) => fact.type === "step-intended" && fact.touches === "production");
  return isTouched && !death.facts.some((fact) => fact.type === "moved" && fact.to === "completed");
}

/** The record without times, without deaths, and without the rehearsal: after a death in staging it begins anew. */
function essenceOf(facts: readonly Fact[]): unknown {
  return essence(facts.filter((fact) => !isDeath(fact) && !isRehearsal(fact)));
}

function isDeath(fact: Fact): boolean {
  return fact.type === "suspended" && fact.waitsFor === "interrupted";
}

function isRehearsal(fact: Fact): boolean {
  return (
    ("environment" in fact && fact.environment === "staging") || ("step" in fact && fact.step.startsWith("staging#"))
  );
}
