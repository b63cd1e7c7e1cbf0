import { expect, it } from "@jest/globals";

import {
  askFor,
  reviewJob,
  rollbackManual,
  rollbackNet,
  validateJob,
  wakeByEvent,
  watchJob,
  type Sighting,
  type Workplace,
} from "#stages";

import { isForeign } from "../../actions/watch/foreign.ts";
import { approved, beforeStep, start } from "../releases/drivers.ts";
import { foundCompany, impatient, type Company } from "../releases/company.ts";
import { answer } from "../support/people.ts";
import { deliver, hireRunners, jobsOn, standard, type Runners } from "./runners.ts";

const repository = { owner: "acme", name: "shop" };
const minuteMs = 60_000;

let watches = 0;

/** One look of the watchdog, in a run of its own. */
async function look(runners: Runners): Promise<readonly Sighting[]> {
  watches += 1;
  const machine = await runners.machine({ GITHUB_RUN_ID: String(9000 + watches) });
  return watchJob(machine, wakeByEvent(machine));
}

async function woken({ admin }: Company): Promise<readonly unknown[]> {
  return (await admin.events(repository)).map(({ payload }) => payload);
}

/** A machine of a run that our own event started: its actor has no role. */
async function wokenMachine(
  runners: Runners,
  event = "repository_dispatch",
  actor = "github-actions[bot]",
): Promise<Workplace> {
  return runners.machine({
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_EVENT_NAME: event,
    GITHUB_RUN_ID: "7002",
  });
}

/** A release that waits for its approval; its run is over. */
async function waiting(): Promise<{ readonly company: Company; readonly runners: Runners }> {
  const company = await foundCompany({ settings: impatient });
  const runners = hireRunners(company.world);
  const jobs = jobsOn(runners);
  await jobs.validate(standard);
  const evidence = [deliver(await jobs.leg("v1.1.0", "all"))];
  const end = await reviewJob(await runners.machine(), { id: "v1.1.0", evidence, gatesResult: "success" });
  expect(end.outcome).toBe("waiting");
  return { company, runners };
}

/** What GitHub says of the run that drove it. */
async function runIs(company: Company, status: "in_progress" | "completed"): Promise<void> {
  const sha = (await company.refs()).get("main") ?? "";
  await company.admin.run({ ...repository, id: 7001, sha, branch: "main", actor: "sarah", status });
}

const ours = { id: 1 };
const pullOf = (head: unknown, base: unknown = { repo: ours }) => ({ pull_request: { head, base } });

it.each<[string, unknown, boolean]>([
  ["the schedule", { schedule: "7 * * * *" }, false],
  ["a push", { ref: "refs/heads/hotfix/1.0.1" }, false],
  ["an own branch", pullOf({ repo: ours }), false],
  ["a fork", pullOf({ repo: { id: 2 } }), true],
  ["a fork that is gone", pullOf({ repo: null }), true],
  ["no repository at all", pullOf({ repo: null }, { repo: null }), true],
  ["another shape", { pull_request: "release/1.1.0" }, true],
])("takes %s for what it is", (_, event, foreign) => {
  expect(isForeign(event)).toBe(foreign);
});

it("wakes an approved release once, however many look, and later and later when nothing comes of it", async () => {
  const { company, runners } = await waiting();
  const { world, admin } = company;
  expect(await look(runners)).toMatchObject([{ id: "v1.1.0", did: "left", reason: /1 more approval/ }].map(matching));

  await world.approveWhenOpened("aisha");
  await runIs(company, "in_progress");
  expect(await look(runners)).toMatchObject([{ did: "left", reason: "run 7001 is under way" }]);
  await runIs(company, "completed");
  const both = await Promise.all([look(runners), look(runners)]);
  expect(both.flatMap((seen) => seen.map(({ did }) => did)).toSorted()).toEqual(["left", "woke"]);
  expect(await woken(company)).toEqual([{ release: "v1.1.0" }]);

  const later: string[] = [];
  for (const minutes of [0, 6, 6, 6, 11, 11]) {
    await admin.clock({ advanceMs: minutes * minuteMs });
    later.push((await look(runners))[0]?.did ?? "");
  }
  expect(later).toEqual(["left", "woke", "left", "woke", "left", "woke"]);

  await expect(
    validateJob(await wokenMachine(runners, "workflow_dispatch"), { kind: "resume", id: "v1.1.0" }),
  ).rejects.toMatchObject({ code: "permission" });
  expect(await validateJob(await wokenMachine(runners), { kind: "resume", id: "v1.1.0" })).toMatchObject({
    outcome: "go",
    resumeAt: "review",
  });
  await expect(validateJob(await wokenMachine(runners), standard)).rejects.toMatchObject({ code: "permission" });
  expect(
    await reviewJob(await wokenMachine(runners), { id: "v1.1.0", evidence: [], gatesResult: "success" }),
  ).toMatchObject({
    outcome: "go",
  });
}, 120_000);

const matching = ({ reason, ...rest }: { readonly reason: RegExp; readonly [key: string]: unknown }) => ({
  ...rest,
  reason: expect.stringMatching(reason) as unknown,
});

it("leaves a held release to people, and wakes it when one has asked for more", async () => {
  const { company, runners } = await waiting();
  const machine = await runners.machine();
  await askFor(machine, "v1.1.0", { kind: "hold", id: "h1", reason: "freeze" });
  await reviewJob(await runners.machine(), { id: "v1.1.0", evidence: [], gatesResult: "success" });

  expect(await look(runners)).toMatchObject([{ did: "left", reason: "Held by sarah: freeze" }]);
  expect(await validateJob(await wokenMachine(runners), { kind: "resume", id: "v1.1.0" })).toMatchObject({
    outcome: "refused",
  });
  await askFor(machine, "v1.1.0", { kind: "promote", id: "p1", reason: "go" });
  expect(await look(runners)).toMatchObject([
    { did: "woke", reason: "a request waits, and nobody drives the release" },
  ]);
  expect(await validateJob(await wokenMachine(runners), { kind: "resume", id: "v1.1.0" })).toMatchObject({
    outcome: "go",
  });
  expect(await woken(company)).toHaveLength(1);
});

it("whoever may write and sends the event makes go on what may go on anyway, and nothing else", async () => {
  const { company, runners } = await waiting();
  const machine = await wokenMachine(runners, "repository_dispatch", "marcus");
  const id = "v1.1.0";
  const wanted = { id, reason: "mine", requestId: "r1" };
  for (const act of [
    async () => validateJob(machine, { ...standard, start: { ...standard.start, version: "1.2.0" } }),
    async () => rollbackManual(machine, wanted),
    async () => askFor(machine, id, { kind: "promote", id: "p1", reason: "mine" }),
    async () => askFor(machine, id, { kind: "abort", id: "a1", reason: "mine" }),
  ])
    await expect(act()).rejects.toMatchObject({
      code: "permission",
      message: expect.stringMatching(/^marcus may not/) as unknown,
    });

  // It waits for its approval as before.
  expect(await validateJob(machine, { kind: "resume", id })).toMatchObject({ outcome: "go", resumeAt: "review" });
  expect(await reviewJob(machine, { id, evidence: [], gatesResult: "success" })).toMatchObject({ outcome: "waiting" });
  const { record } = await jobsOn(runners).record(id);
  expect([record.state, record.requests, record.merge]).toEqual(["review", [], undefined]);
  const noted = await machine.journal.denied();
  expect(noted.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(await woken(company)).toEqual([]);
});

it("wakes what was closed, what expired and what was interrupted; tells of what it cannot wake", async () => {
  const { company, runners } = await waiting();
  const { admin } = company;
  await admin.clock({ advanceMs: 31 * 24 * 60 * minuteMs });
  expect(await look(runners)).toMatchObject([{ did: "woke", reason: expect.stringContaining("its wait ended at") }]);

  await admin.clock({ advanceMs: 61 * minuteMs });
  const [pull] = await company.pulls();
  await company.api("sarah", "PATCH", `pulls/${pull?.number ?? 0}`, { state: "closed" });
  await admin.fault({ match: { method: "POST", path: "/dispatches" }, action: { status: 403 } });
  const [seen] = await look(runners);
  expect(seen).toMatchObject({ id: "v1.1.0", did: "fault", fault: { code: "permission" } });
  await admin.clearFaults();
});

it("wakes a hotfix when its fix is there, and not before", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  const hotfix = { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" } as const;
  await validateJob(await runners.machine(), { kind: "start", start: hotfix });
  expect(await look(runners)).toMatchObject([{ did: "left", reason: "hotfix/1.0.1 has no commit beyond v1.0.0" }]);

  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });

  expect(await look(runners)).toMatchObject([{ did: "woke", reason: "hotfix/1.0.1 has a commit beyond v1.0.0" }]);
  const machine = await wokenMachine(runners);
  expect(await validateJob(machine, { kind: "resume", id: "v1.0.1" })).toMatchObject({
    resumeAt: "quality_gates_fast",
  });
});

it("wakes a release whose run died, at once, and not when it is over", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  const jobs = jobsOn(runners);
  await jobs.validate(standard);
  const evidence = [deliver(await jobs.leg("v1.1.0", "all"))];
  await jobs.review("v1.1.0", evidence, "failure");
  expect(await look(runners)).toMatchObject([{ did: "woke", reason: "the gates ended failure" }]);
  await jobs.review("v1.1.0", evidence);
  await jobs.staging("v1.1.0");
  expect(await look(runners)).toMatchObject([{ did: "woke", reason: expect.stringContaining("without a word") }]);
  await jobs.production("v1.1.0");
  await answer(company.world, "approved", { over: true });
  expect(await look(runners)).toMatchObject([{ did: "woke", reason: expect.stringContaining("before its duties") }]);
  await jobs.report("v1.1.0", "completed");
  expect(await look(runners)).toEqual([]);
}, 120_000);

it("wakes a rollback of its own that died, which the net then ends", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  await approved(company, () => start(company));
  const lost = beforeStep("git-revert", async () => Promise.reject(new Error("the runner is gone")));
  const wish = { id: "v1.1.0", reason: "orders fail", requestId: "r1" };
  await expect(rollbackManual(await runners.machine({}, lost), wish)).rejects.toThrow("the runner is gone");
  expect(await look(runners)).toMatchObject([{ id: "v1.1.0-rollback", did: "woke" }]);
  expect(await validateJob(await wokenMachine(runners), { kind: "resume", id: "v1.1.0-rollback" })).toMatchObject({
    outcome: "go",
    type: "rollback",
    resumeAt: "rolled_back",
  });
  expect(await rollbackNet(await wokenMachine(runners), "v1.1.0")).toMatchObject({
    id: "v1.1.0-rollback",
    outcome: "rolled_back",
  });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  expect(await rollbackNet(await wokenMachine(runners), "v1.1.0")).toMatchObject({ outcome: "verified" });
}, 120_000);
