import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { parseDocument } from "yaml";

import { releaseReport } from "#report";
import { planRelease } from "#stages";

import { foundCompany, type Company } from "./company.ts";
import { approved, hurried, read, standard, start, workplaceIn } from "./drivers.ts";

const users = { sarah: "maintain", aisha: "write", marcus: "write", ines: "write", "release-bot": "admin" };
const configFile = ".github/release-command.yml";

/** The tests of the fixture project come in; what the configuration says of tests and of the application goes. */
async function withoutTestSettings(company: Company, change: (text: string) => string = (text) => text): Promise<void> {
  const fixture = path.join(import.meta.dirname, "../projects/node-test");
  const names = ["src/greet.js", "src/greet.test.js", "src/answer.js", "test/integration/answer.test.js"];
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(fixture, name), "utf8")] as const),
  );
  const { scripts } = JSON.parse(await readFile(path.join(fixture, "package.json"), "utf8")) as { scripts: unknown };
  const manifest = JSON.parse(await readFile(path.join(company.home, "package.json"), "utf8")) as object;
  const document = parseDocument(await readFile(path.join(company.home, configFile), "utf8"));
  for (const place of [
    ["gates", "unit"],
    ["gates", "integration"],
    ["gates", "setup"],
    ["environments", "development"],
  ])
    document.deleteIn(place);
  await company.push("develop", "feat: greet", {
    ...Object.fromEntries(texts),
    "src/greet.test.js": change(texts[1]?.[1] ?? ""),
    "package.json": `${JSON.stringify({ ...manifest, scripts }, null, 2)}\n`,
    [configFile]: document.toString({ lineWidth: 0 }),
  });
}

it("a project that says nothing of its tests is released by those that it has", async () => {
  const company = await foundCompany();
  await withoutTestSettings(company);

  expect(await approved(company, () => start(company))).toEqual({ id: "v1.1.0", end: "completed" });

  const { record, facts } = await read(company, "v1.1.0");
  expect(record.gates.get("unit")?.metrics).toMatchObject({ totalTests: 2, failedTests: 0 });
  expect(record.gates.get("integration")?.metrics).toMatchObject({ totalTests: 1, failedTests: 0 });
  expect(record.plan.detected?.map(({ key }) => key)).toEqual([
    "gates.unit.command",
    "gates.unit.report",
    "gates.unit.coverage",
    "gates.integration.command",
    "gates.integration.report",
    "gates.integration.coverage",
    "environments.development.command",
  ]);
  expect(releaseReport(facts)).toContain("the script test in package.json");
});

it("tells in the plan what was detected and why, and what is not known", async () => {
  const company = await foundCompany();
  await withoutTestSettings(company);
  const workplace = await workplaceIn(company);

  const { notes } = await planRelease(workplace, { ...standard, dryRun: true });

  expect(notes).toContainEqual(
    "detected: environments.development.command: npm start (the script start in package.json)",
  );
  await company.push("develop", "build: other tests", {
    "package.json": '{ "version": "1.0.0", "scripts": { "test": "ava" } }\n',
  });
  await expect(planRelease(workplace, standard)).rejects.toMatchObject({
    message: expect.stringContaining("nor do the project's own files: gates.unit"),
    hint: expect.stringContaining("runs none of Vitest, Jest, Mocha and node:test"),
  });
});

it("takes the verdict of a check that the project's own CI makes while the gate waits", async () => {
  const company = await foundCompany({
    settings: [[["gates", "unit"], { source: "check", name: "CI / unit", timeout: "2m" }]],
  });
  const { admin } = company;
  await admin.user({ login: "github-actions[bot]", token: "token-of-actions" });
  await company.govern({ users: { ...users, "github-actions[bot]": "write" } });
  const waits = Promise.withResolvers<void>();
  const say = (text: string) => {
    if (text.includes('waiting for the check "CI / unit" of github-actions: not there yet')) waits.resolve();
  };
  const clock = {
    ...hurried,
    sleep: async (ms: number, signal?: AbortSignal) => hurried.sleep(ms === 10_000 ? 300 : ms, signal),
  };
  const ci = async () => {
    await waits.promise;
    const sha = (await company.refs()).get("release/1.1.0");
    const response = await fetch(`${company.world.githubUrl}/repos/${company.world.repository}/check-runs`, {
      method: "POST",
      headers: { authorization: "Bearer token-of-actions" },
      body: JSON.stringify({ name: "CI / unit", head_sha: sha, conclusion: "success" }),
    });
    expect(response.status).toBe(201);
  };

  const [end] = await Promise.all([approved(company, () => start(company, { say, clock })), ci()]);

  expect(end).toEqual({ id: "v1.1.0", end: "completed" });
  const { record } = await read(company, "v1.1.0");
  const unit = record.gates.get("unit");
  expect(unit).toMatchObject({ status: "passed", check: { name: "CI / unit", app: "github-actions" } });
  expect(unit?.sha).toBe(record.gatedSha);
  expect(unit?.metrics).toBeUndefined();
});

it("fails at the gate whose detected tests fail", async () => {
  const company = await foundCompany();
  await withoutTestSettings(company, (text) => text.replace("Hello, Ada!", "Hello, Bob!"));

  expect(await start(company)).toEqual({ id: "v1.1.0", end: "failed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.failure).toMatchObject({
    failedGate: "unit",
    failureReason: expect.stringContaining("greets by name"),
  });
});
