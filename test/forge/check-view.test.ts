import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";

import { mishaps, startForgeWorld, type ForgeWorld } from "./world.ts";

const app = "github-actions[bot]";
const token = `token-of-${app}`;

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
  await world.admin.user({ login: app, token });
  const users = { robot: "admin", ann: "write", [app]: "write" };
  await world.admin.repository({ owner: "acme", name: "shop", users });
  await world.keep();
});
afterEach(async () => world.rewind());
afterAll(async () => {
  const { badAnswers, badRequests } = await world.admin.report();
  await world.stop();
  expect([...badAnswers, ...badRequests]).toEqual([]);
});

const verdict = (conclusion: "success" | "failure") => ({
  sha: world.shas.one,
  release: "v1.0.0",
  conclusion,
  title: `v1.0.0: ${conclusion}`,
  summary: "| Gate | Result |",
  annotations: Array.from({ length: 60 }, (_, line) => ({
    file: "src/a.ts",
    line: line + 1,
    title: "t".repeat(300),
    message: "m",
  })),
  detailsUrl: "https://example.test/run/7",
});

interface Runs {
  readonly check_runs: readonly {
    readonly name: string;
    readonly conclusion: string;
    readonly external_id: string;
    readonly details_url: string;
    readonly output: { readonly title: string };
  }[];
}

const shown = async () =>
  (await world.read<Runs>(`/commits/${world.shas.one}/check-runs?filter=all`)).check_runs.map(
    ({ name, conclusion, external_id: release, details_url: details, output }) => ({
      name,
      conclusion,
      release,
      details,
      title: output.title,
    }),
  );

const expected = (conclusion: string) => ({
  name: "release gates",
  conclusion,
  release: "v1.0.0",
  details: "https://example.test/run/7",
  title: `v1.0.0: ${conclusion}`,
});

it("shows a verdict once, and another one after it", async () => {
  for (const forge of [world.open(token), world.open(token)])
    expect(await forge.ensureCheck(verdict("failure"))).toBe("shown");
  expect(await shown()).toEqual([expected("failure")]);

  await world.open(token).ensureCheck(verdict("success"));
  expect((await world.open().checkRuns(world.shas.one)).map(({ state }) => state)).toEqual(["success"]);
});

it.each(mishaps)("makes one check when creating it goes wrong: %s", async (_, fault) => {
  await world.admin.fault({ match: { method: "POST", path: "/check-runs" }, times: 1, ...fault });

  expect(await world.open(token).ensureCheck(verdict("success"))).toBe("shown");

  expect(await shown()).toEqual([expected("success")]);
});

it("says that a person's token makes no checks, and shows nothing", async () => {
  expect(await world.open().ensureCheck(verdict("success"))).toBe("not an app");
  expect(await shown()).toEqual([]);
});

it("throws when the token of an app may not", async () => {
  const body = { message: "Resource not accessible by integration" };
  await world.admin.fault({ match: { method: "POST", path: "/check-runs" }, action: { status: 403, body } });

  await expect(world.open(token).ensureCheck(verdict("success"))).rejects.toMatchObject({ code: "permission" });
});

it("is no proof of its own: a red one neither counts as CI nor keeps a pull request from merging", async () => {
  const { two: sha } = world.shas;
  await world.open(token).ensureCheck({ ...verdict("failure"), sha });

  expect(await world.open().ciChecks(sha)).toEqual([]);
  expect((await world.open().reviewState(1)).checksNotGreen).toEqual([]);
});
