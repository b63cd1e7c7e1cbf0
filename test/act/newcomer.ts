import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { parseDocument } from "yaml";

import { openWorld, type World } from "../../packages/testbed/index.ts";
import { startHost } from "../../packages/testbed/world/host.ts";
import { platformOf } from "../../packages/testbed/world/environments.ts";
import { signedIn } from "../support/signed-in.ts";

const execute = promisify(execFile);

const reports = (name: string) =>
  "mkdir -p reports && node --test --experimental-test-coverage --test-coverage-exclude='checks/**'" +
  ` --test-reporter=junit --test-reporter-destination=reports/${name}.xml` +
  ` --test-reporter=lcov --test-reporter-destination=reports/${name}.lcov checks/${name}.test.js`;

/** A project that has its tests and nothing else: it was never released, and nothing of it runs anywhere. */
const project: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(
    {
      name: "newcomer",
      version: "0.0.0",
      private: true,
      type: "module",
      scripts: {
        scan: "node checks/scan.js",
        "test:unit": reports("unit"),
        "test:integration": reports("integration"),
        "test:e2e": "node checks/e2e.js",
      },
    },
    undefined,
    2,
  ),
  ".gitignore": "reports/\nnode_modules/\n",
  "answer.js": `import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
export const answer = () => JSON.stringify({ status: "ok", version });
`,
  "server.js": `import { createServer } from "node:http";

import { answer } from "./answer.js";

const server = createServer((request, response) => response.end(answer()));
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
`,
  "checks/unit.test.js": `import assert from "node:assert";
import { test } from "node:test";

import { answer } from "../answer.js";

test("answers with its version", () => assert.match(answer(), /version/));
`,
  "checks/integration.test.js": `import assert from "node:assert";
import { test } from "node:test";

import { answer } from "../answer.js";

test("says that it is well", () => assert.equal(JSON.parse(answer()).status, "ok"));
`,
  "checks/scan.js": `import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const evil = /eval\\(/.test(readFileSync("answer.js", "utf8"));
const results = evil ? [{ ruleId: "no-eval", level: "error", message: { text: "eval" } }] : [];
const driver = { name: "scan", rules: [] };
const artifacts = [{ location: { uri: "answer.js" } }];
mkdirSync("reports", { recursive: true });
const runs = [{ tool: { driver }, invocations: [{ executionSuccessful: true }], artifacts, results }];
writeFileSync("reports/security.sarif", JSON.stringify({ version: "2.1.0", runs }));
`,
  "checks/e2e.js": `import { mkdirSync, writeFileSync } from "node:fs";

const ok = (await fetch(process.env.BASE_URL)).ok;
const status = ok ? "passed" : "failed";
const results = [{ workerIndex: 0, status, duration: 1, errors: [], retry: 0 }];
const tests = [{ timeout: 1000, expectedStatus: "passed", projectName: "", results, status: ok ? "expected" : "unexpected" }];
const specs = [{ title: "answers", ok, tests, id: "a", file: "e2e.js", line: 1, column: 1 }];
const stats = { startTime: "2026-01-01T00:00:00.000Z", duration: 1, expected: ok ? 1 : 0, skipped: 0, unexpected: ok ? 0 : 1, flaky: 0 };
mkdirSync("reports", { recursive: true });
const suites = [{ title: "e2e.js", file: "e2e.js", specs }];
writeFileSync("reports/e2e.json", JSON.stringify({ config: { version: "1" }, suites, errors: [], stats }));
`,
};

/** A code host with a repository that holds a project and a few conventional commits: no tag, no configuration, no workflow. */
export async function newcomer(directory: string): Promise<World> {
  await mkdir(directory, { recursive: true });
  const host = await startHost(directory);
  const remembered = {
    minimal: true,
    githubUrl: host.url,
    tokens: host.tokens,
    released: "",
    urls: { staging: "", production: "" },
  };
  await writeFile(path.join(directory, "world.json"), JSON.stringify(remembered));
  const world = await openWorld(directory);
  const clone = world.repositoryDirectory;
  await mkdir(path.join(clone, "checks"), { recursive: true });
  const git = gitOf(world);
  await git("init", "--quiet", "--initial-branch=main");
  await git("remote", "add", "origin", host.cloneUrl);
  for (const [file, text] of Object.entries(project)) await writeFile(path.join(clone, file), text);
  await git("add", "package.json", ".gitignore");
  await git("commit", "--quiet", "--message", "chore: begin");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "feat: answer with the version");
  await git("push", "--quiet", "origin", "main");
  return world;
}

/** The configuration that the README shows, word by word, but for what a test cannot have: its paths, its ports, and its patience. */
export async function configurationOfReadme(world: World): Promise<string> {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const block = /<!-- adoption:configuration -->\s+```yaml\n([\s\S]*?)\n\s+```/.exec(readme)?.[1];
  if (block === undefined) throw new Error("README.md shows no configuration after <!-- adoption:configuration -->");
  const config = parseDocument(block.replaceAll(/^ {3}/gm, ""));
  for (const environment of ["staging", "production"] as const) {
    const own = ["environments", environment];
    config.setIn([...own, "settings", "directory"], platformOf(world.directory, environment));
    config.setIn([...own, "settings", "port"], 0);
    config.setIn([...own, "watch"], "200ms");
    config.setIn([...own, "healthEvery"], "50ms");
  }
  config.setIn(["environments", "production", "stepTime"], "50ms");
  config.setIn(["review"], { pollEvery: "50ms" });
  return config.toString({ lineWidth: 0 });
}

/** Git in Sarah's clone, as Sarah. */
export function gitOf(world: World) {
  const env = { ...process.env, ...signedIn(world) };
  const sarah = ["-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example"];
  return async (...args: readonly string[]) =>
    execute("git", ["-C", world.repositoryDirectory, ...sarah, ...args], { env });
}
