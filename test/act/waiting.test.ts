import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start } from "./suite.ts";

const config = ".github/release-command.yml";
const impatient = { [config]: (text: string) => text.replace("wait: 10s", "wait: 1s") };

inAct(
  "a release that nobody approves ends its run, and goes on in another when it is woken",
  { edits: impatient },
  async (opened) => {
    const first = await opened.dispatch(start);

    expect(first).toMatchObject({ succeeded: true, jobs: { quality_gates: "success", review: "success" } });
    for (const job of ["staging", "approval", "production", "failed"])
      expect(Object.keys(first.jobs)).not.toContain(job);
    expect(await recordOf(opened, "v1.1.0")).toMatchObject({
      live: true,
      record: { state: "review", suspended: { waitsFor: "approval" } },
    });

    await opened.world.approveWhenOpened("aisha");
    const second = await opened.wake("v1.1.0");

    expect(second).toMatchObject({
      succeeded: true,
      jobs: { initiated: "success", review: "success", completed: "success" },
    });
    expect(Object.keys(second.jobs)).not.toContain("quality_gates");
    expect((await recordOf(opened, "v1.1.0")).record.state).toBe("completed");
    expect(await serving(opened, "production")).toEqual(["1.1.0"]);
  },
);
