import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";

import { reportJob } from "#stages";

import { connectGitHub, createWorld, type GitHubAdmin, type World } from "../../packages/testbed/index.ts";
import { answer } from "../support/people.ts";
import { deliver, hireRunners, jobsOn, standard, type Runners } from "./runners.ts";

const id = "v1.1.0";
const resume = { kind: "resume", id } as const;
let directory = "";
let world: World;
let admin: GitHubAdmin;
let runners: Runners;
const first = () => jobsOn(runners, 7001);
const second = () => jobsOn(runners, 7002);

/** Staging is proved in run 7001, and its reviewers are asked now. */
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-approval-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  ({ admin } = await connectGitHub(world.githubUrl));
  runners = hireRunners(world);
  await first().validate(standard);
  await first().review(id, [deliver(await first().leg(id, "all"))]);
  expect(await first().staging(id)).toMatchObject({ outcome: "go" });
  await admin.snapshot(path.join(directory, "asked"));
});

beforeEach(async () => {
  await admin.clearFaults();
  await admin.restore(path.join(directory, "asked"));
});

afterAll(async () => {
  const { badAnswers } = await admin.report();
  await world.stop();
  await rm(directory, { recursive: true, force: true });
  expect(badAnswers).toEqual([]);
});

const woken = async () => (await admin.events({ owner: "acme", name: "shop" })).map(({ payload }) => payload);

it("production is not touched while nobody approved this release, whatever let the job begin", async () => {
  await answer(world, "approved", { run: 7001, environment: "hotfix-approval" });
  await answer(world, "approved", { run: 7999 });

  expect(await first().productionUnasked(id)).toMatchObject({
    outcome: "untouched",
    notes: [expect.stringMatching(/nobody approved v1\.1\.0 in production-approval.*\/settings\/environments/)],
  });

  const { record } = await first().record(id);
  expect(record.touched.has("production")).toBe(false);
  expect(record.suspended?.waitsFor).toBe("decision");
  expect(await first().report(id, "failed")).toMatchObject({ outcome: "waiting" });
  expect(await second().validate(resume)).toMatchObject({ outcome: "go", resumeAt: "staging", approval: "ask" });
  expect((await first().record(id)).record.suspended).toBeUndefined();
});

it("production is not touched while the approvals cannot be read", async () => {
  await answer(world, "approved");
  await admin.fault({ match: { path: "/approvals$" }, action: { status: 403 } });

  await expect(first().productionUnasked(id)).rejects.toMatchObject({ code: "permission" });

  expect((await first().record(id)).record.touched.has("production")).toBe(false);
});

it("an approval of this commit in an earlier run is given; it is recorded with its run, and looked at again", async () => {
  await answer(world, "approved", { run: 7001 });

  expect(await second().validate(resume)).toMatchObject({ outcome: "go", resumeAt: "production", approval: "given" });

  const { record, facts } = await first().record(id);
  const given = { by: ["aisha"], environment: "production-approval", runId: "7001", sha: record.tag?.sha };
  expect(record.productionApproval).toMatchObject(given);
  await second().validate(resume);
  expect((await first().record(id)).facts).toHaveLength(facts.length);
  await answer(world, "nothing", { run: 7001 });
  expect(await second().productionUnasked(id)).toMatchObject({ outcome: "untouched" });
  await answer(world, "approved", { run: 7001 });
  expect(await second().productionUnasked(id)).toMatchObject({ outcome: "verified" });
});

it("a refusal ends the release; staging goes back in a run that is woken for it, once", async () => {
  await answer(world, "rejected", { comment: "the campaign starts today" });

  expect(await first().report(id, "failed")).toMatchObject({
    outcome: "failed",
    notes: ["Production was refused by aisha: the campaign starts today", expect.stringContaining("v1.0.0")],
  });

  expect(await woken()).toEqual([{ release: id }]);
  expect(await first().record(id)).toMatchObject({ live: true, record: { state: "failed" } });
  expect(await first().productionUnasked(id)).toMatchObject({ outcome: "untouched" });
  expect(await second().validate(resume)).toMatchObject({ outcome: "go", resumeAt: "failed" });
  await expect(second().report(id, "failed")).rejects.toThrow("staging is not back on v1.0.0 yet");
  expect(await second().unstage(id)).toMatchObject({ outcome: "rolled_back" });
  expect(await second().report(id, "failed")).toMatchObject({ outcome: "failed" });
  expect(await woken()).toHaveLength(1);
  expect(await first().record(id)).toMatchObject({ live: false, record: { state: "failed" } });
});

it("a refusal whose run died before it was recorded is heard by the next one", async () => {
  await answer(world, "rejected");

  expect(await second().validate(resume)).toMatchObject({ outcome: "go", resumeAt: "failed" });

  expect((await first().record(id)).record.failure?.failureReason).toBe("Production was refused by aisha");
});

it("nobody's answer in thirty days is a refusal too", async () => {
  const machine = await runners.machine();
  const later = { ...machine.surroundings.clock, now: () => Date.now() + 31 * 86_400_000 };

  const end = await reportJob(
    { ...machine, surroundings: { ...machine.surroundings, clock: later } },
    { id, state: "failed" },
  );

  expect(end).toMatchObject({ outcome: "failed", notes: ["Nobody approved production in time", expect.anything()] });
});
