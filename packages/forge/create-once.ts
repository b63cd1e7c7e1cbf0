import { isDoubtful, isStatus } from "./host-fault.ts";

/** GitHub's lists lag behind its writes by a moment. */
const looksMs = [1_000, 4_000];

/**
 * Creates a thing that `find` does not see. When the answer is lost, or says that it is there already, it is looked up
 * before anything is sent again: a death of the connection never makes two.
 */
export async function createOnce<T>(thing: {
  readonly create: () => Promise<T>;
  readonly find: () => Promise<T | undefined>;
  readonly sleep: (ms: number) => Promise<void>;
}): Promise<T> {
  for (const waitMs of looksMs) {
    try {
      return await thing.create();
    } catch (thrown) {
      if (!isDoubtful(thrown) && !isStatus(thrown, 422)) throw thrown;
      await thing.sleep(waitMs);
      const found = await thing.find();
      if (found !== undefined) return found;
      if (!isDoubtful(thrown)) throw thrown;
    }
  }
  return thing.create();
}
