import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
});
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.stop();
  expect(badAnswers).toEqual([]);
});

const wanted = { marker: "review of v1.0.0", title: "Review", body: "look", label: "hotfix-review" };

interface Found {
  readonly html_url: string;
  readonly state: string;
}

it("an issue is opened once, though its first answer is lost, and stays as people left it", async () => {
  const stranger = { title: "Mine", body: "<!-- review of v1.0.0 -->\nnot theirs", labels: ["hotfix-review"] };
  await world.act("token-of-ann", "POST", "/issues", { ...stranger, body: `said: ${stranger.body}` });
  await world.admin.fault({
    match: { method: "POST", path: "/issues$" },
    times: 1,
    action: { status: 502 },
    applied: "after",
  });

  const url = await world.open().ensureIssue(wanted);
  const [found, ...others] = (await world.read<readonly Found[]>("/issues?labels=hotfix-review")).filter(
    ({ html_url: address }) => address === url,
  );
  expect([found?.state, others]).toEqual(["open", []]);
  await world.act("token-of-ann", "PATCH", `/issues/${url.split("/").at(-1)}`, { state: "closed" });

  expect(await world.open().ensureIssue(wanted)).toBe(url);
  expect(await world.read<readonly Found[]>("/issues?labels=hotfix-review&state=all")).toHaveLength(2);
});
