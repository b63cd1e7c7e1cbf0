import { expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { ReleaseFault } from "#faults";
import { namesIn, peopleIn, type ReleasePlan } from "#machine";
import { journalOver } from "./journal.ts";
import { LostLeaseError, NewsError, verifyChain, type Clock, type Driver, type Journal } from "./index.ts";
import type { Change, Store, Written } from "./store.ts";

/*
 * Whole releases in virtual time, from one seed: two drivers that follow one another, a person who asks, crashes at every
 * await, pauses beyond the ttl, clocks that run differently, torn reads, answers that are lost before or after the write
 * or while it is still on its way. `SEEDS=2000 npm run unit -- packages/journal/model` explores more.
 */
const seeds = Number(process.env["SEEDS"] ?? 120);
const times = { ttlMs: 9_000, renewMs: 3_000, effectMs: 12_000 };
const chaosMs = 90_000;
const steps = ["one", "two", "three", "four", "five"];
const id = "v1.0.0";
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the plan the journal looks at people only
const plan = { releaseType: "standard", initiatedBy: "sarah", gates: [], steps: [100] } as unknown as ReleasePlan;
const never = new Promise<never>(() => {});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Time that moves only when everybody waits. */
class World {
  nowMs = 1_767_225_600_000;
  readonly startedMs = this.nowMs;
  readonly random: () => number;
  readonly heads = new Map<string, string>();
  readonly trees = new Map<string, ReadonlyMap<string, string>>();
  readonly effects: { readonly tenure: number; readonly step: string; readonly at: number; until: number }[] = [];
  readonly #sleepers: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  #order = 0;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  get isChaos(): boolean {
    return this.nowMs - this.startedMs < chaosMs;
  }

  chance(probability: number): boolean {
    return this.random() < probability && this.isChaos;
  }

  sleep(ms: number): Promise<void> {
    this.#order += 1;
    const order = this.#order;
    return new Promise((wake) => this.#sleepers.push({ at: this.nowMs + ms, order, wake }));
  }

  /** Runs until `work` is over. */
  async run(everybody: Promise<unknown>): Promise<void> {
    const state = { over: false };
    const end = (): void => void (state.over = true);
    everybody.then(end, end);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (state.over) break;
      this.#sleepers.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = this.#sleepers.shift();
      if (next === undefined) throw new Error("everybody waits for ever");
      if (next.at - this.startedMs > 40 * chaosMs) throw new Error("it does not come to an end");
      this.nowMs = Math.max(this.nowMs, next.at);
      next.wake();
    }
    await everybody;
  }

  apply(changes: readonly Change[], at: string): { readonly applied: boolean; readonly versions: Map<string, string> } {
    const versions = new Map<string, string>();
    for (const change of changes) {
      if (change.files === undefined) continue;
      const tree = new Map(change.before === "base" ? (this.trees.get(change.expect) ?? []) : []);
      for (const [path, content] of change.files) {
        if (content === undefined) tree.delete(path);
        else tree.set(path, content);
      }
      const version = createHash("sha1")
        .update(JSON.stringify([at, change.expect, [...tree]]))
        .digest("hex");
      this.trees.set(version, tree);
      versions.set(change.ref, version);
    }
    const applied = changes.every(({ ref, expect: wanted }) => (this.heads.get(ref) ?? "absent") === wanted);
    if (!applied) return { applied, versions };
    for (const { ref } of changes) {
      const version = versions.get(ref);
      if (version === undefined) this.heads.delete(ref);
      else this.heads.set(ref, version);
    }
    return { applied, versions };
  }
}

/** A process that can die or stop at any await, with a clock of its own. */
class Process {
  readonly world: World;
  readonly #offsetMs: number;
  readonly #rate: number;
  readonly #died: () => void;
  readonly death: Promise<"died">;
  dead = false;

  constructor(world: World) {
    this.world = world;
    this.#offsetMs = world.random() * 1e9;
    this.#rate = 0.98 + world.random() * 0.04;
    const { promise, resolve } = Promise.withResolvers<"died">();
    this.death = promise;
    this.#died = () => resolve("died");
  }

  /** Where a process may be hit. */
  async point(): Promise<void> {
    if (this.dead) return never;
    if (this.world.chance(0.012)) {
      this.dead = true;
      this.#died();
      return never;
    }
    if (this.world.chance(0.03)) await this.world.sleep(this.world.random() * 3 * times.ttlMs);
  }

  async pause(ms: number): Promise<void> {
    await this.world.sleep(ms / this.#rate);
    await this.point();
  }

  readonly clock: Clock = {
    monotonicMs: () => this.#offsetMs + (this.world.nowMs - this.world.startedMs) * this.#rate,
    sleep: (ms) => this.pause(ms),
  };

  readonly store: Store = {
    look: async (prefixes) => {
      await this.pause(this.world.random() * 100);
      const nowMs = Math.floor(this.world.nowMs / 1000) * 1000;
      const wanted = ([ref]: readonly [string, string]): boolean => prefixes.some((prefix) => ref.startsWith(prefix));
      const early = [...this.world.heads].filter(wanted);
      // Torn: one half of the answer is older than the other.
      if (this.world.chance(0.05)) await this.world.sleep(this.world.random() * 300);
      const late = [...this.world.heads].filter(wanted);
      const heads = new Map([
        ...early.filter(([ref]) => ref.length % 2 === 0),
        ...late.filter(([ref]) => ref.length % 2 === 1),
      ]);
      await this.pause(this.world.random() * 100);
      return { heads, nowMs };
    },
    read: async (_ref, version, paths) => {
      await this.pause(this.world.random() * 50);
      const tree = this.world.trees.get(version);
      return new Map(
        paths.flatMap((path) => (tree?.has(path) === true ? [[path, tree.get(path) ?? ""] as const] : [])),
      );
    },
    readBytes: async (ref, version, paths) => {
      const texts = await this.store.read(ref, version, paths);
      return texts && new Map([...texts].map(([path, text]) => [path, Buffer.from(text)]));
    },
    list: async (_ref, version) => [...(this.world.trees.get(version)?.keys() ?? [])],
    write: async (changes, at): Promise<Written> => {
      await this.pause(this.world.random() * 150);
      if (this.world.chance(0.04)) return this.#arrivesLate(changes, at);
      const { applied, versions } = this.world.apply(changes, at);
      await this.pause(this.world.random() * 150);
      if (this.world.chance(0.06)) return { state: "unknown", reason: "cut", versions };
      return { state: applied ? "applied" : "refused", reason: "moved", versions };
    },
  };

  /** The sender gives up while its push is still on the way: it lands later, or never. */
  #arrivesLate(changes: readonly Change[], at: string): Written {
    const { versions } = this.world.apply(
      [...changes, { ref: "refs/none", expect: "x", before: "lost", message: "" }],
      at,
    );
    if (this.world.chance(0.5)) {
      void this.world.sleep(this.world.random() * 20_000).then(() => this.world.apply(changes, at));
    }
    return { state: "unknown", reason: "timed out", versions };
  }
}

function journalOf(process: Process): Journal {
  return journalOver(process.store, {
    author: { actor: "ada", run: { id: "1", attempt: 1 } },
    clock: process.clock,
    times,
    token: () => String(process.world.random()),
    random: process.world.random,
    onAppend: () => process.point(),
    onEffect: () => process.point(),
  });
}

/** One process of the release: opens or continues it and goes as far as it comes. */
async function work(process: Process, journal: Journal): Promise<"over" | "again"> {
  try {
    const known = await journal.read(id);
    if (known?.live === false) return "over";
    const driver = known === undefined ? await journal.start(id, plan, 1) : await journal.drive(id);
    const tenure = driver.facts.filter((fact) => fact.type === "lease-taken" && fact.lease === `release/${id}`).length;
    while (await hasNews(goOn(process, driver, tenure))) {
      for (const { id: request } of driver.record.requests) {
        driver.decide({ type: "answered", id: request, outcome: "obeyed", reason: "seen" });
      }
    }
    return "over";
  } catch (thrown) {
    if (!(thrown instanceof LostLeaseError) && !(thrown instanceof ReleaseFault)) throw thrown;
    if (thrown instanceof ReleaseFault && thrown.code === "policy" && /changed outside/.test(thrown.message))
      throw thrown;
    return "again";
  }
}

async function hasNews(going: Promise<void>): Promise<boolean> {
  try {
    await going;
    return false;
  } catch (thrown) {
    if (thrown instanceof NewsError) return true;
    throw thrown;
  }
}

async function goOn(process: Process, driver: Driver, tenure: number): Promise<void> {
  const { world } = process;
  if (driver.record.state === "initiated") {
    for (const name of steps) {
      if (name === "two") await driver.takeEnvironment("production");
      await driver.step(name, () => effect(process, tenure, name), {
        ...(name === "three" ? { touches: "production" as const } : {}),
        facts: () => [{ type: "warned", message: `saw ${name}` }],
      });
      if (world.random() < 0.5) await driver.poll();
    }
    const known = driver.facts.filter((fact) => fact.type === "requested").length;
    driver.decide(
      { type: "published", what: "report", url: String(known) },
      { type: "failure-captured", failedState: "initiated", failureReason: "test", actionableFixSuggestions: [] },
      { type: "moved", from: "initiated", to: "failed", reason: "test" },
    );
    await driver.flush();
  }
  if (driver.record.settled === undefined) driver.decide({ type: "settled", outcome: "failed" });
  await driver.archive((facts) => [{ path: "log", content: `${facts.length}\n`, append: true }]);
}

async function effect(process: Process, tenure: number, step: string): Promise<string> {
  const { world } = process;
  const entry = { tenure, step, at: world.nowMs, until: world.nowMs };
  world.effects.push(entry);
  entry.until = world.nowMs + world.random() * times.effectMs * 0.9;
  await process.pause(entry.until - world.nowMs);
  return `${step} done`;
}

async function keepWorking(world: World): Promise<void> {
  for (;;) {
    const process = new Process(world);
    const end = await Promise.race([work(process, journalOf(process)), process.death]);
    if (end === "over") return;
    // A process that lost its lease ends; one that was told to wait tries later.
    process.dead = true;
    await world.sleep(world.random() * 2 * times.ttlMs);
  }
}

async function ask(world: World, acknowledged: Set<string>, refused: Set<string>): Promise<void> {
  for (let index = 0; index < 6; index += 1) {
    await world.sleep(world.random() * 20_000);
    const request = { id: `r${index}`, kind: "hold" as const, by: "bob", reason: "why" };
    for (let tries = 0; tries < 3; tries += 1) {
      const process = new Process(world);
      const sent = journalOf(process).request(id, request);
      const end = await Promise.race([
        sent.then(
          () => "sent",
          () => "refused",
        ),
        process.death,
      ]);
      if (end === "sent") acknowledged.add(request.id);
      if (end === "refused") refused.add(request.id);
      if (end === "sent" && world.random() < 0.7) break;
    }
  }
}

async function explore(seed: number): Promise<void> {
  const world = new World(seed);
  const acknowledged = new Set<string>();
  world.apply(
    [
      {
        ref: "refs/heads/release-journal",
        expect: "absent",
        before: "base",
        message: "",
        files: new Map([["old", "kept"]]),
      },
    ],
    "",
  );
  await world.run(Promise.all([keepWorking(world), keepWorking(world), ask(world, acknowledged, new Set())]));

  const tree = world.trees.get(world.heads.get("refs/heads/release-journal") ?? "");
  const facts = (tree?.get(`releases/${id}.jsonl`) ?? "")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(verifyChain(facts)).toBeUndefined();
  expect([...world.heads.keys()]).toEqual(["refs/heads/release-journal"]);
  expect([...(tree?.keys() ?? [])].toSorted()).toEqual(["log", "old", `people/${id}.jsonl`, `releases/${id}.jsonl`]);
  const people = peopleIn(tree?.get(`people/${id}.jsonl`) ?? "");
  expect(new Set(people.map(({ token }) => token))).toEqual(namesIn(facts));
  expect(tree?.get("log")).toBe(`${facts.length}\n`);
  const named = (type: string, key: string): string[] =>
    facts.filter((fact) => fact.type === type).map((fact) => fact[key]);
  expect(named("step-done", "step")).toEqual(steps.map((step) => `initiated#1/${step}`));
  expect(named("warned", "message")).toEqual(steps.map((step) => `saw ${step}`));
  expect(named("requested", "id").length).toBe(new Set(named("requested", "id")).size);
  expect(named("requested", "id")).toEqual(expect.arrayContaining([...acknowledged]));
  expect(named("answered", "id").toSorted()).toEqual(named("requested", "id").toSorted());
  expect(facts.filter((fact) => fact.type === "moved" || fact.type === "settled")).toHaveLength(2);
  // Rule 9: whoever decided had seen every request that stands before the decision.
  const decided = facts.findIndex((fact) => fact.type === "published");
  expect(facts.slice(0, decided).filter((fact) => fact.type === "requested")).toHaveLength(Number(facts[decided].url));
  for (const [index, later] of world.effects.entries()) {
    for (const earlier of world.effects.slice(0, index)) {
      expect(later.tenure).toBeGreaterThanOrEqual(earlier.tenure);
      if (later.tenure > earlier.tenure) expect(later.at).toBeGreaterThanOrEqual(earlier.until);
    }
  }
}

it(`keeps its promises in ${seeds} worlds of crashes, pauses, lies and lost answers`, async () => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    await explore(seed).catch((cause: unknown) => {
      throw new Error(`in the world of seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    });
  }
}, 120_000);
