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

async function apps(): Promise<void> {
  const logins = ["github-actions[bot]", "other-ci[bot]"];
  for (const login of logins) await world.admin.user({ login, token: `token-of-${login}` });
  const users = { robot: "admin", ann: "write", ...Object.fromEntries(logins.map((login) => [login, "write"])) };
  await world.admin.repository({ owner: "acme", name: "shop", users });
}

const report = async (app: string, body: Readonly<Record<string, string>>) =>
  world.act(`token-of-${app}[bot]`, "POST", "/check-runs", { name: "CI / unit", head_sha: world.shas.one, ...body });

it("tells the newest run of each name and app on a commit, and none of another commit", async () => {
  await apps();
  await report("github-actions", { conclusion: "failure" });
  await report("github-actions", { conclusion: "success" });
  await report("other-ci", { status: "in_progress" });
  await report("github-actions", { conclusion: "failure", head_sha: world.shas.two });

  const runs = await world.open().checkRuns(world.shas.one);

  const { one: sha } = world.shas;
  const name = "CI / unit";
  expect(runs.toSorted((a, b) => a.app.localeCompare(b.app))).toEqual([
    { name, app: "github-actions", sha, state: "success", url: expect.stringContaining("/acme/shop/runs/") },
    { name, app: "other-ci", sha, state: "pending", url: expect.stringContaining("/acme/shop/runs/") },
  ]);
});

it("finds every run where they fill more than a page", async () => {
  await apps();
  for (let job = 0; job < 101; job += 1) await report("github-actions", { name: `job ${job}`, conclusion: "success" });

  expect(await world.open().checkRuns(world.shas.one)).toHaveLength(101);
});

it.each([
  [403, "permission", "checks: read"],
  [500, "remote", ""],
])("is a fault when GitHub answers %d: nobody knows then", async (status, code, hint) => {
  await world.admin.fault({ match: { path: "/check-runs" }, action: { status } });

  await expect(world.open().checkRuns(world.shas.one)).rejects.toMatchObject({
    code,
    hint: expect.stringContaining(hint),
  });
});
