import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";

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

const shop = { owner: "acme", name: "shop" };
const users = { robot: "admin", ann: "write" };

async function runWith(
  approvals: NonNullable<Parameters<ForgeWorld["admin"]["run"]>[0]["approvals"]>,
): Promise<string> {
  await world.admin.run({ ...shop, id: 77, sha: world.shas.main, branch: "main", actor: "ann", approvals });
  return "77";
}

it("an environment is told with everything that a job waits for in it", async () => {
  const environments = [
    "bare",
    {
      name: "pre prod",
      reviewers: ["ann", "bob"],
      waitMinutes: 5,
      customRules: ["change-freeze"],
      branches: "chosen" as const,
    },
  ];
  await world.admin.repository({ ...shop, users, environments });
  const forge = world.open();

  expect(await forge.findEnvironment("pre prod")).toEqual({
    name: "pre prod",
    reviewers: ["ann", "bob"],
    waitMinutes: 5,
    customRules: ["change-freeze"],
    anyBranch: false,
  });
  expect(await forge.findEnvironment("bare")).toEqual({
    name: "bare",
    reviewers: [],
    waitMinutes: 0,
    customRules: [],
    anyBranch: true,
  });
  expect(await forge.findEnvironment("moon")).toBeUndefined();
});

it.each([
  ["/environments/staging$", 403, "permission", "actions: read"],
  ["/environments/staging$", 500, "remote", "githubstatus"],
  ["/deployment_protection_rules$", 403, "permission", "actions: read"],
  ["/deployment_protection_rules$", 500, "remote", "githubstatus"],
])("an environment that cannot be read is never called unprotected: %s %s", async (path, status, code, hint) => {
  await world.admin.fault({ match: { path }, action: { status } });

  await expect(world.open().findEnvironment("staging")).rejects.toMatchObject({
    code,
    hint: expect.stringContaining(hint),
  });
});

it("what reviewers said is told; what nobody answered yet is nothing", async () => {
  const said = { environment: "staging", author: "ann" };
  const run = await runWith([
    { ...said, state: "approved" },
    { ...said, state: "rejected", comment: "not today" },
    { ...said, state: "pending" },
  ]);
  const forge = world.open();

  expect(await forge.approvalsOf(run)).toEqual([
    { state: "approved", by: "ann", environments: ["staging"], comment: "" },
    { state: "rejected", by: "ann", environments: ["staging"], comment: "not today" },
  ]);
  expect(await forge.approvalsOf("78")).toEqual([]);
});

it.each([403, 500])("an answer that cannot be read is no approval: %s", async (status) => {
  const run = await runWith([{ environment: "staging", author: "ann", state: "approved" }]);
  await world.admin.fault({ match: { path: "/approvals$" }, action: { status } });

  await expect(world.open().approvalsOf(run)).rejects.toThrow(/Could not read approvals/);
});

it("a wake arrives though its first answer was lost", async () => {
  await world.admin.fault({ match: { path: "/dispatches$" }, times: 1, action: { status: 502 }, applied: "after" });

  await world.open().sendEvent("release-command", { release: "v1.0.0" });

  const sent = await world.admin.events(shop);
  expect(sent).toMatchObject([1, 2].map(() => ({ type: "release-command", payload: { release: "v1.0.0" } })));
});
