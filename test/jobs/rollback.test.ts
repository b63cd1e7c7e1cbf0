import { expect, it } from "@jest/globals";

import { rollbackManual, rollbackNet } from "#stages";

import { release, startIn } from "../crash/release.ts";
import { foundCompany } from "../releases/company.ts";
import { hireRunners } from "./runners.ts";

it("the rollback of a completed release, killed before traffic moved, is finished by the net after it", async () => {
  const company = await foundCompany();
  await startIn(company.world, company.home, async () => {});
  const runners = hireRunners(company.world);
  const dying = await runners.machine(
    {},
    {
      onEffect: async (phase, step) => {
        if (phase === "before" && step.includes("revert-traffic")) throw new Error("the runner is gone");
      },
    },
  );
  await expect(rollbackManual(dying, { id: release, reason: "orders fail", requestId: "r1" })).rejects.toThrow(
    "the runner is gone",
  );
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });

  expect(await rollbackNet(await runners.machine(), release)).toMatchObject({
    id: "v1.1.0-rollback",
    outcome: "rolled_back",
  });

  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  expect(await rollbackNet(await runners.machine(), release)).toMatchObject({ outcome: "verified" });
}, 120_000);
