import { expect } from "@jest/globals";

import { narrowJourneys } from "../jobs/roads.ts";
import { inAct, recordOf, serving, withAisha } from "./suite.ts";

const hotfix = { command: "start", type: "hotfix", version: "1.0.2", from: "v1.0.1", to: "main" } as const;

inAct(
  "a hotfix waits for its fix, takes the fast track to production, and walks the rest of its journeys there",
  {},
  async (opened) => {
    await narrowJourneys(opened.world);
    const first = await opened.dispatch(hotfix);
    expect(first).toMatchObject({ succeeded: true, jobs: { initiated: "success" } });
    expect(await recordOf(opened, "v1.0.2")).toMatchObject({ live: true, record: { suspended: { waitsFor: "fix" } } });

    await opened.push("hotfix/1.0.2", "fix: say thank you", { "thanks.txt": "thank you\n" });
    const run = await withAisha(opened, () => opened.dispatch({ command: "resume", release: "v1.0.2" }));

    expect(run).toMatchObject({
      succeeded: true,
      jobs: { quality_gates_fast: "success", review: "success", approval: "success", production_canary: "success" },
    });
    expect(run.jobs).toMatchObject({ completed: "success", validation: "success", validated: "success" });
    expect(Object.keys(run.jobs)).not.toContain("staging");
    expect(await recordOf(opened, "v1.0.2")).toMatchObject({
      live: false,
      record: { state: "completed", validation: { status: "passed" } },
    });
    expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.0.0"], ["1.0.2"]]);
  },
);
