/**
 * Commits that git has named as parents and not shown yet, each with the oldest release that is known to contain it.
 *
 * Where a history is a line, one commit is awaited at a time, and it is kept outside of the map: a map that gets and
 * loses an entry with each commit makes a new table for every few of them, and the dead tables, each of which refers to
 * the next, would keep all that was read in memory.
 */
export class Awaited {
  #next: string | undefined;
  #releaseOfNext = 0;
  readonly #others = new Map<string, number>();

  /** The release of a commit; `undefined` when nobody awaits it. */
  releaseOf(sha: string): number | undefined {
    if (sha === this.#next) return this.#releaseOfNext;
    return this.#others.size === 0 ? undefined : this.#others.get(sha);
  }

  set(sha: string, release: number): void {
    const known = sha === this.#next || (this.#next === undefined && !this.#others.has(sha));
    if (known) {
      this.#next = sha;
      this.#releaseOfNext = release;
      return;
    }
    this.#others.set(ownCopy(sha), release);
  }

  delete(sha: string): void {
    if (sha === this.#next) this.#next = undefined;
    else this.#others.delete(sha);
  }
}

/** What is cut out of a text keeps all of the text in memory. */
function ownCopy(sha: string): string {
  return Buffer.from(sha, "latin1").toString("latin1");
}
