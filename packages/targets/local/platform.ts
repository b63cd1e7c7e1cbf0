import { mkdir, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Balancer } from "./balancer.ts";
import type { Child } from "./child.ts";
import { Counters } from "./counters.ts";
import { Crew } from "./crew.ts";
import { flawOf, type PlatformState, type PlatformStatus, type RevisionState } from "./protocol.ts";
import { Proxy } from "./proxy.ts";
import { StateStore } from "./store.ts";

/** A revision that still answers somebody after this is stopped all the same. */
const DRAIN_MS = 30_000;
const DRAIN_POLL_MS = 20;
const WARM_MS = 10_000;
const SWEEP_MS = 60_000;

/** What became of a write. */
export type Written =
  | { readonly outcome: "written"; readonly status: PlatformStatus }
  | { readonly outcome: "stale" }
  | { readonly outcome: "refused"; readonly reason: string };

/** Makes the machine agree with the state: processes, shares, counters. One per directory. */
export class Platform {
  readonly counters: Counters;
  readonly #directory: string;
  readonly #store: StateStore;
  readonly #now: () => number;
  readonly #crews = new Map<string, Crew>();
  readonly #balancer = new Balancer();
  readonly #proxy: Proxy;
  readonly #sweeper: NodeJS.Timeout;
  #state: PlatformState;
  #writes: Promise<unknown> = Promise.resolve();

  private constructor(directory: string, store: StateStore, state: PlatformState, now: () => number) {
    this.#directory = directory;
    this.#store = store;
    this.#state = state;
    this.#now = now;
    this.counters = new Counters(now);
    this.#proxy = new Proxy(
      {
        next: () => this.#balancer.next(),
        isDeployed: (version) => this.#state.revisions.some((one) => one.version === version && !one.parked),
        instanceOf: (version) => this.#crews.get(version)?.next(),
      },
      this.counters,
    );
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS);
    this.#apply(state);
  }

  /** Restores what ran before and opens the public port. */
  static async start(directory: string, port: number, now: () => number): Promise<Platform> {
    await mkdir(join(directory, "logs"), { recursive: true, mode: 0o700 });
    const store = new StateStore(directory);
    const platform = new Platform(directory, store, await store.read(), now);
    await platform.#warm();
    await new Promise<void>((resolve, reject) => {
      platform.#proxy.server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
    return platform;
  }

  get publicPort(): number {
    // Listening since `start`, on TCP.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (this.#proxy.server.address() as AddressInfo).port;
  }

  status(): PlatformStatus {
    const live = Array.from(this.#crews.values(), (crew) => crew.view());
    return { port: this.publicPort, state: this.#state, live };
  }

  /** Puts a whole new state into force, if nobody wrote since the writer read `etag`. On disk first, then in effect. */
  write(next: PlatformState, etag: number): Promise<Written> {
    const written = this.#afterOthers(next, etag, this.#writes);
    this.#writes = written.catch(() => undefined);
    return written;
  }

  async #afterOthers(next: PlatformState, etag: number, others: Promise<unknown>): Promise<Written> {
    await others;
    if (etag !== this.#state.etag) return { outcome: "stale" };
    const flaw = flawOf(next);
    if (flaw !== undefined) return { outcome: "refused", reason: flaw };
    const state = { ...next, etag: etag + 1 };
    await this.#store.write(state);
    this.#apply(state);
    return { outcome: "written", status: this.status() };
  }

  /** Starts a version again that was given up. */
  revive(version: string): void {
    this.#crews.get(version)?.revive();
  }

  /** Stops taking requests, finishes those under way, then stops every process. What is on disk stays. */
  async stop(): Promise<void> {
    clearInterval(this.#sweeper);
    await Promise.race([this.#proxy.close(), sleep(DRAIN_MS, undefined, { ref: false })]);
    await Promise.all([...this.#crews.values()].flatMap((crew) => crew.resize(0)).map((child) => child.stop()));
  }

  /** After a restart: clients are let in when the versions that serve are healthy again, or it took too long. */
  async #warm(): Promise<void> {
    const deadlineMs = performance.now() + WARM_MS;
    const serving = this.#state.revisions.filter(({ percent }) => percent > 0);
    const isCold = ({ version }: RevisionState): boolean => this.#crews.get(version)?.view().healthy !== true;
    while (serving.some(isCold) && performance.now() < deadlineMs) await sleep(DRAIN_POLL_MS);
  }

  #apply(state: PlatformState): void {
    this.#state = state;
    this.#balancer.assign(state.revisions);
    for (const spec of state.revisions) {
      const crew = this.#crews.get(spec.version);
      if (crew !== undefined && sameProgram(crew.spec, spec)) {
        for (const child of crew.resize(spec.instances)) void this.#drain(child);
        continue;
      }
      if (crew !== undefined) this.#retire(crew);
      this.#crews.set(spec.version, new Crew(spec, (instance) => this.#logOf(spec.version, instance)));
    }
    for (const [version, crew] of this.#crews) {
      if (state.revisions.some((one) => one.version === version)) continue;
      this.#crews.delete(version);
      this.#retire(crew);
    }
  }

  #logOf(version: string, instance: number): string {
    return join(this.#directory, "logs", instance === 1 ? `${version}.log` : `${version}.${instance}.log`);
  }

  /** Lets its requests end, then stops it. */
  async #drain(child: Child): Promise<void> {
    const deadlineMs = performance.now() + DRAIN_MS;
    while (child.inFlight > 0 && performance.now() < deadlineMs) await sleep(DRAIN_POLL_MS);
    await child.stop();
  }

  /** Drains all its instances, and removes its tree unless somebody deployed that again. */
  #retire(crew: Crew): void {
    const { version, directory } = crew.spec;
    const retire = async (): Promise<void> => {
      await Promise.all(crew.resize(0).map(async (child) => this.#drain(child)));
      const stillUsed = this.#state.revisions.some((one) => one.directory === directory);
      const ours = !relative(join(this.#directory, "versions"), directory).startsWith("..");
      if (ours && !stillUsed) await rm(directory, { recursive: true, force: true });
    };
    retire().catch((thrown: unknown) => console.error(`could not retire ${version}:`, thrown));
  }

  /** Removes versions whose time at 0 % after a rollback is over. */
  async #sweep(): Promise<void> {
    const { etag, serving, previous, revisions } = this.#state;
    const over = ({ version, percent, badUntilMs }: RevisionState): boolean =>
      badUntilMs !== undefined &&
      badUntilMs < this.#now() &&
      percent === 0 &&
      version !== serving &&
      version !== previous;
    if (!revisions.some(over)) return;
    await this.write({ ...this.#state, revisions: revisions.filter((one) => !over(one)) }, etag);
  }
}

function sameProgram(a: RevisionState, b: RevisionState): boolean {
  return programOf(a) === programOf(b);
}

function programOf({ sha, directory, command, env, health }: RevisionState): string {
  return JSON.stringify([sha, directory, command, env, health]);
}
