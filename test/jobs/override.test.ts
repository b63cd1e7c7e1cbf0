import { expect, it } from "@jest/globals";

import { decree, foundCompany, type Company, type Setting } from "../releases/company.ts";
import { escaped, jobOutcome } from "#shell";

import { routeOutcome } from "../../actions/validate/route.ts";
import { machineAt, type Artifacts } from "./actions.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";
import { runRelease } from "./workflow.ts";

const form = { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" };
const redUnit: Setting = [["gates", "unit", "command"], "exit 7"];
const override = "unit: flaky runner, INC-7";

async function company(...settings: readonly Setting[]): Promise<Company> {
  const founded = await foundCompany({ settings: [redUnit, ...settings] });
  await founded.govern({ users: { sarah: "admin", aisha: "write", "release-bot": "admin" }, protection: {} });
  return founded;
}

const onMoment = () => Promise.resolve();

/** A run of the workflow as its files say; how each job ended. */
async function run({ world }: Company, runId: string, inputs: Readonly<Record<string, string>>) {
  const runners = hireRunners(world);
  const artifacts: Artifacts = new Map();
  const machine = () => Promise.resolve(machineAt({ runners, runId, artifacts, onMoment }));
  const ended = await runRelease({ github: { sha: "develop", token: world.tokens.sarah }, machine }, inputs);
  return Object.fromEntries([...ended].map(([job, { result, outputs }]) => [job, outputs["outcome"] ?? result]));
}

it.each<[string, readonly Setting[]]>([
  ["one after another", []],
  ["side by side, a job each", [[["gates", "parallel"], true]]],
])(
  "a release with an overridden gate goes its whole way through the workflow: gates %s",
  async (_, settings) => {
    const shop = await company(...settings);

    const oneLine = `${override}; e2e: browser farm is down`;
    expect(await run(shop, "7001", { ...form, override: oneLine })).toMatchObject({ production: "completed" });

    const { record } = await jobsOn(hireRunners(shop.world)).record("v1.1.0");
    expect(record.gates.get("unit")).toMatchObject({ status: "failed" });
    expect(record.plan.overrides).toEqual([
      { gate: "unit", reason: "flaky runner, INC-7" },
      { gate: "e2e", reason: "browser farm is down" },
    ]);
  },
  120_000,
);

it("what failed is retried with an override, by the form; a resume takes none", async () => {
  const shop = await company();
  expect(await run(shop, "7001", form)).toMatchObject({ review: "failed", failed: "failed" });

  const resumed = await run(shop, "7002", { command: "resume", release: "v1.1.0", override });
  expect(resumed).toEqual({ initiated: "refused" });
  const again = { command: "retry", release: "v1.1.0", override };

  expect(await run(shop, "7003", again)).toMatchObject({ production: "completed" });
}, 120_000);

it("the fast gates of a hotfix too", async () => {
  const shop = await company();
  const hotfix = { command: "start", type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" };
  expect(await run(shop, "7001", { ...hotfix, override: "dod: INC-7" })).toEqual({ initiated: "refused" });
  expect(await run(shop, "7002", { ...hotfix, override })).toMatchObject({ initiated: "waiting" });
  await shop.push("hotfix/1.0.1", "fix: say thank you", { "checks/unit.xml": "no report\n" });

  expect(await run(shop, "7003", { command: "resume", release: "v1.0.1" })).toMatchObject({ production: "completed" });

  const { record } = await jobsOn(hireRunners(shop.world)).record("v1.0.1");
  expect(record.gates.get("unit")).toMatchObject({ status: "failed" });
  expect(record.plan.overrides).toEqual([{ gate: "unit", reason: "flaky runner, INC-7" }]);
}, 120_000);

it("a set-up that fails in a job is no failed gate: no override counts, and no gate is left out", async () => {
  const shop = await company([["gates", "setup"], "exit 9"]);
  await decree(shop, [[["gates", "security", "override"], true]]);
  const jobs = jobsOn(hireRunners(shop.world));
  const overrides = (["security", "dod", "unit", "integration", "e2e"] as const).map((gate) => ({ gate, reason: "x" }));
  await jobs.validate({ kind: "start", start: { ...standard.start, overrides } });

  const leg = await jobs.leg("v1.1.0", "all");
  expect(leg.outcome).toBe("failed");
  expect(await jobs.review("v1.1.0", [deliver(leg)])).toMatchObject({ outcome: "failed" });
});

it("a job says what is overridden before anything else", async () => {
  const shop = await company();
  const jobs = jobsOn(hireRunners(shop.world));
  const overrides = [{ gate: "unit", reason: "flaky runner, INC-7" }] as const;
  const first = "⚠ gate unit overridden by sarah: flaky runner, INC-7";

  const route = await jobs.validate({ kind: "start", start: { ...standard.start, overrides } });
  expect(routeOutcome(route).summary.split("\n")[2]).toBe(
    `> ${escaped(`${first} (it has not run yet, and may fail)`)}`,
  );
  const leg = await jobs.leg("v1.1.0", "all");
  expect(leg).toMatchObject({ outcome: "overridden", first: [`${first} (it failed, and the release goes on)`] });
  const end = await jobs.review("v1.1.0", [deliver(leg)]);
  const { summary } = await jobOutcome("review", end);
  expect(summary.split("\n")[2]).toBe(`> ${escaped(`${first} (it failed, and the release goes on)`)}`);
});
