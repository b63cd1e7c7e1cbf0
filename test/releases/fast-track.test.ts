import { expect, it } from "@jest/globals";

import { releaseReport } from "#report";

import { foundCompany, type Setting } from "./company.ts";
import { approved, read, release, start } from "./drivers.ts";

const reports = "mkdir -p reports && cp checks/unit.xml reports/ && cp checks/coverage.lcov reports/unit.lcov";
const nothing = `{"suites":[],"errors":[],"stats":{"expected":0,"skipped":0,"unexpected":0,"flaky":0}}`;

/** Each of them is right for a release; a hotfix of server.js has to be asked for less. */
const settings: readonly Setting[] = [
  [["gates", "unit", "affected"], `[ "$(cat "$CHANGED_FILES")" = server.js ] && ${reports}`],
  [
    ["gates", "e2e", "affected"],
    `[ "$JOURNEYS" = "@critical|@answer" ] && mkdir -p reports && echo '${nothing}' > reports/e2e.json`,
  ],
  [["gates", "e2e", "affects"], { "server.js": "@answer", "shop/**": "@shop" }],
  [
    ["smoke", "api"],
    [
      { name: "health", path: "/health", contains: "ok" },
      { name: "rare", path: "/rare", equals: { version: "1.1.0" }, affects: ["shop/**"] },
    ],
  ],
];

it("a hotfix is asked what it affects below 100 %, and everything there: what fails then takes it back", async () => {
  const company = await foundCompany({ settings });
  await approved(company, () => start(company));
  const from = ["start", "--type=hotfix", "--version=1.1.1", "--base=v1.1.0", "--target=main"];
  await release(company, from).ended;
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  const server = await company.git("sarah", company.home, "show", "origin/hotfix/1.1.1:server.js");
  await company.push("hotfix/1.1.1", "fix: answer politely", { "server.js": `${server}// politely\n` });

  await approved(company, () => release(company, ["resume", "v1.1.1"]).ended);

  const { record, facts } = await read(company, "v1.1.1");
  const scopes = Object.fromEntries([...record.gates].map(([gate, { status, scope }]) => [gate, [status, scope]]));
  expect(scopes).toMatchObject({
    unit: ["passed", expect.stringContaining("affected: the tests of server.js")],
    e2e: ["passed", "skipped: no journey is named by @critical|@answer"],
  });
  const rare = facts.flatMap((fact) =>
    fact.type === "smoke-finished"
      ? fact.checks.filter(({ name }) => name === "rare").map(({ status }) => [fact.point, status])
      : [],
  );
  expect(rare).toEqual([
    ["5%", "not-applicable"],
    ["25%", "not-applicable"],
    ["100%", "failed"],
    ["rollback", "passed"],
  ]);
  expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "smoke-test-failure" } });
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
  expect(releaseReport(facts)).toContain("skipped: no journey is named by");
}, 180_000);
