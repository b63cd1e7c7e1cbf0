import { expect } from "@jest/globals";

import { breakByHand } from "../support/broken.ts";
import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

const id = "v1.1.0-redeploy-production";

inAct("the form brings up the last good version of production again", {}, async (opened) => {
  expect(await withAisha(opened, () => opened.dispatch(start))).toMatchObject({ succeeded: true });
  await breakByHand(opened.world, { version: "v1.0.0", gone: "v1.1.0" });
  expect(await serving(opened, "production")).toEqual(["1.0.0"]);

  const run = await opened.dispatch({ command: "redeploy", environment: "production", reason: "somebody broke it" });

  expect(run).toMatchObject({ succeeded: true, jobs: { redeploy: "success" } });
  expect(Object.keys(run.jobs)).not.toContain("initiated");
  expect(await serving(opened, "production")).toEqual(["1.1.0"]);
  const { live, record } = await recordOf(opened, id);
  expect([live, record.settled?.outcome]).toEqual([false, "redeployed"]);
  const { git } = await opened.look();
  const report = await git.readFile("refs/remotes/origin/release-journal", `docs/releases/${id}.md`);
  expect(report).toContain("# Release v1.1.0: re-deployed");
});
