import { expect, it } from "@jest/globals";

import { reviewJob } from "#stages";

import { deliver, hireRunners, jobsOn, standard } from "../jobs/runners.ts";
import { foundCompany, impatient } from "./company.ts";
import { read, release } from "./drivers.ts";

it("release watch tells what may go on, and with --resume goes on with it here, once", async () => {
  const company = await foundCompany({ settings: impatient });
  const runners = hireRunners(company.world);
  const jobs = jobsOn(runners);
  await jobs.validate(standard);
  const evidence = [deliver(await jobs.leg("v1.1.0", "all"))];
  await reviewJob(await runners.machine(), { id: "v1.1.0", evidence, gatesResult: "success" });
  const waits = await release(company, ["watch"]).ended;
  expect([waits.code, waits.output]).toEqual([
    0,
    expect.stringContaining("v1.1.0 (review) waits: the pull request needs"),
  ]);

  await company.world.approveWhenOpened("aisha");
  const may = await release(company, ["watch"]).ended;
  expect([may.code, may.output]).toEqual([
    3,
    expect.stringContaining("may go on: pull request 1 is approved\n  release resume v1.1.0"),
  ]);
  const went = await release(company, ["watch", "--resume"]).ended;

  expect([went.code, went.output]).toEqual([0, expect.stringContaining("v1.1.0 (review) went on")]);
  expect((await read(company, "v1.1.0")).record.state).toBe("completed");
  expect((await release(company, ["watch", "--resume"]).ended).output).toContain("No release is under way.");
}, 120_000);
