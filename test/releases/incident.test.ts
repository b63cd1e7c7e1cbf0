import { expect, it } from "@jest/globals";

import type { Fact } from "#machine";

import { foundCompany, type Company } from "./company.ts";
import { approved, read, release, start } from "./drivers.ts";

interface Issue {
  readonly title: string;
  readonly body: string;
}

async function incidentOf(company: Company): Promise<Issue> {
  const issues = (await company.api("sarah", "GET", "issues?labels=incident&state=all")) as readonly Issue[];
  expect(issues).toHaveLength(1);
  return issues[0] ?? { title: "", body: "" };
}

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(title: string, body: string): readonly (readonly string[])[] {
  const after = body.split(`### ${title}\n`)[1]?.split("\n### ")[0] ?? "";
  return after
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What keeps the books, and is no event. */
const bookkeeping: ReadonlySet<Fact["type"]> = new Set([
  "step-intended",
  "step-done",
  "canary-step",
  "watching",
  "compared",
  "suspected",
  "lease-taken",
]);

async function measured(company: Company): Promise<Record<string, unknown>> {
  const { code, output } = await release(company, ["metrics", "--format=json"]).ended;
  expect(code).toBe(0);
  return (JSON.parse(output) as { overall: { dora: Record<string, unknown> } }).overall.dora;
}

it("the incident of a canary that went back has the signal, the commit that touches it, and everything in order", async () => {
  const company = await foundCompany({
    fault: "production-errors",
    settings: [[["smoke", "api", "0", "affects"], ["server.js"]]],
  });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "rolled_back" });

  const { title, body } = await incidentOf(company);
  const { facts, record } = await read(company, "v1.1.0");
  const opened = facts.find((fact) => fact.type === "step-intended" && fact.step.endsWith("/incident-issue"));
  const known = facts.filter(({ seq, type }) => seq < (opened?.seq ?? 0) && !bookkeeping.has(type));
  const rows = rowsUnder("Timeline", body);
  expect(title).toBe("Incident: v1.1.0 was rolled back");
  expect(rows.map(([at, who]) => [at, who])).toEqual(
    known.map(({ at, actor }) => [at.slice(0, 19).replace("T", " "), actor]),
  );
  expect(known.every(({ at }) => at.endsWith("Z"))).toBe(true);
  const whats = rows.map(([, , what]) => what ?? "");
  const order = [
    "release v1.1.0 opened",
    "merged by",
    "tagged v1.1.0",
    "production: 50 % of traffic on v1.1.0",
    "verdict: roll back (smoke-test-failure)",
    "production: 0 % of traffic",
    "all traffic confirmed on v1.0.0",
    "production: smoke tests at rollback passed",
    "health passing after the rollback",
    "rollback: rollback_completed",
  ].map((text) => whats.findIndex((what) => what.includes(text)));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(record.verdict?.trigger).toBe("smoke-test-failure");
  expect(body).toContain("Likelier than the others, by the names of files only, for health:");
  expect(body).toContain("feat: say how it is in production: touches server.js, which “health” is affected by");
  expect(rowsUnder("Times", body).map(([part]) => part)).toEqual([
    "decided",
    "traffic back",
    "smoke tests done",
    "health proved",
  ]);
  expect(await measured(company)).toMatchObject({
    changeFailRate: { part: 0, n: 0 },
    failedDeploymentRecoveryMs: { n: 0, open: 0 },
    caughtInCanary: { part: 1, n: 1, share: 1 },
  });
}, 180_000);

it("a release that is taken back later is one failed deployment, which took as long as its facts say", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  expect(await measured(company)).toMatchObject({ changeFailRate: { part: 0, n: 1, share: 0 } });

  expect(await release(company, ["rollback", "v1.1.0", "--reason=orders fail"]).ended).toMatchObject({ code: 4 });

  const { facts } = await read(company, "v1.1.0-rollback");
  const done = facts.find((fact) => fact.type === "rollback-moved" && fact.to === "rollback_completed");
  const tookMs = Date.parse(done?.at ?? "") - Date.parse(facts[0]?.at ?? "");
  expect(tookMs).toBeGreaterThan(0);
  expect(await measured(company)).toMatchObject({
    deploymentFrequency: { n: 1 },
    changeLeadTimeMs: { n: expect.any(Number), median: expect.any(Number) },
    changeFailRate: { part: 1, n: 1, share: 1 },
    failedDeploymentRecoveryMs: { n: 1, median: tookMs, p90: tookMs, open: 0 },
    deploymentReworkRate: { part: 0, n: 1, share: 0 },
    caughtInCanary: { part: 0, n: 1 },
  });
  const { body } = await incidentOf(company);
  expect(rowsUnder("Timeline", body)[0]?.[2]).toContain("release v1.1.0 opened (rollback)");
}, 180_000);
