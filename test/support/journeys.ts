import type { Setting } from "../releases/company.ts";

type Status = "passed" | "failed";

/** What Playwright tells of two journeys; the second ends so. */
export function journeysTold(status: Status): string {
  const isRed = status === "failed";
  const specs = [journey("answers", "passed"), journey("pays", status)];
  return JSON.stringify({
    config: { version: "1.65.1" },
    suites: [{ title: "shop.spec.js", file: "shop.spec.js", specs }],
    errors: [],
    stats: {
      startTime: "2026-01-01T00:00:00.000Z",
      duration: 1,
      expected: isRed ? 1 : 2,
      skipped: 0,
      unexpected: isRed ? 1 : 0,
      flaky: 0,
    },
  });
}

function journey(title: string, status: Status): unknown {
  const errors = status === "passed" ? [] : [{ message: "nobody was paid" }];
  const result = { workerIndex: 0, status, duration: 1, errors, retry: 0 };
  const test = { timeout: 1000, expectedStatus: "passed", projectName: "", results: [result] };
  const outcome = status === "passed" ? "expected" : "unexpected";
  return {
    title,
    ok: status === "passed",
    tests: [{ ...test, status: outcome }],
    id: title,
    file: "shop.spec.js",
    line: 1,
    column: 1,
  };
}

/** The fast track walks one journey; all of them are two, and end as `checks/all.json` says. */
export const twoJourneys: readonly Setting[] = [
  [["gates", "e2e", "affected"], "mkdir -p reports && cp checks/e2e.json reports/e2e.json"],
  [["gates", "e2e", "command"], "mkdir -p reports && cp checks/all.json reports/e2e.json"],
];
