import { expect } from "@jest/globals";

import { inAct, recordOf, serving, withAisha } from "./suite.ts";

const example = "composite.yml";
const start = { version: "1.1.0" };

inAct("a release as steps of a pipeline's own jobs goes to the end", { example }, async (opened) => {
  const run = await withAisha(opened, () => opened.dispatch(start));

  expect(run.log).not.toContain("❌");
  expect(run).toMatchObject({ succeeded: true, jobs: { staging: "success", production: "success" } });
  expect((await recordOf(opened, "v1.1.0")).record.state).toBe("completed");
  expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.1.0"], ["1.1.0"]]);
});

inAct(
  "a version that fails in production is rolled back by the steps after it",
  { example, fault: "production-errors" },
  async (opened) => {
    const run = await withAisha(opened, () => opened.dispatch(start));

    expect(run).toMatchObject({ succeeded: false, jobs: { staging: "success", production: "failure" } });
    expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "rolled_back" } });
    expect(await serving(opened, "production")).toEqual(["1.0.0"]);
  },
);
