import { setTimeout as pause } from "node:timers/promises";

import { expect } from "@jest/globals";

import { breakByHand } from "../support/broken.ts";
import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

const id = "v1.1.0-redeploy-production";
const again = { command: "redeploy", environment: "production", reason: "somebody broke it" } as const;
const broken = { version: "v1.0.0", gone: "v1.1.0" } as const;
const config = ".github/release-command.yml";

inAct(
  "the form brings up the last good version again; the watchdog wakes one that died with its machine",
  { edits: { [config]: (text) => text.replace("watch: 100ms", "watch: 4s") } },
  async (opened) => {
    expect(await withAisha(opened, () => opened.dispatch(start))).toMatchObject({ succeeded: true });
    await breakByHand(opened.world, broken);
    expect(await serving(opened, "production")).toEqual(["1.0.0"]);

    const run = await opened.dispatch(again);

    expect(run).toMatchObject({ succeeded: true, jobs: { redeploy: "success" } });
    expect(Object.keys(run.jobs)).not.toContain("initiated");
    expect(await serving(opened, "production")).toEqual(["1.1.0"]);
    const { live, record } = await recordOf(opened, id);
    expect([live, record.settled?.outcome]).toEqual([false, "redeployed"]);
    const { git } = await opened.look();
    const report = await git.readFile("refs/remotes/origin/release-journal", `docs/releases/${id}.md`);
    expect(report).toContain("# Release v1.1.0: re-deployed");

    await breakByHand(opened.world, broken);
    const death = new AbortController();
    const watch = async (): Promise<void> => {
      while (!(await serving(opened, "production")).includes("1.1.0")) await pause(50);
      death.abort();
    };
    await Promise.all([opened.dispatch(again, { of: "machine", at: death.signal }), watch()]);
    expect(await recordOf(opened, `${id}_2`)).toMatchObject({ live: true });
    await opened.later();
    await opened.happens(
      "schedule",
      { schedule: "7,37 * * * *", repository: { id: 1, default_branch: "main" } },
      "github-actions[bot]",
    );
    expect(await opened.woken()).toEqual([
      { type: "release-command", payload: { release: `${id}_2`, redeploy: "production" } },
    ]);

    const woken = await opened.wake(`${id}_2`, "production");

    expect(woken).toMatchObject({ succeeded: true, jobs: { redeploy: "success" } });
    expect(Object.keys(woken.jobs)).not.toContain("initiated");
    expect((await recordOf(opened, `${id}_2`)).record.settled?.outcome).toBe("redeployed");
  },
);
