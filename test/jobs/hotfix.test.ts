import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import { releaseReport } from "#report";
import { remindOfReviews } from "#stages";

import { decree, foundCompany, type Company } from "../releases/company.ts";
import { workplaceIn } from "../releases/drivers.ts";
import { deliver, hireRunners, jobsOn } from "./runners.ts";

it("a hotfix job by job waits for its fix, then goes from the review to production by canary", async () => {
  const company = await foundCompany();
  const jobs = jobsOn(hireRunners(company.world));
  const start = { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" } as const;
  expect(await jobs.validate({ kind: "start", start: { ...start, dryRun: true } })).toMatchObject({
    outcome: "waiting",
    resumeAt: "initiated",
  });
  expect((await company.refs()).has("hotfix/1.0.1")).toBe(false);
  expect(await jobs.validate({ kind: "start", start })).toMatchObject({ outcome: "waiting", resumeAt: "initiated" });

  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  expect(await jobs.validate({ kind: "resume", id: "v1.0.1" })).toMatchObject({
    outcome: "go",
    type: "hotfix",
    resumeAt: "quality_gates_fast",
    approval: "ask",
  });
  expect(await jobs.report("v1.0.1", "failed")).toMatchObject({ outcome: "waiting" });
  expect(await jobs.review("v1.0.1", [deliver(await jobs.leg("v1.0.1", "all"))])).toMatchObject({ outcome: "go" });
  expect((await jobs.validate({ kind: "resume", id: "v1.0.1" })).resumeAt).toBe("review");
  expect(await jobs.review("v1.0.1", [])).toMatchObject({ outcome: "go" });
  expect(await jobs.production("v1.0.1")).toMatchObject({ outcome: "verified" });
  expect(await jobs.report("v1.0.1", "completed")).toMatchObject({ outcome: "completed" });

  expect(await company.traffic("production")).toEqual({ "v1.0.1": 100 });
  expect(await company.traffic("staging")).toEqual({ "v1.0.0": 100 });
});

const incident = { severity: "P0", incident: "INC-1" } as const;
const hotfix = { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" } as const;

it("severity and incident come together, and belong to a hotfix", async () => {
  const jobs = jobsOn(hireRunners((await foundCompany()).world));

  for (const start of [
    { ...hotfix, severity: "P0" as const },
    { ...hotfix, incident: "INC-1" },
    { ...hotfix, ...incident, type: "standard" as const, from: "develop" },
  ])
    await expect(jobs.validate({ kind: "start", start })).rejects.toMatchObject({
      code: "input",
      hint: expect.stringContaining("--severity=P0 --incident=INC-1"),
    });
});

it("a severity that is let pass is asked about all the same when no emergency approver names it", async () => {
  const company = await foundCompany();
  await company.govern({ protection: {} });
  await decree(company, [[["hotfix", "autoApproval"], ["P0"]]]);
  const jobs = jobsOn(hireRunners(company.world));

  const route = await jobs.validate({ kind: "start", start: { ...hotfix, ...incident } });

  expect(route).toMatchObject({ approval: "ask", incident: { severity: "P0", autoApproved: false } });
  expect(route.notes.join("\n")).toContain(
    "people are asked before production: sarah may not let a hotfix into production unasked: the role in the repository is maintain, and roles.emergencyApprover is admin",
  );
});

it("a hotfix of a severity that the protected branch lets pass asks nobody, and says so everywhere", async () => {
  const company = await foundCompany();
  await company.govern({ environments: ["production"] });
  await expect(
    jobsOn(hireRunners(company.world)).validate({ kind: "start", start: { ...hotfix, ...incident } }),
  ).rejects.toThrow(/hotfix-approval does not exist/);
  await company.govern({ environments: ["production"], protection: {} });
  await decree(company, [
    [["hotfix", "autoApproval"], ["P0"]],
    [["roles", "emergencyApprover"], ["@sarah"]],
  ]);
  const jobs = jobsOn(hireRunners(company.world));
  const start = { ...hotfix, ...incident };

  expect(await jobs.validate({ kind: "start", start })).toMatchObject({ approval: "auto" });
  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  expect(await jobs.validate({ kind: "resume", id: "v1.0.1" })).toMatchObject({ outcome: "go", approval: "auto" });
  const leg = deliver(await jobs.leg("v1.0.1", "all"));
  expect(await jobs.reviewAlone("v1.0.1", [leg])).toMatchObject({ outcome: "go" });
  expect((await jobs.validate({ kind: "resume", id: "v1.0.1" })).resumeAt).toBe("production_canary");
  const { record, facts } = await jobs.record("v1.0.1");
  expect(record.plan.incident).toEqual({ severity: "P0", id: "INC-1", autoApproved: true });
  expect(releaseReport(facts)).toContain("INC-1 (P0); approved by rule");
  const review = record.published.find(({ what }) => what === "review-issue");
  expect(Date.parse(review?.due ?? "") - Date.parse(record.tag?.at ?? "")).toBe(24 * 3_600_000);
  expect(await company.api("sarah", "GET", "issues?labels=hotfix-review")).toMatchObject([
    { html_url: review?.url, body: expect.stringContaining("INC-1") },
  ]);
  const { body } = (await company.api("sarah", "GET", `pulls/${record.pullRequest?.number}`)) as { body: string };
  expect(body).toContain("Incident: INC-1 (P0); approved by rule");

  const reminded = await remindedOf(company, Number(review?.url.split("/").at(-1)), review?.url);
  expect(reminded).toEqual([expect.stringMatching(/v1\.0\.1.*\n@marcus this review was due at/)]);

  await decree(company, [[["hotfix", "autoApproval"], []]]);
  expect(await jobs.productionUnasked("v1.0.1")).toMatchObject({ outcome: "untouched" });
});

/** What watchdogs write below an issue: two at once a day after it was due, one an hour later, and one when it is closed. */
async function remindedOf(company: Company, issue: number, url: string | undefined): Promise<readonly string[]> {
  const at = (hours: number) => {
    const clock = { ...realClock, now: () => Date.now() + hours * 3_600_000 };
    return workplaceIn(company, { clock });
  };
  expect(await remindOfReviews(await at(23))).toEqual([]);
  await company.api("sarah", "PATCH", `issues/${issue}`, { assignees: ["marcus"] });
  const noon = hoursToNoonAfterTomorrow();
  const [first, second] = [await at(noon), await at(noon)];
  await Promise.all([remindOfReviews(first), remindOfReviews(second)]);
  expect(await remindOfReviews(await at(noon + 1))).toMatchObject([{ release: "v1.0.1", url }]);
  await company.api("sarah", "PATCH", `issues/${issue}`, { state: "closed" });
  expect(await remindOfReviews(await at(noon + 24))).toEqual([]);
  await company.api("sarah", "PATCH", `issues/${issue}`, { state: "open" });
  const comments = (await company.api("sarah", "GET", `issues/${issue}/comments`)) as readonly { body: string }[];
  return comments.map(({ body }) => body);
}

/** An hour after which the day does not end. */
function hoursToNoonAfterTomorrow(): number {
  const noon = new Date();
  noon.setUTCDate(noon.getUTCDate() + 2);
  noon.setUTCHours(12, 0, 0, 0);
  return (noon.getTime() - Date.now()) / 3_600_000;
}
