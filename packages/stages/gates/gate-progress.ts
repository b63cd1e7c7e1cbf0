import { duration } from "#report";

import type { StageClock } from "../context.ts";

/** How often it is told how long a gate runs already. */
const everyMs = 30_000;

interface Told {
  readonly say: (line: string) => void;
  readonly clock: StageClock;
  readonly targetMs: number;
}

/** While the work goes on, says every 30 s for how long it does, against its target, and how many tests it has told of. */
export async function withProgress<T>(
  { say, clock, targetMs }: Told,
  work: (heard: (line: string) => void) => Promise<T>,
): Promise<T> {
  const started = clock.now();
  const over = new AbortController();
  let tests = 0;
  const telling = (async () => {
    for (;;) {
      await clock.sleep(everyMs, over.signal).catch(() => undefined);
      if (over.signal.aborted) return;
      const took = clock.now() - started;
      const late = took > targetMs ? " (over target)" : "";
      const seen = tests === 0 ? "" : `, ${tests} tests so far`;
      say(`running: ${duration(took)} of ${duration(targetMs)}${late}${seen}`);
    }
  })();
  try {
    return await work((line) => {
      tests = testsAfter(tests, line);
      say(line);
    });
  } finally {
    over.abort();
    await telling;
  }
}

/** A line for each test that ended, as tools print it. */
const ended: readonly RegExp[] = [
  // TAP; spec reporters of node, vitest, mocha and Playwright; jest --verbose.
  /^\s*(?:not )?ok \d+\b/,
  /^\s*[✓✔✖✗×√✕✘] /u,
  // pytest -v, go test -v, cargo test.
  /::\S+.* (?:PASSED|FAILED|ERROR)\b/,
  /^\s*--- (?:PASS|FAIL): /,
  /^test \S+ \.\.\. (?:ok|FAILED)/,
];

/** `[12/40]`, as Playwright counts. */
const counted = /^\s*\[(?<done>\d{1,7})\/\d{1,7}\]/;

/** How many tests have ended after a line of a tool's output; other lines change nothing. */
export function testsAfter(before: number, line: string): number {
  const done = counted.exec(line)?.groups?.["done"];
  if (done !== undefined) return Math.max(before, Number(done));
  return ended.some((sign) => sign.test(line)) ? before + 1 : before;
}
