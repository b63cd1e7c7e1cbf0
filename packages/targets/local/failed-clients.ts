/** One failure of a trace or a client stands for what it meets from then on: retries of a minute are one event. */
const REMEMBERED_MS = 60_000;
/** So many are told apart at once: 25 MB at most. Whoever fails beyond is not remembered. */
const MAX_REMEMBERED = 100_000;

/**
 * Who failed within the last minute, with whatever version: what they meet meanwhile counts neither as good nor as
 * failed, so that errors and requests are those of the same clients. By the first failure alone it is as fair: it meets
 * the version that is no worse with the chance of that one's share.
 */
export class FailedClients {
  /** By name, in the order in which they failed. */
  readonly #failedAt = new Map<string, number>();
  #crowdedAt = Number.NEGATIVE_INFINITY;

  /** Whether a failure stands already for what this one met with a request that started then. */
  isRemembered(name: string, startedMs: number): boolean {
    const failedAt = this.#failedAt.get(name);
    return failedAt !== undefined && startedMs < failedAt + REMEMBERED_MS;
  }

  /** Remembers it from now on; false when there are too many. */
  remember(name: string, nowMs: number): boolean {
    this.#failedAt.delete(name);
    for (const [oldest, failedAt] of this.#failedAt) {
      if (nowMs < failedAt + REMEMBERED_MS) break;
      this.#failedAt.delete(oldest);
    }
    if (this.#failedAt.size >= MAX_REMEMBERED) {
      this.#crowdedAt = nowMs;
      return false;
    }
    this.#failedAt.set(name, nowMs);
    return true;
  }

  /** Whether somebody within the last minute was one too many. */
  isCrowded(nowMs: number): boolean {
    return nowMs < this.#crowdedAt + REMEMBERED_MS;
  }
}
