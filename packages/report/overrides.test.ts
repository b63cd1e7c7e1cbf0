import { expect, it } from "@jest/globals";

import { fold } from "#machine";

import { board } from "./board.ts";
import { overridesOf } from "./overrides.ts";
import { pullRequestBodies } from "./pull-request.ts";
import { releaseReport } from "./release-report.ts";
import { facts, gate, move, opened, prepared, type Script } from "./test/facts.ts";

const overrides = [
  { gate: "unit", reason: "flaky <runner>" },
  { gate: "integration", reason: "INC-8" },
  { gate: "e2e", reason: "INC-9" },
] as const;

const overridden: Script = [
  opened({ overrides }),
  ...prepared("## 2.5.0\n\n- x"),
  move("initiated", "quality_gates", "ready"),
  gate("unit", { status: "failed" }),
  gate("integration", {}),
];

it("tells of each override what became of it, at the top of every page", () => {
  const told = facts(overridden);
  const record = fold(told);

  expect(overridesOf(record).map(({ gate: name, standing }) => [name, standing])).toEqual([
    ["unit", "overridden"],
    ["integration", "passed"],
    ["e2e", "open"],
  ]);
  const list = [
    "## Overridden gates",
    "",
    String.raw`- ⚠ Gate ${"`unit`"} failed, and the release goes on. Overridden by sarah: flaky &lt;runner&gt;`,
    "- ⚠ Gate `integration` passed: the override was not needed. Overridden by sarah: INC-8",
    "- ⚠ Gate `e2e` has not run yet, and may fail. Overridden by sarah: INC-9",
  ].join("\n");
  expect(releaseReport(told).split("\n").slice(2, 7).join("\n")).toBe(list);
  for (const body of pullRequestBodies(record)) expect(body.startsWith(list)).toBe(true);
  expect(releaseReport(told)).toContain("| unit | ⚠ failed, overridden |");
  const { lines } = board(record, 0);
  expect(lines[1]).toContain("⚠ gate unit overridden by sarah: flaky <runner>");
  expect(lines.find((line) => line.includes("unit "))).toBeDefined();
});
