import type { Fact, FactBody, GateName, State } from "#machine";

/** An hour in ms. */
export const hour = 3_600_000;
/** The commit of every made release. */
export const sha = "a".repeat(40);

/** Between 0 and 1, the same row for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number between two. */
export const between = (random: () => number, low: number, high: number): number => low + random() * (high - low);

/** One of some. */
export const oneOf = <T>(random: () => number, list: readonly [T, ...T[]]): T =>
  list[Math.floor(random() * list.length)] ?? list[0];

/** Writes facts down one after the other, with the time that passed before each. */
export class Script {
  readonly facts: Fact[] = [];
  readonly #release: string;
  #at: number;

  constructor(release: string, startMs: number) {
    this.#release = release;
    this.#at = Math.floor(startMs);
  }

  get atMs(): number {
    return this.#at;
  }

  add(afterMs: number, ...bodies: readonly FactBody[]): this {
    this.#at += Math.floor(afterMs);
    for (const body of bodies)
      this.facts.push({
        seq: this.facts.length + 1,
        release: this.#release,
        at: new Date(this.#at).toISOString(),
        actor: "sarah",
        run: { id: "1", attempt: 1 },
        prev: "0".repeat(64),
        ...body,
      });
    return this;
  }

  step(name: string, afterMs: number, touches?: "staging" | "production"): this {
    this.add(0, { type: "step-intended", step: name, ...(touches === undefined ? {} : { touches }) });
    return this.add(afterMs, { type: "step-done", step: name, result: null });
  }

  move(from: State, to: State): this {
    return this.add(1000, { type: "moved", from, to, reason: "guards hold" });
  }
}

/** The release branch, with commits of the days before. */
export function prepared(random: () => number, startMs: number): FactBody {
  const commits = Math.ceil(between(random, 1, 40));
  const times = Array.from({ length: commits }, () => Math.floor((startMs - between(random, 1, 240) * hour) / 1000));
  return {
    type: "branch-prepared",
    sha,
    files: ["CHANGELOG.md", "package.json"],
    changelog: "## Changes\n\n- **cart:** keep the basket\n",
    ledger: { commits, inNotes: commits, hidden: 0, unconventional: 0, committedAt: times.toSorted((a, b) => a - b) },
  };
}

/** A gate that ran. */
export function gateFact(random: () => number, gate: GateName, failed: boolean): FactBody {
  const coverage = between(random, 80, 92);
  const metrics = {
    security: { gate: "security", criticalIssues: 0, highIssues: 0, otherIssues: Math.floor(between(random, 0, 9)) },
    dod: { gate: "dod", categoriesPassed: 8, categoriesFailed: 0, categories: [] },
    unit: { gate: "unit", coverage, requiredCoverage: 80, totalTests: 1200, failedTests: failed ? 2 : 0 },
    integration: {
      gate: "integration",
      coverage: coverage - 10,
      requiredCoverage: 70,
      totalTests: 160,
      failedTests: failed ? 1 : 0,
    },
    smoke: { gate: "smoke", categoriesPassed: 5, categoriesFailed: 0, checks: [] },
    e2e: { gate: "e2e", journeysPassed: 14, journeysFailed: 0, journeys: [] },
  } as const;
  return {
    type: "gate-finished",
    gate,
    status: failed ? "failed" : "passed",
    sha,
    executionTimeMs: Math.floor(between(random, 20_000, 320_000)),
    targetMs: 300_000,
    metrics: metrics[gate],
    failures: failed ? [{ title: "rounds half up", suggestion: "Correct roundPrice", class: "new" }] : [],
  };
}

/** Where it goes, and how far. */
export interface Rollout {
  readonly environment: "staging" | "production";
  readonly shares: readonly number[];
  readonly previous: string;
  readonly whole?: boolean;
}

/** Brings it into an environment, share by share; `whole`: to the end. */
export function deploy(
  script: Script,
  random: () => number,
  { environment, shares, previous, whole = true }: Rollout,
): void {
  const strategy = environment === "staging" ? "blue-green" : "canary";
  const startedMs = script.atMs;
  script.step(`${environment}#1/prepare`, between(random, 10_000, 60_000), environment);
  script.add(0, { type: "deployment-started", environment, strategy, previous });
  for (const percent of shares) {
    script.step(`${environment}#1/shift-${percent}`, 2000, environment);
    script.add(0, { type: "traffic-shifted", environment, version: "new", percent });
    script.add(between(random, 2000, 40_000), smokeFact(environment, `${percent}%`));
    const durationMs = Math.floor(between(random, 120_000, 300_000));
    const watched = { environment, point: `${percent}%`, durationMs, requests: 900, analysis: null } as const;
    script.add(durationMs, {
      type: "watched",
      status: "passed",
      errorRatio: 0.001,
      healthChecks: "passing",
      notMeasured: [],
      evidence: [],
      ...watched,
    });
  }
  if (!whole) return;
  const ended = { environment, strategy, status: "passed", healthChecks: "passing" } as const;
  script.add(1000, { type: "deployment-finished", ...ended, deploymentDurationMs: script.atMs - startedMs });
}

/** Smoke tests that passed. */
export function smokeFact(environment: "staging" | "production", point: string): FactBody {
  return {
    type: "smoke-finished",
    environment,
    point,
    status: "passed",
    categoriesPassed: 5,
    categoriesFailed: 0,
    executionTimeMs: 1800,
    failedTests: [],
    checks: [],
  };
}
