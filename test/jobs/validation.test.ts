import { expect, it } from "@jest/globals";

import type { DeliveredEvidence } from "#stages";

import { foundCompany, type Company } from "../releases/company.ts";
import { journeysTold, twoJourneys } from "../support/journeys.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

type Jobs = ReturnType<typeof jobsOn>;

/** A hotfix whose job `completed` has done everything but the journeys, which will end so. */
async function at100(status: "passed" | "failed"): Promise<{ readonly company: Company; readonly jobs: Jobs }> {
  const company = await foundCompany({ settings: twoJourneys });
  await company.push("develop", "test: two journeys", { "checks/all.json": journeysTold("passed") });
  const jobs = jobsOn(hireRunners(company.world));
  await jobs.validate(standard);
  await jobs.review("v1.1.0", [deliver(await jobs.leg("v1.1.0", "all"))]);
  await jobs.staging("v1.1.0");
  await jobs.production("v1.1.0");
  expect(await jobs.report("v1.1.0", "completed")).not.toHaveProperty("journeysDue");
  await jobs.validate({ kind: "start", start: { type: "hotfix", version: "1.1.1", from: "v1.1.0", to: "main" } });
  await company.push("hotfix/1.1.1", "fix: say thank you", {
    "thanks.txt": "thank you\n",
    "checks/all.json": journeysTold(status),
  });
  await jobs.validate({ kind: "resume", id: "v1.1.1" });
  await jobs.review("v1.1.1", [deliver(await jobs.leg("v1.1.1", "all"))]);
  await jobs.production("v1.1.1");
  expect(await jobs.report("v1.1.1", "completed")).toMatchObject({ outcome: "completed", journeysDue: true });
  return { company, jobs };
}

const issues = (company: Company) =>
  company.api("sarah", "GET", "issues?state=all&labels=hotfix-validation") as Promise<readonly unknown[]>;

const walked = async (jobs: Jobs): Promise<DeliveredEvidence> => deliver(await jobs.leg("v1.1.1", "validation"));

it("the journeys of a hotfix are walked by a job that writes nothing, and recorded by the one after it", async () => {
  const { company, jobs } = await at100("passed");
  const before = await jobs.record("v1.1.1");
  expect([before.live, before.record.published.map(({ what }) => what)]).toEqual([
    true,
    ["review-issue", "github-release"],
  ]);
  const machine = await hireRunners(company.world).machine();
  expect(await machine.journal.environmentHolder("production")).toBeUndefined();

  const first = await walked(jobs);
  const evidence = await walked(jobs);
  expect((await jobs.record("v1.1.1")).facts).toHaveLength(before.facts.length);
  // What is of another leg, was changed, or proves less than every journey, is refused and not recorded.
  const gates = deliver(
    await jobs.leg("v1.1.1", "validation").then((end) => ({ ...end, evidence: { ...end.evidence, leg: "all" } })),
  );
  for (const wrong of [gates, { ...evidence, text: first.text.replace("passed", "failed") }])
    await expect(jobs.report("v1.1.1", "completed", wrong)).rejects.toMatchObject({ code: "policy" });
  expect((await jobs.record("v1.1.1")).record.validation).toBeUndefined();

  expect(await jobs.report("v1.1.1", "completed", evidence)).toMatchObject({ outcome: "completed" });

  const { record, live, facts } = await jobs.record("v1.1.1");
  expect([live, record.settled?.outcome]).toEqual([false, "completed"]);
  expect(record.validation).toMatchObject({ status: "passed", sha: record.tag?.sha });
  // Run again, each job finds nothing to do.
  expect((await jobs.leg("v1.1.1", "validation")).evidence.outcomes).toEqual([]);
  expect(await jobs.report("v1.1.1", "completed", evidence)).toMatchObject({ outcome: "completed" });
  expect((await jobs.record("v1.1.1")).facts).toEqual(facts);
  expect(await issues(company)).toEqual([]);
}, 240_000);

it("journeys that fail there are recorded once, told to people once, and go on only by a person", async () => {
  const { company, jobs } = await at100("failed");
  const end = await jobs.leg("v1.1.1", "validation");
  expect(end).toMatchObject({ outcome: "failed", details: expect.stringContaining("pays") });
  const evidence = deliver(end);

  const both = await Promise.allSettled([
    jobs.report("v1.1.1", "completed", evidence),
    jobs.report("v1.1.1", "completed", evidence),
  ]);
  expect(both.map((one) => one.status === "fulfilled" && one.value.outcome)).toEqual(["waiting", "waiting"]);
  expect(await jobs.report("v1.1.1", "completed", evidence)).toMatchObject({
    outcome: "waiting",
    notes: [expect.stringContaining("journeys failed"), expect.stringContaining("release promote v1.1.1")],
  });

  const { record, facts, live } = await jobs.record("v1.1.1");
  expect([live, record.suspended?.waitsFor, record.settled]).toEqual([true, "decision", undefined]);
  expect(facts.filter(({ type }) => type === "validation-finished")).toHaveLength(1);
  expect(await issues(company)).toHaveLength(1);
  const woken = jobsOn(hireRunners(company.world), 7002, {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "repository_dispatch",
  });
  expect(await woken.validate({ kind: "resume", id: "v1.1.1" })).toMatchObject({ outcome: "refused" });

  // A person has them walked once more: the run goes through the same jobs.
  const later = jobsOn(hireRunners(company.world), 7003);
  expect(await later.validate({ kind: "resume", id: "v1.1.1" })).toMatchObject({
    outcome: "go",
    resumeAt: "completed",
  });
  expect(await later.report("v1.1.1", "completed")).toMatchObject({ outcome: "completed", journeysDue: true });
  expect(await later.report("v1.1.1", "completed", await walked(later))).toMatchObject({ outcome: "waiting" });
  expect(await issues(company)).toHaveLength(1);
}, 240_000);

it("a machine that dies while it records them leaves the duty to the next run", async () => {
  const { company, jobs } = await at100("failed");
  const evidence = await walked(jobs);
  const runners = hireRunners(company.world);
  for (const step of ["validation-issue"])
    for (const phase of ["before", "after"] as const) {
      const hooks = {
        onEffect: async (at: string, name: string) => {
          if (at === phase && name.endsWith(step)) throw new Error("the machine is gone");
          await Promise.resolve();
        },
      };
      const { reportJob } = await import("#stages");
      const gone = reportJob(await runners.machine({}, hooks), {
        id: "v1.1.1",
        state: "completed",
        journeys: evidence,
      });
      await expect(gone).rejects.toThrow("the machine is gone");
    }

  // The watchdog's run: no evidence of its own is needed any more.
  expect(await jobs.report("v1.1.1", "completed")).toMatchObject({ outcome: "waiting" });
  const { record, facts } = await jobs.record("v1.1.1");
  expect(record.suspended?.waitsFor).toBe("decision");
  expect(facts.filter(({ type }) => type === "validation-finished")).toHaveLength(1);
  expect(await issues(company)).toHaveLength(1);
}, 240_000);
