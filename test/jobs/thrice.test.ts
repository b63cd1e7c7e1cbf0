import { expect, it } from "@jest/globals";

import { deployToStaging, rollbackStaging } from "#stages";

import { foundCompany } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

it("a release whose staging job dies is put back and goes on twice; the third time it has failed", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  const jobs = jobsOn(runners);
  await jobs.validate(standard);
  await jobs.review("v1.1.0", [deliver(await jobs.leg("v1.1.0", "all"))]);

  const ends: (readonly string[])[] = [];
  for (let death = 1; death <= 3; death += 1) {
    const dying = await runners.machine(
      {},
      {
        onEffect: async (phase, step) => {
          if (phase === "before" && step.includes("staging-watch")) throw new Error("the runner is gone");
        },
      },
    );
    await expect(deployToStaging(dying, "v1.1.0")).rejects.toThrow("the runner is gone");
    const unstaged = await rollbackStaging(await runners.machine(), "v1.1.0");
    expect(await company.traffic("staging")).toEqual({ "v1.0.0": 100 });
    ends.push([unstaged.outcome, (await jobs.report("v1.1.0", "failed")).outcome]);
  }

  expect(ends).toEqual([
    ["rolled_back", "waiting"],
    ["rolled_back", "waiting"],
    ["rolled_back", "failed"],
  ]);
  const { record, live } = await jobs.record("v1.1.0");
  expect({ state: record.state, live }).toEqual({ state: "failed", live: false });
  expect(record.failure?.failureReason).toBe("Its jobs died in staging 3 times");
}, 180_000);
