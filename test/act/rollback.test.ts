import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

inAct("a completed release is rolled back by the form", {}, async (opened) => {
  expect(await withAisha(opened, () => opened.dispatch(start))).toMatchObject({ succeeded: true });
  expect(await serving(opened, "production")).toEqual(["1.1.0"]);

  const run = await opened.dispatch({ command: "rollback", release: "v1.1.0", reason: "orders fail" });

  expect(run).toMatchObject({ succeeded: true, jobs: { rollback_triggered: "success", rolled_back: "success" } });
  expect(Object.keys(run.jobs)).not.toContain("initiated");
  expect(await serving(opened, "production")).toEqual(["1.0.0"]);
  expect(await recordOf(opened, "v1.1.0-rollback")).toMatchObject({ live: false, record: { state: "rolled_back" } });
  expect((await recordOf(opened, "v1.1.0")).record.state).toBe("completed");
});
