import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

const redUnitTests = {
  "checks/unit.xml": (xml: string) =>
    xml
      .replace('failures="0"', 'failures="1"')
      .replace(
        'time="0.001"/></testsuite>',
        'time="0.001"><failure message="adds up wrongly"/></testcase></testsuite>',
      ),
};

inAct("a red gate ends the release before anything is deployed", { edits: redUnitTests }, async (opened) => {
  const run = await opened.dispatch(start);

  expect(run).toMatchObject({
    succeeded: false,
    jobs: { quality_gates: "success", review: "failure", failed: "success" },
  });
  for (const job of ["staging", "approval", "production"]) expect(Object.keys(run.jobs)).not.toContain(job);
  expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "failed" } });
  expect(await opened.world.findOpen()).toBeUndefined();
  expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.0.0"], ["1.0.0"]]);
});

inAct("a version that fails in production is rolled back", { fault: "production-errors" }, async (opened) => {
  const run = await withAisha(opened, () => opened.dispatch(start));

  expect(run).toMatchObject({
    succeeded: false,
    jobs: { staging: "success", approval: "success", production: "failure", rolled_back: "success" },
  });
  expect(Object.keys(run.jobs)).not.toContain("completed");
  expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "rolled_back" } });
  expect(await serving(opened, "production")).toEqual(["1.0.0"]);
});
