import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";

import { ReleaseFault } from "#faults";

import { checkHaproxy } from "./haproxy/check.ts";
import { filesOf } from "./haproxy/configuration.ts";
import { Driver } from "./haproxy/driver.ts";
import {
  dispensable,
  findRevision,
  withCandidate,
  withFinished,
  without,
  withRollback,
  withShare,
} from "./haproxy/record.ts";
import type { Deployed, DeployedRevision } from "./haproxy/record.ts";
import { parseHaproxySettings, type HaproxySettings } from "./haproxy/settings.ts";
import { isUp, observationOf, weightsOf } from "./haproxy/shares.ts";
import type { Artifact, Observation, Target, TargetOptions } from "./port.ts";
import { exportOnce } from "./tree.ts";

/** Slots of a HAProxy backend, by its runtime socket; your commands start and stop what runs in them. */
export function createTarget(options: TargetOptions): Target {
  return new HaproxyTarget(parseHaproxySettings(options), options);
}

/**
 * HAProxy has no concurrency token: the lease of the environment is what keeps two drivers apart. Each change is written
 * down before it is made, so whoever comes after a death makes it true; reading HAProxy back is what confirms it.
 */
class HaproxyTarget implements Target {
  readonly environment: Target["environment"];
  readonly capabilities = { weights: true, addressable: true };
  readonly #settings: HaproxySettings;
  readonly #options: TargetOptions;
  readonly #driver: Driver;

  constructor(settings: HaproxySettings, options: TargetOptions) {
    this.environment = options.environment;
    this.#settings = settings;
    this.#options = options;
    this.#driver = new Driver(settings, options);
  }

  async check(): Promise<Observation> {
    const deployed = await this.#driver.deployed();
    await checkHaproxy(this.#driver.runtime, { settings: this.#settings, deployed, options: this.#options });
    return this.observe();
  }

  async observe(): Promise<Observation> {
    const deployed = await this.#driver.deployed();
    return observationOf(deployed, {
      settings: this.#settings,
      servers: (await this.#driver.runtime.servers()).servers,
    });
  }

  async prepare(artifact: Artifact, signal: AbortSignal): Promise<void> {
    const { version, sha } = artifact;
    await mkdir(this.#settings.directory, { recursive: true });
    const before = await this.#driver.deployed();
    const present = findRevision(before, version);
    if (present !== undefined && present.sha !== sha && present.percent > 0) {
      throw new ReleaseFault(
        "policy",
        `${version} serves ${this.environment} from ${present.sha}, and not from ${sha}`,
        {
          hint: "A deployed version number is used up: release the commit under the next one.",
        },
      );
    }
    if (present !== undefined && present.sha !== sha) await this.#takeDown(before, present, signal);
    const slot = present?.slot ?? (await this.#freeSlot(signal));
    const candidate = { version, sha, slot };
    await this.#driver.intend(withCandidate(await this.#driver.deployed(), candidate));
    await exportOnce(artifact, this.#driver.treeOf(candidate));
    // What customers are on is not started again.
    if ((present?.percent ?? 0) === 0) await this.#driver.start(candidate, signal);
    await this.#driver.untilHealthy(candidate, signal);
    await this.#driver.remember();
  }

  async shift({ version }: Artifact, percent: number, signal: AbortSignal): Promise<void> {
    const deployed = await this.#driver.deployed();
    const candidate = findRevision(deployed, version);
    if (candidate === undefined) throw notUp(version, this.environment);
    if (candidate.badSinceMs !== undefined) {
      throw new ReleaseFault("policy", `${version} was rolled back on ${this.environment} and gets no traffic`, {
        hint: "Fix it and release the next version, or deploy this one again from the start.",
      });
    }
    const servers = await this.#driver.serversOf(candidate.slot);
    if (percent > candidate.percent && !servers.every(isUp)) throw this.#driver.unhealthy(candidate, servers);
    signal.throwIfAborted();
    await this.#driver.intend(withShare(deployed, version, percent));
  }

  async finish({ version }: Artifact): Promise<void> {
    const deployed = await this.#driver.deployed();
    if (findRevision(deployed, version) === undefined) throw notUp(version, this.environment);
    await this.#driver.intend(withFinished(deployed, version));
  }

  async rollback(version: string, signal: AbortSignal): Promise<void> {
    const deployed = await this.#driver.deployed();
    const wanted = findRevision(deployed, version);
    if (wanted === undefined) {
      throw new ReleaseFault("policy", `Cannot rollback, previous version ${version} not deployed`, {
        hint: "What is deployed there now is said by: release status",
      });
    }
    if (!(await this.#driver.serversOf(wanted.slot)).every(isUp)) {
      await this.#driver.start(wanted, signal);
      await this.#driver.untilHealthy(wanted, signal);
    }
    await this.#driver.intend(withRollback(deployed, version, this.#options.clock.now()));
  }

  async tidy(signal: AbortSignal): Promise<void> {
    const endMs = this.#options.clock.now() - this.#settings.keepBad;
    for (const { version } of (await this.#driver.deployed()).revisions) {
      const deployed = await this.#driver.deployed();
      const revision = findRevision(deployed, version);
      const isOver = revision?.badSinceMs !== undefined && revision.badSinceMs <= endMs;
      if (!isOver || revision.percent > 0 || version === deployed.serving) continue;
      await this.#takeDown(deployed, revision, signal);
    }
  }

  manual(version: string): readonly string[] {
    const { socket, backend, slots, directory } = this.#settings;
    const { deployed: file } = filesOf(directory);
    const slot = findRevision(readNow(file), version)?.slot;
    if (slot === undefined) return [`cat '${file}' # says which version is in which slot; ${version} is in none`];
    const weights = [...weightsOf({ revisions: [{ version, sha: "", slot, percent: 100 }] }, slots)];
    const commands = weights
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, weight]) => `set server ${backend}/${name} weight ${weight}`);
    return [`echo '${commands.join("; ")}' | socat stdio '${socket}'`];
  }

  /** A slot that holds nothing, made if need be. */
  async #freeSlot(signal: AbortSignal): Promise<string> {
    const deployed = await this.#driver.deployed();
    const free = Object.keys(this.#settings.slots).find(
      (name) => !deployed.revisions.some(({ slot }) => slot === name),
    );
    if (free !== undefined) return free;
    const leaving = dispensable(deployed);
    if (leaving === undefined) {
      const held = deployed.revisions.map(({ version, percent }) => `${version} ${percent} %`).join(", ");
      throw new ReleaseFault("policy", `No slot of ${this.environment} is free: ${held}`, {
        hint: "End the rollout under way, or add a slot to the settings and its servers to HAProxy.",
      });
    }
    await this.#takeDown(deployed, leaving, signal);
    return leaving.slot;
  }

  /** Stops a version that gets no traffic, and forgets it last: whoever dies here leaves it to the next. */
  async #takeDown(deployed: Deployed, revision: DeployedRevision, signal: AbortSignal): Promise<void> {
    await this.#driver.stop(deployed, revision, signal);
    await rm(this.#driver.treeOf(revision), { recursive: true, force: true });
    await this.#driver.intend(without(deployed, revision.version));
  }
}

function notUp(version: string, environment: string): ReleaseFault {
  return new ReleaseFault("policy", `${version} is not up on ${environment}`, {
    hint: "Prepare it first: release resume does.",
  });
}

/** Read at once: a person who needs the commands has no time for a broken file. */
function readNow(file: string): Deployed {
  try {
    // Written by us; if not, the search in it finds nothing or fails.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(readFileSync(file, "utf8")) as Deployed;
  } catch {
    return { revisions: [] };
  }
}
