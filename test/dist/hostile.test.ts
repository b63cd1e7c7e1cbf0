import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

import { connectGitHub, createWorld, type World } from "../../packages/testbed/index.ts";
import { startResultsService, type ResultsService } from "../act/results-service.ts";
import { reportIn, turnHostile } from "../hostile/project.ts";
import { runStub, type StepEnd } from "./stubs.ts";

const release = "v1.1.0";
/** What a leg gets: contents, checks and the rest to read, nothing to write. */
const readToken = "ghs_leg0that0may0only0read";

let directory = "";
let world: World;
let results: ResultsService;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-hostile-"));
  [world, results] = await Promise.all([
    createWorld({ directory: path.join(directory, "world"), minimal: true }),
    startResultsService(),
  ]);
  const { admin } = await connectGitHub(world.githubUrl);
  await admin.user({ login: "sarah", token: readToken, readOnly: true });
  await turnHostile(world, { cwd: path.join(directory, "develop"), report: path.join(directory, "report.json") });
  const start = { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" };
  const { outputs } = await job("validate", start, world.tokens.sarah);
  expect(JSON.parse(outputs["legs"] ?? "")).toEqual(["security", "dod", "unit", "integration", "smoke", "e2e"]);
});
afterAll(async () => {
  await Promise.all([world.stop(), results.stop()]);
  await rm(directory, { recursive: true, force: true });
});

/** A job on a machine of its own: checkout and one action, with the token that its permissions give. */
async function job(
  name: string,
  inputs: Readonly<Record<string, string>>,
  token: string,
  run = "7001",
): Promise<StepEnd> {
  const machine = await mkdtemp(path.join(directory, `${name}-`));
  const cwd = path.join(machine, "work");
  const event = path.join(machine, "event.json");
  await Promise.all([mkdir(cwd), mkdir(path.join(machine, "temp")), writeFile(event, '{"inputs":{}}')]);
  const env = {
    PATH: world.env["PATH"] ?? "",
    HOME: machine,
    NODE_OPTIONS: `--import=${new URL("../act/resolve-localhost.js", import.meta.url).href}`,
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "sarah",
    GITHUB_TRIGGERING_ACTOR: "sarah",
    GITHUB_API_URL: world.githubUrl,
    GITHUB_SERVER_URL: world.githubUrl.replace("127.0.0.1", "github.localhost"),
    GITHUB_REPOSITORY: world.repository,
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKSPACE: cwd,
    GITHUB_EVENT_PATH: event,
    RUNNER_TEMP: path.join(machine, "temp"),
    ...results.env(run),
  };
  const step = { directory: machine, cwd, env };
  await runStub("checkout", [], { ...step, inputs: { token, ref: "develop", path: "." } });
  return runStub(name, [], { ...step, inputs: { token, ...inputs } });
}

const report = async () => reportIn(path.join(directory, "report.json"));

describe("hostile tests in a leg", () => {
  /** What the jobs of the legs put out: each its own digest and nothing else (test/graph proves those lines of the workflow). */
  const digests: Record<string, string> = { dod: "", integration: "", smoke: "" };

  it("find no token that can write", async () => {
    const ends = new Map<string, StepEnd>();
    for (const leg of ["security", "e2e", "unit"]) ends.set(leg, await job("gate", { release, leg }, readToken));
    for (const [leg, { outputs }] of ends) digests[leg] = outputs["digest"] ?? "";
    const found = await report();

    // All that there is: the leg's own token, which reads, and that of the service of artifacts; both from our own process.
    const runtime = results.env("7001")["ACTIONS_RUNTIME_TOKEN"];
    expect(new Set(found.tokens.map(({ token }) => token))).toEqual(new Set([readToken, runtime]));
    for (const { from, writes } of found.tokens) {
      expect(writes).toEqual([]);
      for (const place of from) expect(place).toMatch(/^\/proc\/\d+\/environ$/);
    }
    expect(found.names.filter((name) => /^(GITHUB|ACTIONS|RUNNER|INPUT|GIT|NODE_OPTIONS)/.test(name))).toEqual([]);
    const { admin } = await connectGitHub(world.githubUrl);
    expect(await admin.events({ owner: "acme", name: "shop" })).toEqual([]);
    // It could replace an artifact, outdo others by a later attempt, send a file that wants out of its folder, and reach the
    // file for outputs: with names that its job does not pass on, and values that our own come after.
    const done = { overwrote: true, replaced: true, outdid: true, escaped: true, ownVerdict: true };
    expect(found.attempts).toEqual(done);
    expect(ends.get("unit")).toMatchObject({
      code: 0,
      outputs: { security: found.digests["security"], outcome: "failed" },
    });
  });

  it.each<[what: string, evidence: () => Promise<Readonly<Record<string, string>>>, says: string]>([
    ["a replaced artifact", async () => digests, "the evidence of leg security is not the one that its job announced"],
    [
      "an artifact of a later attempt",
      async () => ({ e2e: digests["e2e"] ?? "" }),
      "the evidence of leg e2e is not the one that its job announced",
    ],
    [
      "an archive that wants out of its folder",
      async () => ({ smoke: (await report()).digests["unit"] ?? "" }),
      "There is no evidence of leg smoke",
    ],
    [
      "the evidence of another leg, announced as its own",
      async () => ({ unit: (await report()).digests["security"] ?? "" }),
      "the evidence of leg unit is not the one that its job announced",
    ],
    [
      "more than its own verdict, which is all that it can forge",
      async () => ({ unit: (await report()).digests["unit"] ?? "" }),
      "no leg proves security, dod, integration, smoke, e2e",
    ],
  ])("are refused %s", async (_, evidence, says) => {
    const inputs = { release, evidence: JSON.stringify(await evidence()), "gates-result": "success" };

    const end = await job("review", inputs, world.tokens.sarah);

    expect(end).toMatchObject({ code: 2, outputs: { outcome: "refused" } });
    expect(end.log).toContain(says);
    expect(existsSync(path.join(directory, "escaped.json"))).toBe(false);
  });

  it("would give a token away that can write, where a leg has one", async () => {
    await job("gate", { release, leg: "unit" }, world.tokens.sarah, "7002");
    const { tokens } = await report();

    const given = tokens.find(({ token }) => token === world.tokens.sarah);
    expect(given?.writes).toEqual(["issue", "dispatch", "release", "push"]);
  });
});
