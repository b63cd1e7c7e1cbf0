import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { ReleaseFault } from "#faults";

import { StaleWriteError, type PlatformClient } from "./local/client.ts";
import { ensurePlatform } from "./local/open.ts";
import { PIN_HEADER, type LiveRevision, type PlatformState, type PlatformStatus } from "./local/protocol.ts";
import { withCandidate, withFinished, withRollback, withShare } from "./local/rollout.ts";
import { parseLocalSettings, type LocalSettings } from "./local/settings.ts";
import type { Artifact, Observation, Revision, Target, TargetOptions } from "./port.ts";
import { exportOnce } from "./tree.ts";

const POLL_MS = 50;
/** Enough for the platform's own clean-ups to interleave; a person who keeps writing would still win. */
const ROLLBACK_ATTEMPTS = 5;

/** Real processes on this machine behind a proxy that splits traffic. Nothing is kept here: the platform knows it all. */
export function createTarget(options: TargetOptions): Target {
  return new LocalTarget(parseLocalSettings(options), options);
}

class LocalTarget implements Target {
  readonly environment: Target["environment"];
  readonly capabilities = { weights: true, addressable: true };
  readonly #settings: LocalSettings;
  readonly #options: TargetOptions;

  constructor(settings: LocalSettings, options: TargetOptions) {
    this.environment = options.environment;
    this.#settings = settings;
    this.#options = options;
  }

  check(): Promise<Observation> {
    return this.observe();
  }

  async observe(): Promise<Observation> {
    const platform = await this.#platform(this.#options.signal);
    return observationOf(await platform.status());
  }

  async prepare(artifact: Artifact, signal: AbortSignal): Promise<void> {
    const { version, sha } = artifact;
    const { command, env, health, directory: home } = this.#settings;
    const platform = await this.#platform(signal);
    const { state } = await platform.status();
    const present = state.revisions.find((one) => one.version === version);
    if (present !== undefined && present.sha !== sha && present.percent > 0) {
      throw new ReleaseFault(
        "policy",
        `${version} serves ${this.environment} from ${present.sha}, and not from ${sha}`,
        {
          hint: "A deployed version number is used up: release the commit under the next one.",
        },
      );
    }
    // Named after the token: a tree that the platform is just removing is never taken for the new one.
    const fresh = join(home, "versions", `${version}-${sha.slice(0, 12)}-${state.etag}`);
    const directory = present?.sha === sha ? present.directory : fresh;
    await exportOnce(artifact, directory);
    // Serving already, perhaps under older settings: those stay until the next version, so that nobody is cut off.
    const program = present !== undefined && present.percent > 0 ? present : { command, env, health };
    const wanted = { version, sha, directory, command: program.command, env: program.env, health: program.health };
    await this.#write(platform, state, withCandidate(state, wanted));
    await this.#untilHealthy(platform, version, signal);
  }

  async shift({ version }: Artifact, percent: number, signal: AbortSignal): Promise<void> {
    const platform = await this.#platform(signal);
    const { state, live } = await platform.status();
    const candidate = state.revisions.find((one) => one.version === version && !one.parked);
    if (candidate === undefined) throw notUp(version, this.environment);
    if (candidate.badUntilMs !== undefined) {
      throw new ReleaseFault("policy", `${version} was rolled back on ${this.environment} and gets no traffic`, {
        hint: "Fix it and release the next version, or deploy this one again from the start.",
      });
    }
    if (percent > candidate.percent && !isHealthy(live, version)) throw unhealthy(version, this.environment, live);
    await this.#write(platform, state, withShare(state, version, percent));
    confirm(await platform.status(), withShare(state, version, percent));
  }

  async finish({ version }: Artifact): Promise<void> {
    const platform = await this.#platform(this.#options.signal);
    const { state } = await platform.status();
    if (!state.revisions.some((one) => one.version === version && !one.parked)) throw notUp(version, this.environment);
    await this.#write(platform, state, withFinished(state, version));
    confirm(await platform.status(), withFinished(state, version));
  }

  async rollback(version: string, signal: AbortSignal): Promise<void> {
    const platform = await this.#platform(signal);
    for (let attempt = 1; ; attempt += 1) {
      const { state, live } = await platform.status();
      if (!state.revisions.some((one) => one.version === version && !one.parked)) {
        throw new ReleaseFault("policy", `Cannot rollback, previous version ${version} not deployed`, {
          hint: `What is deployed there now is said by: release status`,
        });
      }
      if (!isHealthy(live, version)) await this.#untilHealthy(platform, version, signal);
      const next = withRollback(state, version, this.#options.clock.now() + this.#settings.keepBadMs);
      try {
        await this.#write(platform, state, next);
        return confirm(await platform.status(), next);
      } catch (thrown) {
        // The safe direction: unlike a shift, a rollback is right whatever the others wrote.
        if (!(thrown instanceof StaleWriteError) || attempt === ROLLBACK_ATTEMPTS) throw thrown;
      }
    }
  }

  /** The platform does it by itself. */
  async tidy(): Promise<void> {}

  manual(version: string): readonly string[] {
    const { directory } = this.#settings;
    const ask = `curl -sS -H "authorization: Bearer $(jq -r .token platform.json)" "http://127.0.0.1:$(jq -r .adminPort platform.json)/state"`;
    const all = `(.revisions[] | .percent) = 0 | (.revisions[] | select(.version == "${version}") | .percent) = 100 | .serving = "${version}"`;
    return [
      `cd '${directory.replaceAll("'", String.raw`'\''`)}'`,
      `${ask} > now.json`,
      `jq '.state | ${all}' now.json > next.json`,
      `${ask} -X PUT -H "if-match: \\"$(jq .state.etag now.json)\\"" --data-binary @next.json`,
    ];
  }

  #platform(signal: AbortSignal): Promise<PlatformClient> {
    const { directory, port } = this.#settings;
    return ensurePlatform(directory, { port, clock: this.#options.clock, signal });
  }

  /** Writes only what differs, so that repeating an act changes nothing. */
  async #write(platform: PlatformClient, before: PlatformState, next: PlatformState): Promise<void> {
    if (!isDeepStrictEqual(inOrder(before), inOrder(next))) await platform.write(next, before.etag);
  }

  async #untilHealthy(platform: PlatformClient, version: string, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const deadlineMs = clock.now() + this.#settings.startTimeoutMs;
    await platform.revive(version);
    for (;;) {
      const { live } = await platform.status();
      if (isHealthy(live, version)) return;
      const givenUp = live.some((one) => one.version === version && one.givenUp);
      if (givenUp || clock.now() > deadlineMs) throw unhealthy(version, this.environment, live);
      await clock.sleep(POLL_MS, signal);
    }
  }
}

function observationOf({ state, live, port }: PlatformStatus): Observation {
  const revisions = state.revisions
    .filter(({ parked }) => !parked)
    .map(({ version, percent }): Revision => {
      const process = live.find((one) => one.version === version);
      const at = { version, percent, healthy: process?.healthy ?? false, headers: { [PIN_HEADER]: version } };
      return process?.port === undefined ? at : { ...at, url: `http://127.0.0.1:${process.port}` };
    });
  return { revisions, url: `http://127.0.0.1:${port}`, pinHeader: PIN_HEADER };
}

/** The state but for its token and the order of its revisions, which mean nothing. */
function inOrder(state: PlatformState): PlatformState {
  return { ...state, etag: 0, revisions: state.revisions.toSorted((a, b) => a.version.localeCompare(b.version)) };
}

/** A write counts when reading confirms it. */
function confirm({ state }: PlatformStatus, wanted: PlatformState): void {
  for (const { version, percent } of wanted.revisions) {
    const actual = state.revisions.find((one) => one.version === version)?.percent ?? 0;
    if (actual === percent) continue;
    throw new ReleaseFault("remote", `${version} should have ${percent} % of the traffic and has ${actual} %`, {
      hint: "Somebody else is changing the platform. See who drives the release, then: release resume vX.Y.Z.",
    });
  }
}

function isHealthy(live: readonly LiveRevision[], version: string): boolean {
  return live.some((one) => one.version === version && one.healthy);
}

function notUp(version: string, environment: string): ReleaseFault {
  return new ReleaseFault("policy", `${version} is not up on ${environment}`, {
    hint: "Prepare it first: release resume does.",
  });
}

function unhealthy(version: string, environment: string, live: readonly LiveRevision[]): ReleaseFault {
  const problem = live.find((one) => one.version === version)?.problem ?? "it is not running";
  return new ReleaseFault("remote", `${version} does not become healthy on ${environment}: ${problem}`, {
    hint: "Run its command by hand in an exported tree, with PORT set, and look at its health path.",
  });
}
