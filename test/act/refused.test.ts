import { expect } from "@jest/globals";

import { connectGitHub } from "../../packages/testbed/index.ts";
import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

inAct(
  "a release that reviewers refuse fails, and staging goes back in the run that is woken for it",
  { reviewers: "refuse" },
  async (opened) => {
    const first = await withAisha(opened, () => opened.dispatch(start));

    expect(first).toMatchObject({
      succeeded: false,
      jobs: { staging: "success", approval: "failure", failed: "success" },
    });
    expect(Object.keys(first.jobs)).not.toContain("production");
    const { live, record } = await recordOf(opened, "v1.1.0");
    expect([live, record.state]).toEqual([true, "failed"]);
    expect(record.failure?.failureReason).toBe("Production was refused by aisha: not before the campaign");
    expect(await serving(opened, "staging")).toEqual(["1.1.0"]);
    const { admin } = await connectGitHub(opened.world.githubUrl);
    const sent = await admin.events({ owner: "acme", name: "shop" });
    expect(sent).toMatchObject([{ type: "release-command", payload: { release: "v1.1.0" } }]);

    const second = await opened.wake("v1.1.0");

    expect(second).toMatchObject({ jobs: { initiated: "success", unstage: "success", failed: "success" } });
    for (const job of ["quality_gates", "review", "staging", "approval", "production"])
      expect(Object.keys(second.jobs)).not.toContain(job);
    expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "failed" } });
    expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.0.0"], ["1.0.0"]]);
  },
);
