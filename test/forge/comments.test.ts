import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
});
afterAll(async () => {
  const { badAnswers, badRequests } = await world.admin.report();
  await world.stop();
  expect([badAnswers, badRequests]).toEqual([[], []]);
});

it("of many who comment at one instant one comment stays, and whoever writes last is read", async () => {
  const slow = { match: { method: "GET", path: "/issues/1/comments" }, action: { delayMs: 60 } } as const;
  await world.admin.fault(slow);

  await Promise.all([1, 2, 3, 4].map((run) => world.open().ensureComment(1, "release-command v1.1.0", `run ${run}`)));
  await world.admin.clearFaults();

  const all = await world.read<readonly { readonly body: string }[]>("/issues/1/comments");
  expect(all.map(({ body }) => body)).toEqual([expect.stringMatching(/^<!-- release-command v1\.1\.0 -->\nrun \d$/)]);
  await world.open().ensureComment(1, "release-command v1.1.0", "the last");
  expect(await world.read("/issues/1/comments")).toMatchObject([{ body: expect.stringContaining("the last") }]);
});
