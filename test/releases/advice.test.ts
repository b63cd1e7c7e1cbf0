import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { releaseReport } from "#report";

import { foundCompany, whenOver } from "./company.ts";
import { approved, read, release, workplaceIn } from "./drivers.ts";

const red = `<testsuites><testsuite name="unit" tests="1" failures="1"><testcase classname="login" name="expired" time="40"><failure message="504 from the clock"/></testcase></testsuite></testsuites>`;

it("the first release is told nothing; later ones know what is flaky, slow and usual", async () => {
  const marks = await mkdtemp(path.join(tmpdir(), "marks-"));
  whenOver(() => rm(marks, { recursive: true, force: true }));
  const passes = path.join(marks, "passes");
  const once = `mkdir -p reports && cp checks/coverage.lcov reports/unit.lcov && if [ -e ${passes} ]; then rm ${passes}; sed s/0.001/40/g checks/unit.xml > reports/unit.xml; else touch ${passes}; cp checks/red.xml reports/unit.xml; exit 1; fi`;
  const shop = await foundCompany({ settings: [[["gates", "unit", "command"], once]] });
  await shop.push("develop", "test: a clock", { "checks/red.xml": red });

  const first = await release(shop, ["start", "--version=1.1.0"]).ended;
  expect([first.code, first.output]).toEqual([5, expect.stringContaining("Test failed")]);
  const alone = await read(shop, "v1.1.0");
  expect(alone.facts.map(({ type }) => type)).not.toContain("compared");
  expect(alone.record.gates.get("unit")).toMatchObject({
    tests: { failed: [expect.stringContaining("expired")], slowest: [{ durationMs: 40_000 }] },
    failures: [{ class: "new" }],
  });

  const second = await approved(shop, async () => release(shop, ["retry", "v1.1.0"]).ended);
  expect([second.code, second.output]).toEqual([0, expect.stringMatching(/ {2}i unit: .*expired is flaky: 1 of 2/)]);
  const { record, facts } = await read(shop, "v1.1.0_2");
  expect(record.comparison).toMatchObject({ releases: 1, p95Ms: { security: expect.any(Number) } });
  expect(facts.filter(({ type }) => type === "compared")).toHaveLength(1);
  const report = releaseReport(facts);
  expect(report).toContain("## Advice");
  expect(report).toMatch(/- \*\*unit\*\*: .*answers \(40.0 s\)/);
  expect(report).toMatch(/\| Gate \| .* \| p95 of 1 \|/);

  await shop.push("develop", "feat: more", { "more.txt": "more\n" });
  const last = await release(shop, ["start", "--version=1.2.0", "--from=develop", "--to=main"]).ended;
  expect([last.code, last.output]).toEqual([5, expect.stringContaining("It is known to be flaky")]);
  const third = (await read(shop, "v1.2.0")).record;
  expect(third.gates.get("unit")?.failures).toEqual([
    expect.objectContaining({
      class: "known-flaky",
      suggestion: expect.stringMatching(/^It is known to be flaky: 1 of 3 releases, since \d{4}-.* Retry the release/),
    }),
  ]);
  expect(third.comparison?.p95Ms.unit).toBe(record.gates.get("unit")?.executionTimeMs);
  expect(third.comparison?.p95Ms.production).toBeGreaterThan(0);

  // However many there are: one look, one fetch, and no more releases than asked for.
  const workplace = await workplaceIn(shop);
  expect((await workplace.journal.newest(2)).map(({ id }) => id)).toEqual(["v1.1.0_2", "v1.2.0"]);
  expect(workplace.economy().gitRequests).toBe(2);
}, 180_000);
