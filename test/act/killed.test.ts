import { setTimeout as pause } from "node:timers/promises";

import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";
import type { Death, Run } from "./act.ts";
import type { ActWorld } from "./world.ts";

/** The first share stays long enough to die in it. */
const slow = {
  ".github/release-command.yml": (text: string) => text.replace("stepTime: 50ms", "stepTime: 4s"),
};

/** The rehearsal is watched long enough to die in it. */
const watched = {
  ".github/release-command.yml": (text: string) => text.replace("watch: 0s", "watch: 4s"),
};

/** A run that dies while the new version has traffic in an environment. */
async function killedIn(opened: ActWorld, environment: "staging" | "production", of: Death["of"]): Promise<Run> {
  const death = new AbortController();
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    while (!(await serving(opened, environment)).includes("1.1.0")) await pause(50, undefined, { signal: over.signal });
    death.abort();
    await opened.later();
  };
  const [run] = await Promise.all([
    withAisha(opened, () => opened.dispatch(start, { of, at: death.signal })).finally(() => over.abort()),
    watch().catch((thrown: unknown) => {
      if (!over.signal.aborted) throw thrown;
    }),
  ]);
  return run;
}

inAct("a run that dies with its machine in production is continued by another run", { edits: slow }, async (opened) => {
  const dead = await killedIn(opened, "production", "machine");
  expect(dead.succeeded).toBe(false);
  expect(Object.keys(dead.jobs)).not.toContain("completed");
  expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: true, record: { state: "production" } });

  const run = await opened.wake("v1.1.0");

  expect(run).toMatchObject({
    succeeded: true,
    jobs: { initiated: "success", production: "success", completed: "success" },
  });
  for (const job of ["quality_gates", "review", "staging", "approval"])
    expect(Object.keys(run.jobs)).not.toContain(job);
  expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "completed" } });
  expect(await serving(opened, "production")).toEqual(["1.1.0"]);
});

inAct("a deploy in production that is killed is rolled back in the same run", { edits: slow }, async (opened) => {
  const run = await killedIn(opened, "production", "step");

  expect(run).toMatchObject({ succeeded: false, jobs: { production: "failure", rolled_back: "success" } });
  expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "rolled_back" } });
  expect(await serving(opened, "production")).toEqual(["1.0.0"]);
});

inAct(
  "a deploy to staging that is killed is put back in the same run, and completed by another",
  { edits: watched },
  async (opened) => {
    const dead = await killedIn(opened, "staging", "step");

    expect(dead).toMatchObject({ succeeded: false, jobs: { staging: "failure", unstage: "success" } });
    for (const job of ["approval", "production"]) expect(Object.keys(dead.jobs)).not.toContain(job);
    expect(await recordOf(opened, "v1.1.0")).toMatchObject({
      live: true,
      record: { state: "staging", suspended: { waitsFor: "interrupted" } },
    });
    expect(await serving(opened, "staging")).toEqual(["1.0.0"]);

    const run = await opened.wake("v1.1.0");

    expect(run).toMatchObject({ succeeded: true, jobs: { staging: "success", completed: "success" } });
    expect(await recordOf(opened, "v1.1.0")).toMatchObject({ live: false, record: { state: "completed" } });
    expect([await serving(opened, "staging"), await serving(opened, "production")]).toEqual([["1.1.0"], ["1.1.0"]]);
  },
);
