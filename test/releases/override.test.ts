import { readFile } from "node:fs/promises";

import { expect, it } from "@jest/globals";

import { continueLog } from "#audit";
import { pullRequestBodies, releaseReport } from "#report";
import { digestOfOutlook, planFileText, planRelease, retryRelease, startOf, today, type StartWords } from "#stages";

import { decree, foundCompany, impatient, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, release, resume, start, workplaceIn, type DriverOptions } from "./drivers.ts";

const words: StartWords = { type: "standard", version: "1.1.0", from: "develop", to: "main" };
const reason = "flaky runner, INC-7";
const redUnit: Setting = [["gates", "unit", "command"], "exit 7"];

/** Sarah is an admin, Aisha and Marcus are not. */
async function company(...settings: readonly Setting[]): Promise<Company> {
  const founded = await foundCompany({ settings });
  await founded.govern({
    users: { sarah: "admin", aisha: "write", marcus: "maintain", ines: "write", "release-bot": "admin" },
    protection: {},
  });
  return founded;
}

async function startWith(at: Company, override: string, options: DriverOptions = {}) {
  return start(at, options, await startOf({ ...words, override }, (file) => readFile(file, "utf8")));
}

async function denials(at: Company) {
  const noted = await (await workplaceIn(at)).journal.denied();
  return new Map(noted.map(({ person, asked }) => [person, Object.keys(asked)]));
}

it("a gate that fails is recorded as it is, and the release goes on for everybody to see why", async () => {
  const shop = await company(redUnit);

  expect(await approved(shop, () => startWith(shop, `unit: ${reason}\ne2e: browsers`))).toMatchObject({
    end: "completed",
  });

  const { record, facts } = await read(shop, "v1.1.0");
  expect(record.gates.get("unit")).toMatchObject({ status: "failed" });
  expect(record.gates.get("e2e")).toMatchObject({ status: "passed" });
  expect(facts.find((fact) => fact.type === "moved" && fact.to === "review")).toMatchObject({
    reason: `all quality gates passed but unit, overridden by sarah: ${reason}`,
  });
  const report = releaseReport(facts).split("\n").slice(2, 6).join("\n");
  expect(report).toContain("## Overridden gates");
  expect(report).toContain(`- ⚠ Gate \`unit\` failed, and the release goes on. Overridden by sarah: ${reason}`);
  expect(report).toContain("- ⚠ Gate `e2e` passed: the override was not needed. Overridden by sarah: browsers");
  const pull = (await shop.api("sarah", "GET", "pulls/1")) as { readonly body: string };
  expect(pull.body.indexOf("Overridden gates")).toBeGreaterThan(-1);
  expect(pull.body.indexOf("Overridden gates")).toBeLessThan(pull.body.indexOf("Release **1.1.0**"));
  expect(pullRequestBodies(record).every((body) => body.startsWith("## Overridden gates"))).toBe(true);
  expect(JSON.parse(continueLog("", { facts, denied: [] }))).toMatchObject({
    overrides: [
      { gate: "unit", by: "sarah", reason, result: "overridden" },
      { gate: "e2e", by: "sarah", reason: "browsers", result: "passed" },
    ],
  });
}, 60_000);

it("is an admin's alone: others are refused before anything is made, and that is noted", async () => {
  const shop = await company(redUnit);

  await expect(startWith(shop, `unit: ${reason}`, { person: "marcus" })).rejects.toMatchObject({
    code: "permission",
    message: "marcus may not override a gate: the role in the repository is maintain, and admin is needed",
    hint: expect.stringContaining("Ask an admin of the repository."),
  });
  // A right of its own: an admin who may not start releases may not start one with an override either.
  await decree(shop, [[["roles", "releaseManager"], ["@marcus"]]]);
  await expect(startWith(shop, `unit: ${reason}`)).rejects.toMatchObject({
    message: expect.stringContaining("sarah may not start a release"),
  });

  expect((await shop.refs()).has("release/1.1.0")).toBe(false);
  expect(await denials(shop)).toEqual(
    new Map([
      ["marcus", ["override"]],
      ["sarah", ["start"]],
    ]),
  );
});

it("a failed release is retried with an override, and the override is of that attempt only", async () => {
  const shop = await company(redUnit);
  expect(await start(shop)).toMatchObject({ end: "failed" });
  const retry = async (override: string | undefined, person: "sarah" | "marcus" | "aisha" = "sarah") =>
    retryRelease(await workplaceIn(shop, { person }), { id: "v1.1.0", override }, () => undefined);

  // A developer confirms a retry after the unit tests, and nothing more.
  await expect(retry(`unit: ${reason}`, "aisha")).rejects.toMatchObject({
    code: "permission",
    message: expect.stringContaining("aisha may not override a gate"),
  });
  await expect(retry("smoke: please")).rejects.toMatchObject({ code: "input" });
  expect(await retry("dod: not the one")).toMatchObject({ id: "v1.1.0_2", end: "failed" });
  expect(await retry(undefined, "aisha")).toMatchObject({ id: "v1.1.0_3", end: "failed" });
  expect((await read(shop, "v1.1.0_3")).record.plan.overrides).toBeUndefined();

  expect(await approved(shop, () => retry(`unit: ${reason}`))).toEqual({ id: "v1.1.0_4", end: "completed" });
  expect((await read(shop, "v1.1.0_4")).record.plan.overrides).toEqual([{ gate: "unit", reason }]);
}, 60_000);

it("security only where the target branch allows it, whatever the source says", async () => {
  const shop = await company(
    [["gates", "security", "command"], "exit 7"],
    [["gates", "security", "override"], true],
    ...impatient,
  );

  await expect(startWith(shop, "security: accepted, RISK-3")).rejects.toMatchObject({
    code: "policy",
    message: "override: gate security may not be overridden by the configuration of main",
  });
  await decree(shop, [[["gates", "security", "override"], true]]);
  // What main has now, develop has not; the Definition of Done tells of the failed scan.
  expect(await startWith(shop, "security: accepted, RISK-3")).toMatchObject({ end: "suspended" });
  const { record } = await read(shop, "v1.1.0");
  const dod = record.gates.get("dod")?.metrics;
  expect(dod?.gate === "dod" ? dod.categories : []).toContainEqual({
    name: "security and licences",
    status: "overridden",
    evidence: expect.stringMatching(/^The security gate failed and is overridden: accepted, RISK-3; licences were not/),
  });
});

it("of the Definition of Done holds at the review too, and what is open stays on the record", async () => {
  const shop = await company();
  const sha = (await shop.refs()).get("develop") ?? "";
  await shop.api("marcus", "POST", `statuses/${sha}`, { state: "pending", context: "ci" });
  await shop.api("ines", "POST", "issues", { title: "loses orders", labels: ["release-blocker"] });

  expect(await approved(shop, () => startWith(shop, "dod: hotfix of the CI, INC-7"))).toMatchObject({
    end: "completed",
  });

  const { record } = await read(shop, "v1.1.0");
  expect(record.gates.get("dod")?.status).toBe("failed");
  expect(record.assertion).toMatchObject({
    status: "failed",
    categories: expect.arrayContaining([expect.objectContaining({ name: "CI status", status: "provisional" })]),
  });
}, 60_000);

it("survives the death of its driver: the next one has the same plan, and runs the failed gate not again", async () => {
  const shop = await company(redUnit, ...impatient);
  const hooks = beforeStep("gate-integration", async () => {
    throw new Error("the machine is gone");
  });
  await expect(startWith(shop, `unit: ${reason}`, { hooks })).rejects.toThrow("the machine is gone");

  expect(await resume(shop, "v1.1.0")).toMatchObject({ end: "suspended" });

  const { record, facts } = await read(shop, "v1.1.0");
  expect(record.state).toBe("review");
  expect(facts.filter((fact) => fact.type === "gate-finished" && fact.gate === "unit")).toHaveLength(1);
});

it("a set-up that fails is no failed gate: no override counts", async () => {
  const shop = await company([["gates", "setup"], "exit 7"]);

  expect(await startWith(shop, `unit: ${reason}\ndod: x1\nintegration: x2\ne2e: x3`)).toMatchObject({ end: "failed" });
});

it("side by side too", async () => {
  const shop = await company(
    redUnit,
    [["gates", "e2e", "command"], "exit 8"],
    [["gates", "parallel"], true],
    ...impatient,
  );

  expect(await startWith(shop, `unit: ${reason}`)).toMatchObject({ end: "failed" });
  const first = await read(shop, "v1.1.0");
  expect(first.record.failure?.failedGate).toBe("e2e");

  const workplace = await workplaceIn(shop);
  const both = { id: "v1.1.0", override: `e2e: browsers\nunit: ${reason}` };
  expect(await retryRelease(workplace, both, () => undefined)).toMatchObject({ end: "suspended" });
}, 60_000);

it("the command line takes it more than once, in the shell as a process", async () => {
  const shop = await company(redUnit, [["gates", "e2e", "command"], "exit 8"], ...impatient);
  const overrides = [`--override=unit: ${reason}`, "--override", "e2e: browsers"];

  const refused = await release(shop, ["start", "--version=1.1.0", "--override=smoke: no"]).ended;
  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining("smoke can never be overridden") });
  const dry = await release(shop, [
    "start",
    "--version=1.1.0",
    `--override=unit: ${reason}; e2e: browsers`,
    "--dry-run",
  ]).ended;
  expect(dry).toMatchObject({ code: 0, output: expect.stringContaining(`gate unit may fail, by sarah: ${reason}\n`) });
  expect(dry.output).toContain("gate e2e may fail, by sarah: browsers\n");
  const { code, output } = await release(shop, ["start", "--version=1.1.0", ...overrides]).ended;

  expect([code, output]).toEqual([3, expect.stringContaining("waits")]);
  const { record } = await read(shop, "v1.1.0");
  expect(record).toMatchObject({
    state: "review",
    plan: {
      overrides: [
        { gate: "unit", reason },
        { gate: "e2e", reason: "browsers" },
      ],
    },
  });
}, 60_000);

it("a reviewed plan holds its overrides: their order does not matter, other ones are refused, and it takes an admin", async () => {
  const shop = await company(redUnit, ...impatient);
  const workplace = await workplaceIn(shop);
  const ask = async (more: Partial<StartWords>, text?: string) =>
    planRelease(workplace, await startOf({ ...words, ...more }, () => Promise.resolve(text ?? "")));
  const both = await ask({ override: `e2e: browsers\nunit: ${reason}`, dryRun: true });
  const digest = digestOfOutlook(both.outlook);
  expect(digestOfOutlook((await ask({ override: `unit: ${reason}\ne2e: browsers`, dryRun: true })).outlook)).toBe(
    digest,
  );
  const file = planFileText(both.outlook, { date: "2026-01-01", changelog: both.changelog.markdown });

  for (const override of [undefined, `unit: ${reason}`, `unit: ${reason}\ne2e: other browsers`])
    await expect(ask({ override, plan: `sha256:${digest}` })).rejects.toMatchObject({
      code: "policy",
      message: expect.stringContaining("The plan is not what would be released now"),
    });
  await expect(ask({ override: `unit: ${reason}`, plan: "plan.json" }, file)).rejects.toMatchObject({
    code: "input",
    message: "The plan says its own override: part of the plan",
  });
  const forged = file.replace("browsers", "farm");
  await expect(ask({ plan: "plan.json" }, forged)).rejects.toMatchObject({ code: "input" });
  const smoke = file.replace('"gate": "e2e"', '"gate": "smoke"');
  await expect(ask({ plan: "plan.json" }, smoke)).rejects.toMatchObject({ code: "input" });
  expect((await ask({ plan: "plan.json" }, file.replace("2026-01-01", today(workplace)))).plan).toMatchObject({
    overrides: [
      { gate: "unit", reason },
      { gate: "e2e", reason: "browsers" },
    ],
    reviewedDigest: digest,
  });

  const marcus = await workplaceIn(shop, { person: "marcus" });
  const planned = await startOf({ ...words, plan: "plan.json" }, () => Promise.resolve(file));
  await expect(planRelease(marcus, planned)).rejects.toMatchObject({
    message: expect.stringContaining("marcus may not override a gate"),
  });
});
