import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

const allowedMs = 60_000;

inAct("a release called by another repository goes through every job to the end, in time", {}, async (opened) => {
  const run = await withAisha(opened, () => opened.dispatch(start));

  expect(run.log).not.toContain("❌");
  expect(run).toMatchObject({
    succeeded: true,
    jobs: {
      initiated: "success",
      quality_gates: "success",
      review: "success",
      staging: "success",
      approval: "success",
      production: "success",
      completed: "success",
    },
  });
  expect(Object.keys(run.jobs)).not.toContain("rolled_back");
  expect(opened.artifacts(run)).toEqual(["evidence-all-1"]);
  expect((await recordOf(opened, "v1.1.0")).record.state).toBe("completed");
  expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.1.0"], ["1.1.0"]]);
  console.info(`a whole release in act took ${(run.tookMs / 1000).toFixed(1)} s`);
  expect(run.tookMs).toBeLessThan(allowedMs);
});
