import { randomUUID } from "node:crypto";
import { ReleaseFault } from "#faults";
import { fold, isTerminal, mayDecide, type Environment, type ReleasePlan } from "#machine";
import { amending } from "./amend.ts";
import { filesOf, openArchive, releasesIn } from "./archive.ts";
import { appendAside, type Aside } from "./aside.ts";
import { ForgeTime, systemClock } from "./clock.ts";
import { noting, readDenied } from "./denied.ts";
import { LeasedDriver } from "./driver.ts";
import { holderOf, readLease } from "./environment.ts";
import { isStale, newLease, type Lease } from "./lease.ts";
import type { Denied, DeniedAttempt, Driver, Journal, LeaseTimes, Note, StoredRelease, Watch } from "./port.ts";
import { readNotes, writingNote } from "./notes.ts";
import { defaultTimes, type JournalOptions } from "./options.ts";
import { factsPath, releaseLeaseRef, releaseRef, releasesPrefix } from "./refs.ts";
import type { Store } from "./store.ts";
import { startRelease } from "./start.ts";
import { archivedRelease, liveRelease, tooLate } from "./stored.ts";
import { takeRelease } from "./takeover.ts";
import { Tenure, type Head } from "./tenure.ts";

const [maxTries, pauseMs] = [20, 50];

/** The journal over any store. */
export function journalOver(store: Store, options: JournalOptions): Journal {
  return new StoredJournal(store, options);
}

class StoredJournal implements Journal {
  readonly #options: JournalOptions;
  readonly #times: LeaseTimes;
  readonly #forge: ForgeTime;
  readonly #archiveRef: string;
  readonly #random: () => number;

  constructor(store: Store, options: JournalOptions) {
    this.#options = options;
    this.#times = { ...defaultTimes, ...options.times };
    this.#forge = new ForgeTime(store, options.clock ?? systemClock(), this.#times.ttlMs);
    this.#archiveRef = `refs/heads/${options.archiveBranch ?? "release-journal"}`;
    this.#random = options.random ?? Math.random;
  }

  async start(id: string, plan: ReleasePlan, attempt: number): Promise<Driver> {
    return this.#retrying(`start release ${id}`, async () => {
      const lease = this.#newLease(id);
      const tenure = await startRelease({
        forge: this.#forge,
        author: this.#options.author,
        archiveRef: this.#archiveRef,
        onAppend: this.#options.onAppend,
        lease,
        plan: this.#said(plan),
        attempt,
        open: (head) => this.#tenure(id, lease, head),
      });
      return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
    });
  }

  async drive(id: string, options: { readonly onWait?: (ms: number, holder: string) => void } = {}): Promise<Driver> {
    return this.#retrying(`drive release ${id}`, async () => {
      const lease = this.#newLease(id);
      const tenure = await takeRelease({
        forge: this.#forge,
        id,
        holder: lease.holder,
        onWait: options.onWait,
        renewMs: this.#times.renewMs,
        open: (head) => this.#tenure(id, lease, head),
      });
      return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
    });
  }

  async read(id: string): Promise<StoredRelease | undefined> {
    return this.#retrying(`read release ${id}`, async () => {
      const ref = releaseRef(id);
      const { heads } = await this.#forge.look([ref]);
      const version = heads.get(ref);
      if (version === undefined) return { found: await this.#readArchived(id) };
      const files = await this.#forge.store.read(ref, version, [factsPath]);
      return files === undefined ? undefined : { found: liveRelease(id, files.get(factsPath) ?? "") };
    }).then(({ found }) => found);
  }

  async every(): Promise<readonly StoredRelease[]> {
    return this.#retrying("read every release", async () => {
      const { heads } = await this.#forge.look([releasesPrefix, this.#archiveRef]);
      const live: StoredRelease[] = [];
      for (const [ref, version] of heads) {
        if (!ref.startsWith(releasesPrefix)) continue;
        const files = await this.#forge.store.read(ref, version, [factsPath]);
        // It was moved or archived meanwhile: everything is looked at again.
        if (files === undefined) return undefined;
        live.push(liveRelease(ref.slice(releasesPrefix.length), files.get(factsPath) ?? ""));
      }
      const ids = new Set(live.map(({ id }) => id));
      // The host may show a release in both places for the moment in which it is archived.
      return [...(await this.#archivedAt(heads)).filter(({ id }) => !ids.has(id)), ...live];
    });
  }

  async live(): Promise<readonly StoredRelease[]> {
    const { heads } = await this.#forge.look([releasesPrefix]);
    const found: StoredRelease[] = [];
    for (const ref of heads.keys()) {
      const release = await this.read(ref.slice(releasesPrefix.length));
      // One that was archived meanwhile is not live any more.
      if (release?.live === true) found.push(release);
    }
    return found;
  }

  async archived(): Promise<readonly StoredRelease[]> {
    return this.#archivedAt(undefined);
  }

  async newest(count: number): Promise<readonly StoredRelease[]> {
    return this.#archivedAt(undefined, count);
  }

  async #archivedAt(seen: ReadonlyMap<string, string> | undefined, count?: number): Promise<readonly StoredRelease[]> {
    const archive = await openArchive(this.#forge, this.#archiveRef, seen);
    const ids = releasesIn(archive, count);
    const files = await archive.read(ids.flatMap((id) => filesOf(archive, id)));
    return ids
      .map((id) => archivedRelease(id, files))
      .toSorted((a, b) => a.record.openedAt.localeCompare(b.record.openedAt));
  }

  async request(release: string, request: Parameters<Journal["request"]>[1]): Promise<void> {
    await this.#retrying(`send the request to release ${release}`, async () =>
      appendAside(this.#aside(release), (facts) => {
        if (facts.some((fact) => fact.type === "requested" && fact.id === request.id)) return undefined;
        const record = fold(facts);
        if (isTerminal(record.state) && !mayDecide(record, request.kind)) throw tooLate(release, record.state);
        return this.#said({ type: "requested", ...request });
      }),
    );
  }

  async noteWake(release: string, { seen, reason }: Parameters<Journal["noteWake"]>[1]): Promise<boolean> {
    const { run } = this.#options.author;
    let landed = false;
    const done = await this.#retrying(`note that release ${release} is woken`, async () =>
      appendAside(this.#aside(release), (facts) => {
        if (facts.length === seen) return { type: "woken", reason };
        // Our own append, whose answer got lost.
        const next = facts[seen];
        landed = next?.type === "woken" && next.run.id === run.id && next.run.attempt === run.attempt;
        return undefined;
      }),
    );
    return done === "appended" || landed;
  }

  async noteDenied(attempt: DeniedAttempt): Promise<void> {
    await this.#retrying("note that somebody was denied", noting(this.#forge, attempt, this.#options.author.run.id));
  }

  async denied(): Promise<readonly Denied[]> {
    return this.#retrying("read who was denied", () => readDenied(this.#forge));
  }

  async note(entry: Parameters<Journal["note"]>[0]): Promise<boolean> {
    const { actor, run } = this.#options.author;
    const text = entry.kind === "false-positive" ? this.#said(entry.text) : entry.text;
    const note = { ...entry, text, by: actor, run: `${run.id}/${run.attempt}` };
    return (await this.#retrying(`note ${entry.kind} of ${entry.release}`, writingNote(this.#forge, note))) === "ours";
  }

  async notes(): Promise<readonly Note[]> {
    return this.#retrying("read the notes", () => readNotes(this.#forge));
  }

  async whoDrives(release: string): Promise<Watch> {
    const ref = releaseLeaseRef(release);
    return this.#retrying(`read the lease of ${release}`, async () => {
      const { heads } = await this.#forge.look([ref]);
      const found = await readLease(this.#forge, heads, ref);
      const nowMs = this.#forge.nowMs();
      if (found === undefined) return heads.has(ref) ? undefined : { nowMs };
      const { actor, run } = found.lease;
      return { nowMs, driver: { actor, run, stale: isStale(found.lease, nowMs) } };
    });
  }

  async archiveFiles(isWanted: (path: string) => boolean): Promise<ReadonlyMap<string, Buffer>> {
    const archive = await openArchive(this.#forge, this.#archiveRef);
    return archive.readBytes([...archive.paths].filter(isWanted));
  }

  async readArchiveFile(path: string): Promise<string | undefined> {
    return (await this.archiveFiles((one) => one === path)).get(path)?.toString("utf8");
  }

  async amend(about: string, change: Parameters<Journal["amend"]>[1]): Promise<"changed" | "same"> {
    const options = { forge: this.#forge, ref: this.#archiveRef, about, change };
    return this.#retrying(`bring the archive up to date about ${about}`, amending(options));
  }

  async environmentHolder(
    environment: Environment,
  ): Promise<{ readonly release: string; readonly stale: boolean } | undefined> {
    const read = () => holderOf(this.#forge, environment);
    return (await this.#retrying(`read the lease of ${environment}`, read)).holder;
  }

  async #readArchived(id: string): Promise<StoredRelease | undefined> {
    const archive = await openArchive(this.#forge, this.#archiveRef);
    const paths = filesOf(archive, id);
    return paths.length === 0 ? undefined : archivedRelease(id, await archive.read(paths));
  }

  #said<T>(said: T): T {
    return this.#options.scrub === undefined ? said : this.#options.scrub(said);
  }

  #aside(release: string): Aside {
    return { forge: this.#forge, author: this.#options.author, release };
  }

  #newLease(id: string): Lease {
    const { run } = this.#options.author;
    const token = this.#options.token?.() ?? randomUUID();
    return newLease(id, `${run.id}/${run.attempt}#${token}`, this.#options.author, this.#times);
  }

  #tenure(id: string, lease: Lease, head: Head): Tenure {
    return new Tenure(
      {
        id,
        lease,
        author: this.#options.author,
        forge: this.#forge,
        random: this.#random,
        archiveRef: this.#archiveRef,
        onAppend: this.#options.onAppend,
      },
      head,
    );
  }

  #driver(id: string, lease: Lease, tenure: Tenure): Driver {
    return new LeasedDriver({
      scrub: (body) => this.#said(body),
      id,
      tenure,
      holder: lease.holder,
      author: this.#options.author,
      forge: this.#forge,
      times: this.#times,
      archiveRef: this.#archiveRef,
      pollMs: this.#options.pollMs ?? 5_000,
      onEffect: this.#options.onEffect,
    });
  }

  /** Decides again and again from what is newest, until it is decided; with jitter, because others do the same. */
  async #retrying<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
    for (let tries = 1; tries <= maxTries; tries += 1) {
      const result = await attempt();
      if (result !== undefined) return result;
      await this.#forge.clock.sleep(pauseMs * tries * (0.5 + this.#random()));
    }
    throw new ReleaseFault("remote", `Could not ${what}: others were faster ${maxTries} times`, {
      hint: "Nothing was changed. Run the same command again.",
    });
  }
}
