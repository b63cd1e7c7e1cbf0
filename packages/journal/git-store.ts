import type { Git } from "#git";
import { ReleaseFault } from "#faults";
import type { Clock } from "./port.ts";
import type { Change, Store, Written } from "./store.ts";

export interface GitStoreOptions {
  readonly git: Git;
  readonly clock: Clock;
  /** For remotes that tell no time (files, ssh), in ms since 1970. */
  readonly now: () => number;
}

/** Heads are refs of the remote, versions are commits, compare-and-swap is an atomic push with leases. */
export class GitStore implements Store {
  readonly #git: Git;
  readonly #clock: Clock;
  readonly #now: () => number;
  /** Commits that are here though no ref keeps them: the newest of each head. */
  readonly #newest = new Map<string, string>();

  constructor({ git, clock, now }: GitStoreOptions) {
    this.#git = git;
    this.#clock = clock;
    this.#now = now;
  }

  async look(prefixes: readonly string[]): ReturnType<Store["look"]> {
    const { refs, serverTimeMs } = await this.#git.look(prefixes);
    return { heads: refs, nowMs: serverTimeMs ?? this.#now() };
  }

  async read(ref: string, version: string, paths: readonly string[]): ReturnType<Store["read"]> {
    if (!(await this.#ensureHere(ref, version))) return undefined;
    return this.#git.readFiles(version, paths);
  }

  async readBytes(ref: string, version: string, paths: readonly string[]): ReturnType<Store["readBytes"]> {
    if (!(await this.#ensureHere(ref, version))) return undefined;
    return this.#git.readBytes(version, paths);
  }

  async list(ref: string, version: string): ReturnType<Store["list"]> {
    if (!(await this.#ensureHere(ref, version))) return undefined;
    return this.#git.listFiles(version);
  }

  async write(changes: readonly Change[], at: string): Promise<Written> {
    const versions = new Map<string, string>();
    const made = await Promise.all(
      changes.map(async (change) => [change.ref, await this.#commit(change, at)] as const),
    );
    for (const [ref, sha] of made) if (sha !== undefined) versions.set(ref, sha);
    const outcome = await this.#git.push(changes.map(({ ref, expect }) => ({ ref, expect, to: versions.get(ref) })));
    if (outcome.state === "applied") {
      for (const [ref, sha] of versions) this.#newest.set(ref, sha);
      return { state: "applied", reason: "", versions };
    }
    if (outcome.state === "refused" && outcome.denied) throw denied(changes, outcome.reason);
    return { state: outcome.state, reason: outcome.reason, versions };
  }

  async #commit({ expect, files, before, message }: Change, at: string): Promise<string | undefined> {
    if (files === undefined) return undefined;
    const parents = before === "lost" || expect === "absent" ? [] : [expect];
    return this.#git.commitFiles({ parents, files, message, at, whole: before !== "base" });
  }

  /** Brings a version here, unless it is; `false` when the remote does not have it any more. */
  async #ensureHere(ref: string, version: string): Promise<boolean> {
    if (this.#newest.get(ref) === version) return true;
    const known = this.#newest.get(ref);
    if (!(await this.#fetch(ref, known === undefined ? [] : [known]))) return false;
    if ((await this.#git.resolve(version)) === undefined) return false;
    this.#newest.set(ref, version);
    return true;
  }

  /** A branch keeps a local ref, so that only news is sent the next time; what is short-lived leaves no ref behind. */
  async #fetch(ref: string, known: readonly string[]): Promise<boolean> {
    const branch = /^refs\/heads\/(?<name>.+)$/.exec(ref)?.groups?.["name"];
    const refspec = branch === undefined ? ref : `+${ref}:refs/release-command/archive/${branch}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#git.fetch([refspec], known.length === 0 || branch !== undefined ? {} : { known });
        return true;
      } catch (thrown) {
        const said = thrown instanceof Error ? thrown.message : "";
        if (/couldn't find remote ref|not our ref/i.test(said)) return false;
        // Another process of ours fetches into the same clone.
        if (!/cannot lock ref|unable to create .*lock|file exists/i.test(said) || attempt === 10) throw thrown;
        await this.#clock.sleep(20 * attempt);
      }
    }
  }
}

function denied(changes: readonly Change[], reason: string): ReleaseFault {
  const refs = changes.map(({ ref }) => ref).join(", ");
  return new ReleaseFault("permission", `The git host forbids writing ${refs}: ${reason}`, {
    hint: "In a workflow give the job `permissions: contents: write`; a ruleset must let this identity write refs/release-command/* and the branch release-journal.",
  });
}
