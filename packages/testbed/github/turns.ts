/**
 * Who may touch the world when: API calls and pushes one at a time, fetches beside them, a snapshot only while nothing else
 * happens. A fetch never waits for a call, so the two cannot wait for each other.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #barrier: Promise<unknown> = Promise.resolve();
  readonly #fetches = new Set<Promise<unknown>>();

  /** Runs `work` after all earlier turns; a failure of one turn is nothing to the next. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs `work` beside calls and other fetches, but not during a snapshot. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    const fetch = this.#barrier.then(work);
    const settled = fetch.catch(() => undefined);
    this.#fetches.add(settled);
    await settled;
    this.#fetches.delete(settled);
    return fetch;
  }

  /** Runs `work` while nothing else runs: earlier work is waited for, later work waits. */
  async still<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      const running = [...this.#fetches];
      const done = Promise.all(running).then(work);
      this.#barrier = done.catch(() => undefined);
      return done;
    });
  }
}
