import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";

import type { Forge } from "#forge";

import { startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
});
afterEach(async () => world.rewind());
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.stop();
  expect(badAnswers).toEqual([]);
});

const questions: readonly (readonly [name: string, ask: (forge: Forge) => Promise<unknown>])[] = [
  ["by which pull requests commits came", (forge) => forge.changesOf([world.shas.one])],
  ["which checks a commit has", (forge) => forge.ciChecks(world.shas.one)],
  ["which issues block", (forge) => forge.openIssues(["release-blocker"])],
];

const refused = { type: "FORBIDDEN", message: "Resource not accessible by integration" };

describe.each(questions)("%s", (_name, ask) => {
  it.each<[string, Parameters<ForgeWorld["admin"]["fault"]>[0]["action"], string]>([
    ["500", { status: 500 }, "remote"],
    ["403", { status: 403 }, "permission"],
    ["a limit", { status: 403, headers: { "retry-after": "1" } }, ""],
    ["429", { status: 429, headers: { "retry-after": "1" } }, ""],
    ["a reset", "reset", "remote"],
    ["a refusal of all", { status: 200, body: { data: { repository: null }, errors: [refused] } }, "remote"],
    ["a refusal of a part", { status: 200, body: { data: { repository: { c0: null } }, errors: [refused] } }, "remote"],
  ])("is a fault after %s, never an empty answer", async (_what, action, code) => {
    await world.admin.fault({ match: { path: "/graphql" }, action });

    await expect(ask(world.open())).rejects.toMatchObject({
      name: "ReleaseFault",
      code: code === "" ? expect.stringMatching(/^(remote|permission)$/) : code,
      hint: expect.stringMatching(/\w/),
    });
  });
});

it("the checks of a commit are those that its own CI reported, in the newest word", async () => {
  const status = async (state: string) =>
    world.act("token-of-ann", "POST", `/statuses/${world.shas.one}`, { state, context: "ci" });
  await status("pending");
  await status("failure");

  expect(await world.open().ciChecks(world.shas.one)).toMatchObject([{ name: "ci", state: "failure" }]);
  expect(await world.open().ciChecks(world.shas.two)).toEqual([]);
});

it("only open issues with a blocking label block, each once", async () => {
  for (const labels of [["blocker", "urgent"], ["later"]])
    await world.act("token-of-ann", "POST", "/issues", { title: labels.join(), labels });

  const found = await world.open().openIssues(["blocker", "urgent"]);

  expect(found).toMatchObject([{ title: "blocker,urgent", url: expect.stringContaining("/issues/") }]);
  expect(await world.open().openIssues([])).toEqual([]);
});
