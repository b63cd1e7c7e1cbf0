import { afterEach, describe, expect, it } from "@jest/globals";

import { findAct, type Run } from "./act.ts";
import { openActWorld, type ActWorld } from "./world.ts";

// Looked for while the file is loaded: only then a test can still be declared as skipped.
const act = findAct();
const start = { command: "start", version: "1.1.0", from: "develop", to: "main" };
let open: ActWorld | undefined;

afterEach(async () => {
  await open?.stop();
  open = undefined;
});

/** Aisha approves as soon as there is something to approve. */
async function withAisha({ world }: ActWorld, run: () => Promise<Run>): Promise<Run> {
  const stop = new AbortController();
  const approval = world.approveWhenOpened("aisha", { signal: stop.signal, pollMs: 50 }).catch(() => undefined);
  try {
    return await run();
  } finally {
    stop.abort();
    await approval;
  }
}

async function recordOf(opened: ActWorld, id: string) {
  const stored = await (await opened.look()).journal.read(id);
  if (stored === undefined) throw new Error(`there is no record of ${id}`);
  return stored;
}

(act === undefined ? describe.skip : describe)("a release in act, called by another repository", () => {
  it("goes through every job to the end, within a minute of our own", async () => {
    open = await openActWorld({ act: act ?? "" });
    const run = await withAisha(open, async () => open!.dispatch({ inputs: start }));

    expect(run).toMatchObject({ succeeded: true });
    console.info(`a whole release in act took ${(run.tookMs / 1000).toFixed(1)} s`);
    expect((await recordOf(open, "v1.1.0")).record.state).toBe("completed");
    expect(run.tookMs).toBeLessThan(60_000);
  }, 180_000);
});
