import { expect, it } from "@jest/globals";

import { fold, type FactBody, type GateTests } from "#machine";

import { board } from "./board.ts";
import { compare } from "./comparison.ts";
import type { Told } from "./told.ts";
import { flakyTests, howOften } from "./flaky.ts";
import { gateDetails } from "./gate-details.ts";
import { releaseReport } from "./release-report.ts";
import { facts, gate, move, openedAt, opened, prepared, sha } from "./test/facts.ts";

const day = 24 * 3_600_000;
const tests = (changes: Partial<GateTests> = {}): GateTests => ({ slowest: [], failed: [], flaky: [], ...changes });

interface Made {
  readonly base?: string;
  readonly minutes?: number;
  readonly status?: "passed" | "failed";
  readonly tests?: Partial<GateTests>;
  readonly type?: "standard" | "hotfix";
  readonly parallel?: true;
}

/** A release whose unit gate ran; `day` after the first. */
function release(id: string, after: number, made: Made = {}): Told {
  const { base = id, minutes = 1, status = "passed", type = "standard", parallel } = made;
  const unit = gate("unit", { status, executionTimeMs: minutes * 60_000, targetMs: 300_000, tests: tests(made.tests) });
  const gates = ["unit", "integration"] as const;
  const plan = {
    baseSha: base,
    gates,
    releaseType: type,
    ...(parallel === undefined ? {} : { parallelGates: parallel }),
  };
  const first = type === "hotfix" ? "quality_gates_fast" : "quality_gates";
  const script: readonly FactBody[] = [opened(plan), ...prepared(), move("initiated", first), unit];
  const told = facts(script, { release: id, startMs: openedAt + after * day });
  return { record: fold(told), facts: told };
}

it("a test is flaky that failed and passed on the same code, or passed only when tried again", () => {
  const releases = [
    release("v1.0.0", 0, { base: "a", status: "failed", tests: { failed: ["login › expired", "sums"] } }),
    release("v1.0.0_2", 1, { base: "a" }),
    release("v1.1.0", 2, { base: "b", status: "failed", tests: { failed: ["broken by a change"] } }),
    release("v1.1.0_2", 3, { base: "c", tests: { flaky: ["login › expired"] } }),
  ];

  expect(flakyTests(releases).map((test) => [test.name, howOften(test)])).toEqual([
    ["login › expired", "2 of 4 releases, since 2026-03-02"],
    ["sums", "1 of 4 releases, since 2026-03-02"],
  ]);
});

it("two runs of a hotfix from one tag are not the same code: people put the fix on its branch", () => {
  const failed = release("v1.0.1", 0, { base: "a", type: "hotfix", status: "failed", tests: { failed: ["sums"] } });
  const other = release("v1.0.1_2", 1, { base: "a", type: "hotfix" });
  const elsewhere = {
    ...other,
    facts: other.facts.map((fact) => ("sha" in fact ? { ...fact, sha: "f".repeat(40) } : fact)),
  };

  expect(flakyTests([failed, elsewhere])).toEqual([]);
  expect(sha).not.toBe("f".repeat(40));
});

it("without releases before nothing is said, whatever this one did", () => {
  const slow = release("v1.0.0", 0, { minutes: 60, tests: { flaky: ["a"] } });

  expect(compare([], slow)).toBeUndefined();
  expect(compare([slow], slow)).toBeUndefined();
  expect(releaseReport(slow.facts)).not.toMatch(/Advice|p95 of/);
});

it.each<[string, Made, readonly string[]]>([
  ["nothing to say of a fast gate", {}, []],
  [
    "over its target, with what is slow in it",
    {
      minutes: 14,
      tests: {
        slowest: [
          { name: "sorts", durationMs: 60_000 },
          { name: "quick", durationMs: 20 },
        ],
      },
    },
    [
      "unit: took 14 min 00 s, target 5 min 00 s, p95 2 min 00 s → Make them faster, or let the command run them in parallel. Its slowest: sorts (1 min 00 s). Or split them over jobs: gates.unit.shards: 3, with gates.parallel: true.",
    ],
  ],
  [
    "over its target, and no test stands out",
    { minutes: 6 },
    [
      "unit: took 6 min 00 s, target 5 min 00 s, p95 2 min 00 s → No single test stands out: look at what the command does before the tests, or let it run them in parallel. Or split them over jobs: gates.unit.shards: 2, with gates.parallel: true.",
    ],
  ],
  [
    "in time, with a slow test",
    { tests: { slowest: [{ name: "sorts", durationMs: 30_000 }] } },
    ["unit: Its slowest: sorts (30.0 s). → Each takes a tenth of the target of 5 min 00 s or more."],
  ],
  [
    "flaky in this very release",
    { tests: { flaky: ["login"] } },
    ["unit: login is flaky: 1 of 3 releases, since 2026-03-12 → Fix it, or take it out of the gate until it is fixed."],
  ],
])("advice: %s", (_, made, wanted) => {
  const before = [release("v1.0.0", 0), release("v1.1.0", 1, { minutes: 2 })];

  const said = compare(before, release("v1.2.0", 10, made));

  expect(said?.advice.map(({ about, says, todo }) => `${about}: ${says} → ${todo}`)).toEqual(wanted);
  expect(said).toMatchObject({ releases: 2, p95Ms: { unit: 120_000 } });
});

it.each([
  [undefined, ["unit", "quality_gates"]],
  [true as const, ["unit"]],
])("gates that are too slow one after another can go side by side (side by side: %s)", (parallel, about) => {
  const now = release("v1.2.0", 10, { minutes: 30, ...(parallel === undefined ? {} : { parallel }) });
  const more = facts([...now.facts, gate("integration")]);

  const said = compare([release("v1.0.0", 0)], { record: fold(more), facts: more });

  expect(said?.advice.map((advice) => advice.about)).toEqual(about);
});

it("the p95 of twenty is not moved by their slowest, and failed gates do not count", () => {
  const before = Array.from({ length: 20 }, (_, index) =>
    release(`v1.${index}.0`, index, { minutes: index === 7 ? 50 : 3 }),
  );
  const failed = release("v1.30.0", 30, { minutes: 90, status: "failed" });

  expect(compare([...before, failed], release("v2.0.0", 40))?.p95Ms.unit).toBe(180_000);
});

it("report, summary of a job and the last board show what was said; nothing of it is obeyed by the page", () => {
  const name = "login | `x` <b>";
  const now = release("v1.2.0", 10, { minutes: 6, tests: { flaky: [name] } });
  const comparison = compare([release("v1.0.0", 0)], now);
  if (comparison === undefined) throw new Error("nothing was compared");
  const failing = gate("integration", {
    status: "failed",
    failures: [
      {
        title: "Test failed (database): saves",
        detail: "deadlock",
        file: "a.test.js",
        line: 3,
        class: "known-flaky",
        suggestion: "Retry.",
        log: { file: "logs/db.log", lines: ["ready", "", "deadlock"] },
      },
    ],
  });
  const told = facts([...now.facts, { type: "compared", ...comparison }, failing]);
  const record = fold(told);

  const report = releaseReport(told);
  const details = gateDetails(record, { gates: ["unit", "integration"], comparison });

  for (const page of [report, details]) {
    expect(page).toContain("| Gate | Result | Measured | Time | Target | p95 of 1 |");
    expect(page).toContain("6 min 00 s ⚠ over | 5 min 00 s | 1 min 00 s |");
    expect(page).toContain(
      String.raw`- **unit**: login \| \`x\` &lt;b&gt; is flaky: 1 of 2 releases, since 2026-03-12`,
    );
    expect(page).toContain(
      "- **integration** (known flaky): Test failed (database): saves (`a.test.js:3`)\n  - deadlock\n  - last lines of `logs/db.log`:\n    - `ready`\n    - `deadlock`\n  - → Retry.",
    );
  }
  expect(report).toContain("| State | Took | Of it waiting | Of it watching | Target | p95 of 1 | Time-out |");
  expect(board(record, openedAt).lines.join("\n")).not.toContain("is flaky");
  const over = { ...record, suspended: { ...told[0], type: "suspended", waitsFor: "fix", reason: "r", command: "c" } };
  expect(board(over as typeof record, openedAt).lines).toContainEqual(
    expect.stringMatching(/^ {2}i unit: login .* is flaky: 1 of 2 releases.* → Fix it/),
  );
});
