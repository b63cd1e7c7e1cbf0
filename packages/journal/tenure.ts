import { ReleaseFault } from "#faults";
import type { Fact, FactBody } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { leasePath, leasesPrefix, factsPath, archivePath, releaseRef } from "./refs.ts";
import type { Lease } from "./lease.ts";
import { factLine, joinLines, notBefore, parseFacts, splitLines, stamp } from "./lines.ts";
import { LostLeaseError, type Author } from "./port.ts";
import type { Change, Written } from "./store.ts";

export interface TenureOptions {
  readonly id: string;
  readonly author: Author;
  readonly forge: ForgeTime;
  readonly lease: Lease;
  readonly archiveRef: string;
  /** 0 ≤ x < 1, for the jitter between tries. */
  readonly random: () => number;
  readonly onAppend: ((phase: "before" | "after", facts: number) => Promise<void>) | undefined;
}

/** The lines of a release at a version of its ref. */
export interface Head {
  readonly version: string;
  readonly lines: readonly string[];
}

/** What becomes of a lease with a push; a lease that is held and not mentioned is renewed. */
export interface LeaseMove {
  readonly to: "held" | "parked" | "gone";
  /** Only for one that is not held yet: its version, or `absent`. */
  readonly taking?: string;
}

export interface Plan {
  readonly bodies: readonly FactBody[];
  readonly leases?: ReadonlyMap<string, LeaseMove>;
  /** Ends the release: this change of the archive takes the place of the append. */
  readonly archive?: (facts: readonly Fact[], lines: readonly string[]) => Promise<Change>;
  /** Called in the instant in which `facts` has these bodies: whoever looks meanwhile sees them once. */
  readonly onApplied?: () => void;
}

/**
 * `news`: a request came first, nothing was written and the facts are the newest. `beaten`: a lease to be taken went to
 * somebody else. `again`: the archive moved on.
 */
export type PushResult = "applied" | "news" | "beaten" | "again";

interface Sending {
  readonly facts: readonly Fact[];
  readonly lines: readonly string[];
  readonly moves: ReadonlyMap<string, LeaseMove>;
  readonly changes: readonly Change[];
  readonly at: string;
  readonly archive: Change | undefined;
  readonly onApplied: () => void;
}

const maxTries = 8;
const pauseMs = 150;

/**
 * One process' hold on a release: the facts as they were last seen, the versions of its leases, and when they were last
 * renewed. Every push carries every lease as a new version, so whoever lost one writes nothing (rule 1).
 */
export class Tenure {
  readonly #options: TenureOptions;
  readonly #held = new Map<string, string>();
  #head: Head;
  #facts: readonly Fact[];
  #beat = 0;
  #renewedMs = Number.NEGATIVE_INFINITY;
  #lost: string | undefined;
  #foreign = 0;

  constructor(options: TenureOptions, head: Head) {
    this.#options = options;
    this.#head = head;
    this.#facts = parseFacts(options.id, head.lines);
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  get lines(): readonly string[] {
    return this.#head.lines;
  }

  /** How many facts of others were found so far, by whatever read or push: when it grows, there is news. */
  get foreignFacts(): number {
    return this.#foreign;
  }

  /** Refs of the leases held now. */
  get held(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** How long ago, at most, the leases were last renewed. */
  get ageMs(): number {
    return this.#options.forge.clock.monotonicMs() - this.#renewedMs;
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** Takes note of leases that `start` took in its own push, sent at `sentMs`. */
  begin(versions: ReadonlyMap<string, string>, sentMs: number): void {
    for (const [ref, version] of versions) this.#held.set(ref, version);
    this.#renewedMs = sentMs;
  }

  assertHeld(): void {
    if (this.#lost !== undefined) throw new LostLeaseError(this.#lost);
  }

  /** Sends one push until it is certain what became of it. */
  async push(plan: Plan): Promise<PushResult> {
    this.assertHeld();
    const sentMs = this.#options.forge.clock.monotonicMs();
    const sending = await this.#prepare(plan);
    const { onAppend } = this.#options;
    if (sending.facts.length > 0) await onAppend?.("before", sending.facts.length);
    const result = await this.#send(sending, sentMs);
    if (sending.facts.length > 0 && result === "applied") await onAppend?.("after", sending.facts.length);
    return result;
  }

  /** Reads the ref and the leases. */
  async refresh(): Promise<void> {
    this.assertHeld();
    const { heads } = await this.#look();
    for (const [ref, version] of this.#held) {
      if (heads.get(ref) !== version) throw this.#loseTo(ref);
    }
    const version = heads.get(releaseRef(this.#options.id));
    const head = version === undefined ? undefined : await this.#readHead(version);
    if (head !== undefined) this.#absorb(head);
  }

  async #prepare({ bodies, leases, archive, onApplied = () => undefined }: Plan): Promise<Sending> {
    const { id, author, forge } = this.#options;
    const at = new Date(forge.nowMs()).toISOString();
    const stampedAt = notBefore(this.#facts, forge.nowMs());
    const facts = stamp(this.lines, bodies, { release: id, at: stampedAt, actor: author.actor, run: author.run });
    const lines = facts.map(factLine);
    const moves = new Map<string, LeaseMove>(this.held.map((ref) => [ref, { to: "held" }]));
    for (const [ref, move] of leases ?? []) moves.set(ref, move);
    this.#beat += 1;
    const changes = [...moves].map(([ref, move]) => this.#leaseChange(ref, move, at));
    const all = [...this.lines, ...lines];
    const archived = await archive?.([...this.#facts, ...facts], all);
    if (archived !== undefined) changes.unshift(archived, this.#releaseChange("archived", undefined));
    else if (facts.length > 0) {
      const what = bodies.map((body) => body.type).join(", ");
      changes.unshift(this.#releaseChange(what, new Map([[factsPath, joinLines(all)]])));
    }
    return { facts, lines, moves, changes, at, archive: archived, onApplied };
  }

  #releaseChange(what: string, files: Change["files"]): Change {
    const { id } = this.#options;
    const change = { ref: releaseRef(id), expect: this.#head.version, before: "history" as const };
    return { ...change, message: `${id}: ${what}`, ...(files === undefined ? {} : { files }) };
  }

  #leaseChange(ref: string, { to, taking }: LeaseMove, at: string): Change {
    const expect = this.#held.get(ref) ?? taking ?? "absent";
    const message = `${this.#options.id}: lease ${to}`;
    if (to === "gone") return { ref, expect, before: "lost", message };
    const lease: Lease = { ...this.#options.lease, renewedAt: at, beat: this.#beat, parked: to === "parked" };
    return { ref, expect, before: "lost", message, files: new Map([[leasePath, `${JSON.stringify(lease)}\n`]]) };
  }

  async #send(sending: Sending, sentMs: number): Promise<PushResult> {
    let reason = "";
    for (let attempt = 1; attempt <= maxTries; attempt += 1) {
      const written = await this.#options.forge.store.write(sending.changes, sending.at);
      if (written.state === "applied") return this.#confirm(sending, written, sentMs);
      reason = written.reason;
      const found = await this.#findOut(sending, written, sentMs);
      if (found !== undefined) return found;
      await this.#options.forge.clock.sleep(pauseMs * attempt * (0.5 + this.#options.random()));
    }
    throw new ReleaseFault(
      "remote",
      `The record of ${this.#options.id} could not be written in ${maxTries} tries: ${reason}`,
      {
        hint: `Nothing is lost. When the git host answers again, continue with: release resume ${this.#options.id}`,
      },
    );
  }

  #confirm({ facts, lines, moves, onApplied }: Sending, { versions }: Written, sentMs: number): "applied" {
    if (facts.length > 0) {
      const version = versions.get(releaseRef(this.#options.id)) ?? this.#head.version;
      this.#head = { version, lines: [...this.lines, ...lines] };
      this.#facts = [...this.#facts, ...facts];
    }
    onApplied();
    this.#keepLeases(moves, versions, sentMs);
    return "applied";
  }

  #keepLeases(moves: Sending["moves"], versions: Written["versions"], sentMs: number): void {
    for (const [ref, move] of moves) {
      const version = versions.get(ref);
      if (move.to === "held" && version !== undefined) this.#held.set(ref, version);
      else this.#held.delete(ref);
    }
    this.#renewedMs = sentMs;
  }

  /** After a refused push or a lost answer: what is true? `undefined`: nothing changed, the same push may go again. */
  async #findOut(sending: Sending, written: Written, sentMs: number): Promise<PushResult | undefined> {
    const { heads } = await this.#look();
    const version = heads.get(releaseRef(this.#options.id));
    const head = version === undefined ? undefined : await this.#readHead(version);
    if (version === undefined) return this.#findArchived(sending, heads);
    if (head === undefined) return undefined;
    if (this.#hasLanded(sending, written, head, heads)) return this.#adopt(sending, written, head, heads, sentMs);

    const stranger = [...sending.moves].find(
      ([ref, move]) => !isExpected(heads.get(ref), this.#held.get(ref) ?? move.taking),
    );
    // A torn read may show the new lease beside the old head: then read again.
    if (stranger !== undefined && heads.get(stranger[0]) === written.versions.get(stranger[0])) return undefined;
    if (stranger !== undefined) {
      if (!this.#held.has(stranger[0])) return "beaten";
      throw this.#loseTo(stranger[0]);
    }
    if (head.version !== this.#head.version) return this.#absorb(head) ? "news" : undefined;
    return sending.archive !== undefined && heads.get(sending.archive.ref) !== sending.archive.expect
      ? "again"
      : undefined;
  }

  #hasLanded(sending: Sending, { versions }: Written, head: Head, heads: ReadonlyMap<string, string>): boolean {
    const { lines, moves, archive } = sending;
    // An archived release has no head.
    if (archive !== undefined) return false;
    const offset = this.lines.length;
    if (lines.length > 0) return lines.every((line, index) => head.lines[offset + index] === line);
    return [...moves.keys()].every((ref) => heads.get(ref) === versions.get(ref));
  }

  #adopt(
    sending: Sending,
    written: Written,
    head: Head,
    heads: ReadonlyMap<string, string>,
    sentMs: number,
  ): "applied" {
    this.#absorb(head, sending.lines.length);
    sending.onApplied();
    this.#keepLeases(sending.moves, written.versions, sentMs);
    for (const [ref, version] of this.#held) {
      if (heads.get(ref) !== version) throw this.#loseTo(ref);
    }
    return "applied";
  }

  async #findArchived(sending: Sending, heads: ReadonlyMap<string, string>): Promise<"applied" | undefined> {
    const { archive, onApplied } = sending;
    const version = archive === undefined ? undefined : heads.get(archive.ref);
    if (archive === undefined || version === undefined) throw this.#loseTo(releaseRef(this.#options.id));
    const path = archivePath(this.#options.id);
    const files = await this.#options.forge.store.read(archive.ref, version, [path]);
    if (files === undefined) return undefined;
    if (files.get(path) !== archive.files?.get(path)) throw this.#loseTo(releaseRef(this.#options.id));
    this.#held.clear();
    onApplied();
    return "applied";
  }

  /** Goes on to a newer head, of which `own` lines are ours; whether it was newer. */
  #absorb(head: Head, own = 0): boolean {
    const added = head.lines.length - this.lines.length;
    if (added <= 0) return false;
    this.#facts = parseFacts(this.#options.id, head.lines);
    this.#head = head;
    this.#foreign += added - own;
    return true;
  }

  async #readHead(version: string): Promise<Head | undefined> {
    if (version === this.#head.version) return this.#head;
    const files = await this.#options.forge.store.read(releaseRef(this.#options.id), version, [factsPath]);
    const text = files?.get(factsPath);
    return text === undefined ? undefined : { version, lines: splitLines(text) };
  }

  #look() {
    return this.#options.forge.look([releaseRef(this.#options.id), leasesPrefix, this.#options.archiveRef]);
  }

  #loseTo(ref: string): LostLeaseError {
    this.#lost = `${ref} is not held by this process any more: another one drives release ${this.#options.id}`;
    return new LostLeaseError(this.#lost);
  }
}

function isExpected(version: string | undefined, expect: string | undefined): boolean {
  return version === (expect === "absent" ? undefined : expect);
}
