import { expect, it } from "@jest/globals";

import { testsAfter, withProgress } from "./gate-progress.ts";

it.each([
  ["ok 3 - adds", 1],
  ["    not ok 4 - removes", 1],
  ["✔ adds (1.2ms)", 1],
  ["  ✓ adds (3 ms)", 1],
  ["  ✕ removes", 1],
  ["tests/test_user.py::test_adds PASSED [ 50%]", 1],
  ["--- PASS: TestAdds (0.00s)", 1],
  ["    --- FAIL: TestRemoves/nothing (0.00s)", 1],
  ["test tests::adds ... ok", 1],
  ["[12/40] [chromium] › login.spec.ts:3:1 › logs in", 12],
  ["1..40", 0],
  ["# ok is a word", 0],
  ["it is ok 3 times", 0],
  ["test result: ok. 3 passed", 0],
  ["", 0],
])("after %j there are %d", (line, count) => {
  expect(testsAfter(0, line)).toBe(count);
});

it("tells every 30 s for how long, against the target, with the tests so far; and nothing after the end", async () => {
  let now = 0;
  const sleeps: (() => void)[] = [];
  const clock = {
    now: () => now,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        expect(ms).toBe(30_000);
        sleeps.push(() => {
          now += ms;
          resolve();
        });
        signal?.addEventListener("abort", () => reject(new Error("over")));
      }),
  };
  const said: string[] = [];
  const pass = async () => {
    sleeps.pop()?.();
    await new Promise(setImmediate);
  };

  const end = await withProgress({ say: (line) => said.push(line), clock, targetMs: 50_000 }, async (heard) => {
    await pass();
    heard("ok 1 - a");
    heard("ok 2 - b");
    await pass();
    return "done";
  });

  expect(end).toBe("done");
  expect(said).toEqual([
    "running: 30.0 s of 50.0 s",
    "ok 1 - a",
    "ok 2 - b",
    "running: 1 min 00 s of 50.0 s (over target), 2 tests so far",
  ]);
});
