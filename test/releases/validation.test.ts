import { expect, it } from "@jest/globals";

import type { GateMetrics } from "#machine";
import { releaseReport } from "#report";

import { journeysTold, twoJourneys } from "../support/journeys.ts";
import { foundCompany, type Company } from "./company.ts";
import { approved, read, release, resume, resumeUntil, start } from "./drivers.ts";

/** A hotfix that waits for its fix. */
async function begin(company: Company): Promise<void> {
  const { output } = await release(company, [
    "start",
    "--type=hotfix",
    "--version=1.1.1",
    "--base=v1.1.0",
    "--target=main",
  ]).ended;
  expect(output).toContain("v1.1.1 waits");
}

/** A hotfix up to 100 %, whose journeys then end so. Returns what the command in the shell printed. */
async function hotfix(company: Company, status: "passed" | "failed") {
  await company.push("develop", "test: two journeys", { "checks/all.json": journeysTold("passed") });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  await begin(company);
  await company.push("hotfix/1.1.1", "fix: say thank you", {
    "thanks.txt": "thanks\n",
    "checks/all.json": journeysTold(status),
  });
  return approved(company, () => release(company, ["resume", "v1.1.1"]).ended);
}

const issues = (company: Company) =>
  company.api("sarah", "GET", "issues?state=all&labels=hotfix-validation") as Promise<
    readonly { readonly body: string; readonly html_url: string }[]
  >;

const journeysOf = (metrics: GateMetrics | undefined) =>
  metrics?.gate === "e2e" ? metrics.journeys.map(({ name, status }) => [name, status]) : [];

it("a hotfix walks every journey after 100 %, on the released commit, and is released when they pass", async () => {
  const company = await foundCompany({ settings: twoJourneys });

  const ended = await hotfix(company, "passed");

  expect(ended).toMatchObject({ code: 0, output: expect.stringContaining("v1.1.1 is released") });
  const { record, facts, live } = await read(company, "v1.1.1");
  expect([live, record.state, record.settled?.outcome]).toEqual([false, "completed", "completed"]);
  expect(journeysOf(record.gates.get("e2e")?.metrics)).toEqual([["answers", "passed"]]);
  expect(record.validation).toMatchObject({ status: "passed", sha: (await company.refs()).get("v1.1.1") });
  expect(journeysOf(record.validation?.metrics).map(([, status]) => status)).toEqual(["passed", "passed"]);
  expect(record.validation).not.toHaveProperty("scope");
  expect(releaseReport(facts)).toMatch(/e2e after 100 % \| .*passed \| 2 of 2 journeys/);
  expect(await issues(company)).toEqual([]);
}, 180_000);

it("journeys that fail there wait for a person, who is told once, and may accept the version", async () => {
  const company = await foundCompany({ settings: twoJourneys });

  const ended = await hotfix(company, "failed");

  expect(ended).toMatchObject({ code: 3 });
  const { record } = await read(company, "v1.1.1");
  expect(record).toMatchObject({ state: "completed", validation: { status: "failed" } });
  expect(record.settled).toBeUndefined();
  const [issue] = await issues(company);
  expect(issue?.body).toContain('release rollback v1.1.1 --to=v1.1.0 --reason="…"');
  expect(record.published).toContainEqual(expect.objectContaining({ what: "validation-issue", url: issue?.html_url }));
  const status = await release(company, ["status", "v1.1.1"]).ended;
  expect(status).toMatchObject({ code: 3 });
  expect(status.output).toContain("waits for decision: It serves all traffic, and journeys failed");
  expect(status.output).toContain('release promote v1.1.1 --reason="…"');

  // Walked once more, they fail again: it is the same issue.
  expect(await release(company, ["resume", "v1.1.1"]).ended).toMatchObject({ code: 3 });
  const again = await read(company, "v1.1.1");
  expect(again.facts.filter(({ type }) => type === "validation-finished")).toHaveLength(2);
  expect(await issues(company)).toHaveLength(1);

  const accepted = await release(company, ["promote", "v1.1.1", "--reason=paid by hand"]).ended;
  expect(accepted).toMatchObject({ code: 0 });
  const after = await read(company, "v1.1.1");
  expect(after.record.validationDecision).toMatchObject({ decision: "accepted", by: "sarah", reason: "paid by hand" });
  expect(after.facts.filter(({ type }) => type === "validation-finished")).toHaveLength(2);
  expect(releaseReport(after.facts)).toContain("failed journeys accepted by sarah: paid by hand");
  expect(await company.traffic("production")).toEqual({ "v1.1.1": 100 });
}, 180_000);

it("holds production for nobody while they are walked, walks them after a death, and goes back when a person says so", async () => {
  const company = await foundCompany({ settings: twoJourneys });
  await company.push("develop", "test: two journeys", { "checks/all.json": journeysTold("passed") });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  await begin(company);
  await company.push("hotfix/1.1.1", "fix: say thank you", {
    "thanks.txt": "thanks\n",
    "checks/all.json": journeysTold("failed"),
  });
  await approved(company, () => resumeUntil(company, "v1.1.1", "every journey is walked now"));
  const died = await read(company, "v1.1.1");
  expect([died.live, died.record.state, died.record.validation]).toEqual([true, "completed", undefined]);
  expect((await release(company, ["status", "v1.1.1"]).ended).output).not.toContain("every journey");

  expect(await resume(company, "v1.1.1")).toMatchObject({ end: "suspended" });
  const back = await release(company, ["rollback", "v1.1.1", "--to=v1.1.0", "--reason=nobody is paid"]).ended;

  expect(back).toMatchObject({ code: 4, output: expect.stringContaining("v1.1.1-rollback was rolled back") });
  const { record, live } = await read(company, "v1.1.1");
  expect([live, record.settled?.outcome]).toEqual([false, "completed"]);
  expect(record.validationDecision).toMatchObject({ decision: "rolled-back", reason: "nobody is paid" });
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
}, 180_000);
