import { setTimeout as pause } from "node:timers/promises";

import { expect } from "@jest/globals";

import { inAct, recordOf, serving, start, withAisha } from "./suite.ts";

const config = ".github/release-command.yml";
const repository = { id: 1, default_branch: "main" };
const scheduled = { schedule: "7,37 * * * *", repository };
const wakeOf = (release: string) => ({ type: "release-command", payload: { release } });

inAct(
  "a merge wakes the release that waits for it; a fork with the same branch name wakes nobody",
  { edits: { [config]: (text) => text.replace("wait: 10s", "wait: 1s") } },
  async (opened) => {
    await opened.dispatch(start);
    const pull = await opened.world.approveWhenOpened("aisha");
    await opened.world.merge("aisha", pull.number);
    const closed = (head: object) => ({
      action: "closed",
      repository,
      pull_request: {
        number: pull.number,
        head: { ref: pull.head, repo: head },
        base: { ref: "main", repo: repository },
      },
    });

    const ofFork = await opened.happens("pull_request", closed({ id: 2 }), "marcus");
    expect(ofFork.jobs).toEqual({});
    const run = await opened.happens("pull_request", closed(repository), "aisha");
    expect(run).toMatchObject({ succeeded: true, jobs: { watchdog: "success" } });
    expect(await opened.woken()).toEqual([wakeOf("v1.1.0")]);

    await opened.happens("pull_request", closed(repository), "aisha");
    expect(await opened.woken()).toEqual([]);
    expect(await opened.wake("v1.1.0")).toMatchObject({ succeeded: true, jobs: { completed: "success" } });
    expect((await recordOf(opened, "v1.1.0")).record.state).toBe("completed");
  },
);

inAct(
  "a review wakes the release that waits for it",
  { edits: { [config]: (text) => text.replace("wait: 10s", "wait: 1s") } },
  async (opened) => {
    await opened.dispatch(start);
    const { number, head } = await opened.world.approveWhenOpened("aisha");
    const submitted = {
      action: "submitted",
      repository,
      review: { state: "approved" },
      pull_request: { number, head: { ref: head, repo: repository }, base: { ref: "main", repo: repository } },
    };

    expect(await opened.happens("pull_request_review", submitted, "aisha")).toMatchObject({
      succeeded: true,
      jobs: { watchdog: "success" },
    });
    expect(await opened.woken()).toEqual([wakeOf("v1.1.0")]);
    expect(await opened.wake("v1.1.0")).toMatchObject({ succeeded: true, jobs: { completed: "success" } });
  },
);

inAct("a push of the fix wakes its hotfix", {}, async (opened) => {
  await opened.dispatch({ command: "start", type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" });
  const pushed = { ref: "refs/heads/hotfix/1.0.1", repository };
  await opened.happens("push", pushed);
  expect(await opened.woken()).toEqual([]);

  await opened.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  expect(await opened.happens("push", pushed, "marcus")).toMatchObject({ succeeded: true });

  expect(await opened.woken()).toEqual([wakeOf("v1.0.1")]);
  const run = await withAisha(opened, () => opened.wake("v1.0.1"));
  expect(run).toMatchObject({ succeeded: true, jobs: { production_canary: "success", completed: "success" } });
});

inAct(
  "the schedule wakes a release whose machine died in production",
  { edits: { [config]: (text) => text.replace("stepTime: 50ms", "stepTime: 4s") } },
  async (opened) => {
    const death = new AbortController();
    const watch = async (): Promise<void> => {
      while (!(await serving(opened, "production")).includes("1.1.0")) await pause(50);
      death.abort();
    };
    await Promise.all([withAisha(opened, () => opened.dispatch(start, { of: "machine", at: death.signal })), watch()]);
    expect(await opened.happens("schedule", scheduled, "github-actions[bot]")).toMatchObject({ succeeded: true });
    expect(await opened.woken()).toEqual([]);

    await opened.later();
    const seen = await opened.happens("schedule", scheduled, "github-actions[bot]");
    expect(seen).toMatchObject({ succeeded: true, jobs: { watchdog: "success" } });
    expect(await opened.woken()).toEqual([wakeOf("v1.1.0")]);
    expect(await opened.wake("v1.1.0")).toMatchObject({ succeeded: true, jobs: { completed: "success" } });
    expect(await serving(opened, "production")).toEqual(["1.1.0"]);
  },
);
