import { EmptyReport } from "./broken.ts";

export interface TestFailure {
  readonly name: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  /** An expectation that did not hold, something thrown besides, or a time-out: where the report tells. */
  readonly kind?: "assertion" | "error" | "time-out";
}

export interface TestTime {
  readonly name: string;
  readonly durationMs: number;
}

export interface TestReport {
  /** Tests that ran; skipped ones are not among them. */
  readonly ran: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
  /** Tests that passed only when the runner tried them again, as it marks them itself. */
  readonly flaky: readonly string[];
  /** The slowest first; ten of them. */
  readonly slowest: readonly TestTime[];
}

const keptTimes = 10;

/** Counts the tests of a report while it is read. */
export class TestTally {
  ran = 0;
  skipped = 0;
  readonly failures: TestFailure[] = [];
  readonly flaky: string[] = [];
  #times: TestTime[] = [];

  /** A test that ran, with its failure if it did not pass. */
  add(
    name: string,
    outcome: { readonly durationMs?: number | undefined; readonly failure?: TestFailure | undefined },
  ): void {
    this.ran += 1;
    if (outcome.failure !== undefined) this.failures.push(outcome.failure);
    if (outcome.durationMs === undefined) return;
    this.#times.push({ name, durationMs: outcome.durationMs });
    // Now and then, so that 10,000 tests do not sort 10,000 times.
    if (this.#times.length > 50 * keptTimes) this.#times = slowest(this.#times);
  }

  /** A problem that belongs to no test: a suite that did not load, totals that do not agree. */
  problem(name: string, message: string): void {
    this.failures.push({ name, message });
  }

  /** What was counted; a report in which no test ran proves nothing. */
  finish(): TestReport {
    const { ran, skipped, failures, flaky } = this;
    if (ran === 0 && failures.length === 0) {
      const but = skipped === 0 ? "" : ` (${skipped} skipped)`;
      throw new EmptyReport(`no test ran${but}`, "Check the pattern by which the command finds its tests.");
    }
    return { ran, skipped, failures, flaky, slowest: slowest(this.#times) };
  }
}

/** The reports of shards or modules as one. */
export function mergeTests(reports: readonly TestReport[]): TestReport {
  return {
    ran: reports.reduce((total, { ran }) => total + ran, 0),
    skipped: reports.reduce((total, { skipped }) => total + skipped, 0),
    failures: reports.flatMap(({ failures }) => failures),
    flaky: reports.flatMap(({ flaky }) => flaky),
    slowest: slowest(reports.flatMap((report) => report.slowest)),
  };
}

function slowest(times: readonly TestTime[]): TestTime[] {
  return times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, keptTimes);
}

const timeOut = /\btime[d -]?\s?out\b|\bETIMEDOUT\b|\bexceeded timeout\b|\bTimeoutError\b/i;

/** A failure of what a report tells: empty texts and lines that are no lines are left out. */
export function testFailure(given: {
  readonly name: string;
  readonly message: string | undefined;
  readonly stack?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly kind?: "assertion" | "error" | undefined;
}): TestFailure {
  const { name, stack = "" } = given;
  const first =
    given.message === undefined || given.message.trim() === "" ? stack.trim().split("\n", 1)[0] : given.message;
  const message = first === undefined || first === "" ? "no message" : first;
  const isPlaced = given.file !== undefined && given.file !== "";
  const found = isPlaced ? undefined : placeIn(stack);
  const file = isPlaced ? given.file : found?.file;
  const stated = given.line !== undefined && Number.isNaN(given.line) ? undefined : given.line;
  const line = found?.line ?? stated ?? lineIn(stack, file);
  const kind = timeOut.test(message) ? "time-out" : given.kind;
  return {
    name,
    message,
    ...(file === undefined ? {} : { file }),
    ...(line !== undefined && Number.isSafeInteger(line) && line > 0 ? { line } : {}),
    ...(kind === undefined ? {} : { kind }),
  };
}

const places: readonly RegExp[] = [
  // JavaScript, the first frame in code of the project: `at f (/w/a.test.js:6:51)`, `❯ a.test.js:6:51`.
  /^\s*(?:at |❯ ).*?(?:file:\/\/)?((?:[A-Za-z]:)?[\w./\\@+-]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/,
  // Python, Ruby, Go, Rust: `test_user.py:5: AssertionError`, `panicked at src/lib.rs:13:18`.
  /^\s*(?:.*panicked at )?([\w./-]+\.(?:py|rb|go|rs)):(\d+):/,
];

/** The place that a stack names first, not counting libraries. */
function placeIn(stack: string): { readonly file: string; readonly line: number } | undefined {
  for (const line of stack.slice(0, 20_000).split("\n")) {
    if (line.length > 500 || line.includes("node_modules")) continue;
    const match = places.map((place) => place.exec(line)).find((each) => each !== null);
    if (match?.[1] !== undefined) return { file: match[1], line: Number(match[2]) };
  }
  return undefined;
}

/** The first line number that a stack trace gives for a file. */
function lineIn(stack: string, file: string | undefined): number | undefined {
  if (file === undefined || file === "") return undefined;
  const at = stack.indexOf(`${file}:`);
  const digits = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
