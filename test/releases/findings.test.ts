import { expect, it } from "@jest/globals";

import { continueLog } from "#audit";
import { pullRequestBodies, releaseReport } from "#report";
import { retryRelease, runLeg, validateJob } from "#stages";

import { decree, foundCompany, impatient, type Company } from "./company.ts";
import { read, standard, start, workplaceIn } from "./drivers.ts";

const finding = {
  ruleId: "js/sql-injection",
  message: { text: "A query is built from user input." },
  locations: [{ physicalLocation: { artifactLocation: { uri: "server.js" }, region: { startLine: 3 } } }],
  properties: { "security-severity": "8.8", tags: ["external/cwe/cwe-089"] },
};
const sarif = JSON.stringify({
  version: "2.1.0",
  runs: [{ tool: { driver: { name: "scan" } }, invocations: [{ executionSuccessful: true }], results: [finding] }],
});
const entry = {
  id: "js/sql-injection",
  path: "server.js",
  reason: "no user reaches it, RISK-4",
  expires: "2999-12-31",
};
const stale = { id: "CVE-2001-0001", package: "left-pad", reason: "gone", expires: "2999-12-31" };
const allow = (...entries: readonly object[]) => [[["gates", "security", "allow"], entries]] as const;

/** A project whose scanner finds one hole, with these entries in the file of the branch under release. */
async function company(...entries: readonly object[]): Promise<Company> {
  const shop = await foundCompany({ settings: [...allow(...entries), ...impatient] });
  // Whoever decides pushes to main here; a pull request would do the same.
  await shop.govern({ protection: {} });
  await shop.push("develop", "feat: ask the database", { "checks/security.sarif": sarif });
  return shop;
}

it("a finding ends the release; only the list of the target branch lets it stay, and everybody sees that", async () => {
  const shop = await company(entry);

  expect(await start(shop)).toMatchObject({ end: "failed" });
  const refused = await read(shop, "v1.1.0");
  expect(refused.record.failure?.failureReason).toBe(
    "Gate security failed: js/sql-injection (CVSS 8.8) in server.js:3",
  );
  expect(refused.record.gates.get("security")).toMatchObject({
    metrics: { highIssues: 1, owasp: { "A03:2021 Injection": 1 } },
    failures: [{ detail: expect.stringContaining("CWE-89 · OWASP A03:2021 Injection"), file: "server.js", line: 3 }],
  });

  await decree(shop, allow(entry, stale));
  const again = await retryRelease(await workplaceIn(shop), { id: "v1.1.0" }, () => undefined);
  expect(again).toMatchObject({ end: "suspended" });
  const { record, facts } = await read(shop, again.id);
  const { metrics, status } = record.gates.get("security") ?? {};
  expect({ metrics, status }).toMatchObject({
    status: "passed",
    metrics: {
      highIssues: 1,
      allowed: [
        {
          id: "js/sql-injection",
          score: 8.8,
          place: "server.js",
          mapped: "CWE-89 · OWASP A03:2021 Injection",
          reason: entry.reason,
          expires: entry.expires,
          from: expect.stringMatching(/^main at [0-9a-f]{7}$/),
        },
      ],
      notices: [expect.stringContaining("accepts CVE-2001-0001 in left-pad until 2999-12-31, and no finding is that")],
    },
  });
  const top = releaseReport(facts).split("\n").slice(2, 6).join("\n");
  expect(top).toContain("## Allowed findings");
  expect(top).toContain("js/sql-injection, CVSS 8.8, in server.js (CWE-89");
  for (const body of pullRequestBodies(record)) expect(body.startsWith("## Allowed findings")).toBe(true);
  expect(JSON.parse(continueLog("", { facts, denied: [] }))).toMatchObject({
    allowedFindings: [{ id: "js/sql-injection" }],
  });
}, 120_000);

it("an entry whose day is over accepts nothing, and the failure says since when", async () => {
  const shop = await company();
  await decree(shop, allow({ ...entry, expires: "2020-01-31" }));

  expect(await start(shop)).toMatchObject({ end: "failed" });

  expect((await read(shop, "v1.1.0")).record.gates.get("security")?.failures[0]?.detail).toContain(
    "It was accepted until 2020-01-31, and blocks again since: no user reaches it, RISK-4",
  );
}, 120_000);

it("a leg of a workflow takes the list from the target branch too, with a token that only reads", async () => {
  const shop = await company(entry);
  const { release } = await validateJob(await workplaceIn(shop), { kind: "start", start: standard });
  const leg = async () => runLeg(await workplaceIn(shop), { id: release, leg: "all" });

  expect(await leg()).toMatchObject({ outcome: "failed", first: [] });
  await decree(shop, allow(entry));

  expect(await leg()).toMatchObject({
    outcome: "passed",
    first: [
      expect.stringContaining("finding js/sql-injection (CVSS 8.8, server.js) is allowed until 2999-12-31 by main at"),
    ],
  });
}, 120_000);
