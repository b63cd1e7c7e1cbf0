import { isDoubtful, isStatus } from "./host-fault.ts";

/** GitHub's lists lag behind its writes by some seconds: one look too few would make two. */
const looksMs = [1_000, 4_000];
const tries = 3;

interface Thing<T> {
  readonly create: () => Promise<T>;
  /** `"free"`: something broken was in the way, and is no longer. */
  readonly find: () => Promise<T | "free" | undefined>;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Creates a thing that `find` does not see. When the answer is lost, or says that it is there already, it is looked up
 * before anything is sent again: a death of the connection never makes two.
 */
export async function createOnce<T>(thing: Thing<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await thing.create();
    } catch (thrown) {
      if (left === 0 || (!isDoubtful(thrown) && !isStatus(thrown, 422))) throw thrown;
      const found = await look(thing);
      if (found === "free") continue;
      if (found !== undefined) return found;
      if (!isDoubtful(thrown)) throw thrown;
    }
  }
}

async function look<T>({ find, sleep }: Thing<T>): Promise<T | "free" | undefined> {
  for (const waitMs of looksMs) {
    await sleep(waitMs);
    const found = await find();
    if (found !== undefined) return found;
  }
  return undefined;
}
