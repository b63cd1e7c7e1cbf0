import { join } from "node:path";

import { ReleaseFault } from "#faults";

import { StaleWriteError, type PlatformClient } from "./local/client.ts";
import { confirm, ensureState, isHealthy, unhealthy, untilHealthy, type Act } from "./local/ensure.ts";
import { ensurePlatform } from "./local/open.ts";
import { PIN_HEADER, type PlatformState, type PlatformStatus, type RevisionState } from "./local/protocol.ts";
import { replaceInstances } from "./local/replace.ts";
import { withCandidate, withFinished, withInstances, withRollback, withShare } from "./local/rollout.ts";
import { parseLocalSettings, type LocalSettings } from "./local/settings.ts";
import type { Artifact, Instances, Observation, Revision, Target, TargetOptions } from "./port.ts";
import { exportOnce } from "./tree.ts";

/** Enough for the platform's own clean-ups to interleave; a person who keeps writing would still win. */
const ROLLBACK_ATTEMPTS = 5;
/** How long a rollback waits for missing instances of the version that serves again, when some are there. */
const STRENGTH_MS = 2000;

/** Real processes on this machine behind a proxy that splits traffic. Nothing is kept here: the platform knows it all. */
export function createTarget(options: TargetOptions): Target {
  return new LocalTarget(parseLocalSettings(options), options);
}

class LocalTarget implements Target {
  readonly environment: Target["environment"];
  readonly capabilities = { weights: true, addressable: true };
  readonly instances?: Instances;
  readonly #settings: LocalSettings;
  readonly #options: TargetOptions;

  constructor(settings: LocalSettings, options: TargetOptions) {
    this.environment = options.environment;
    this.#settings = settings;
    this.#options = options;
    const { instances: total } = settings;
    if (total === 1) return;
    this.instances = {
      total,
      replace: async ({ version }, batch, signal) => {
        const platform = await this.#platform(signal);
        candidateOf((await platform.status()).state, version, this.environment);
        await replaceInstances(this.#act(platform, signal), { ...batch, version, total });
      },
    };
  }

  check(): Promise<Observation> {
    return this.observe();
  }

  async observe(): Promise<Observation> {
    const platform = await this.#platform(this.#options.signal);
    return observationOf(await platform.status());
  }

  async prepare(artifact: Artifact, signal: AbortSignal, count = this.#settings.instances): Promise<void> {
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
    const program = present !== undefined && present.percent > 0 ? present : { command, env, health, instances: count };
    const wanted = { version, sha, directory, ...programOf(program) };
    await ensureState(platform, state, withCandidate(state, wanted));
    await untilHealthy(this.#act(platform, signal), version);
  }

  async shift({ version }: Artifact, percent: number, signal: AbortSignal): Promise<void> {
    const platform = await this.#platform(signal);
    const { state, live } = await platform.status();
    const candidate = candidateOf(state, version, this.environment);
    if (percent > candidate.percent && !isHealthy(live, version)) throw unhealthy(version, this.environment, live);
    await ensureState(platform, state, withShare(state, version, percent));
    confirm(await platform.status(), withShare(state, version, percent));
  }

  async finish({ version }: Artifact): Promise<void> {
    const platform = await this.#platform(this.#options.signal);
    const { state } = await platform.status();
    if (!state.revisions.some((one) => one.version === version && !one.parked)) throw notUp(version, this.environment);
    await ensureState(platform, state, withFinished(state, version));
    confirm(await platform.status(), withFinished(state, version));
  }

  async rollback(version: string, signal: AbortSignal): Promise<void> {
    const platform = await this.#platform(signal);
    for (let attempt = 1; ; attempt += 1) {
      const { state } = await platform.status();
      if (!state.revisions.some((one) => one.version === version && !one.parked)) {
        throw new ReleaseFault("policy", `Cannot rollback, previous version ${version} not deployed`, {
          hint: `What is deployed there now is said by: release status`,
        });
      }
      try {
        const strong = await this.#atStrength(platform, state, version, signal);
        const next = withRollback(strong, version, this.#options.clock.now() + this.#settings.keepBadMs);
        await ensureState(platform, strong, next);
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
    const all = `(.revisions[] | .percent) = 0 | (.revisions[] | select(.version == "${version}") | .percent) = 100 | (.revisions[] | select(.version == "${version}") | .instances) = ${this.#settings.instances} | .serving = "${version}"`;
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

  /** Capacity before traffic, but not for long: meanwhile clients meet the version that has to go. */
  async #atStrength(platform: PlatformClient, state: PlatformState, version: string, signal: AbortSignal) {
    const present = state.revisions.find((one) => one.version === version)?.instances ?? 0;
    await ensureState(platform, state, withInstances(state, version, Math.max(present, this.#settings.instances)));
    await untilHealthy(this.#act(platform, signal), version, STRENGTH_MS);
    return (await platform.status()).state;
  }

  #act(platform: PlatformClient, signal: AbortSignal): Act {
    const { startTimeoutMs } = this.#settings;
    return { platform, environment: this.environment, clock: this.#options.clock, startTimeoutMs, signal };
  }
}

function observationOf({ state, live, port }: PlatformStatus): Observation {
  const url = `http://127.0.0.1:${port}`;
  const revisions = state.revisions
    .filter(({ parked }) => !parked)
    .map(({ version, percent, instances }): Revision => {
      const process = live.find((one) => one.version === version);
      const at = { version, percent, healthy: process?.healthy ?? false, headers: { [PIN_HEADER]: version } };
      if (process?.port === undefined) return at;
      // One of several would answer for all at its own address; the proxy asks each in turn.
      return { ...at, url: instances === 1 ? `http://127.0.0.1:${process.port}` : url };
    });
  return { revisions, url, pinHeader: PIN_HEADER };
}

/** What of a revision says how it runs. */
function programOf({ command, env, health, instances }: Program): Program {
  return { command, env, health, instances };
}

type Program = Pick<RevisionState, "command" | "env" | "health" | "instances">;

/** The revision that is to get traffic; throws when it is not up, or was found bad. */
function candidateOf(state: PlatformState, version: string, environment: string): RevisionState {
  const candidate = state.revisions.find((one) => one.version === version && !one.parked);
  if (candidate === undefined) throw notUp(version, environment);
  if (candidate.badUntilMs === undefined) return candidate;
  throw new ReleaseFault("policy", `${version} was rolled back on ${environment} and gets no traffic`, {
    hint: "Fix it and release the next version, or deploy this one again from the start.",
  });
}

function notUp(version: string, environment: string): ReleaseFault {
  return new ReleaseFault("policy", `${version} is not up on ${environment}`, {
    hint: "Prepare it first: release resume does.",
  });
}
