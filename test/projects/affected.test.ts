import { spawnSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import path from "node:path";

import { afterEach, expect, it } from "@jest/globals";

import { runGate, type GateOutcome } from "#gates";

import { openProject, type FixtureProject } from "./project.ts";

const open: FixtureProject[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.remove();
});

type Changes = Readonly<Record<string, string | undefined>>;

async function project(name: string, changes: Changes, configuration?: string): Promise<FixtureProject> {
  const opened = await openProject(name, changes, configuration);
  open.push(opened);
  // The tools of this repository, as an installation would put them there.
  if (name === "node-test")
    await symlink(path.resolve(import.meta.dirname, "../../node_modules"), path.join(opened.directory, "node_modules"));
  return opened;
}

const hotfix = async (
  { context }: FixtureProject,
  gate: "unit" | "e2e",
  changed: readonly string[],
): Promise<GateOutcome> =>
  runGate(gate, { ...context, only: "critical", changed: async () => Promise.resolve(changed) });

const hasGo = spawnSync("go", ["version"]).status === 0;
const goPackage = (name: string, uses: string | undefined, wanted: number): Changes => ({
  [`${name}/${name}.go`]: `package ${name}\n${uses === undefined ? "" : `\nimport "example.org/greeting/${uses}"\n`}\nfunc One() int { return ${uses === undefined ? "1" : `${uses}.One()`} }\n`,
  [`${name}/${name}_test.go`]: `package ${name}\n\nimport "testing"\n\nfunc TestOne(t *testing.T) {\n\tif One() != ${wanted} {\n\t\tt.Fatal("not ${wanted}")\n\t}\n}\n`,
});

(hasGo ? it : it.skip)("Go: a hotfix runs the packages that the changed one is built into, and no other", async () => {
  const shop = await project("go", {
    ...goPackage("cart", undefined, 1),
    ...goPackage("pay", "cart", 1),
    ...goPackage("odd", undefined, 2),
  });

  expect(await hotfix(shop, "unit", ["cart/cart.go"])).toMatchObject({
    status: "passed",
    metrics: { totalTests: 2, coverage: 100 },
    scope: expect.stringContaining("affected: the tests of cart/cart.go"),
  });
  expect((await hotfix(shop, "unit", ["odd/odd.go"])).failures[0]?.title).toContain("TestOne");
  const all = await hotfix(shop, "unit", ["cart/cart.go", "go.mod"]);
  expect(all).toMatchObject({ status: "failed", scope: "everything: which tests are about go.mod is not known" });
});

const jestFiles: Changes = {
  "package.json": JSON.stringify({ scripts: { test: "jest" }, devDependencies: { jest: "1" } }),
  "src/greet.test.js": undefined,
  "test/integration/answer.test.js": undefined,
  "src/sum.js": "module.exports = (a, b) => a + b;\n",
  "src/double.js": 'const sum = require("./sum.js");\nmodule.exports = (a) => sum(a, a);\n',
  "src/sum.test.js": 'test("sums", () => expect(require("./sum.js")(1, 2)).toBe(3));\n',
  "src/double.test.js": 'test("doubles", () => expect(require("./double.js")(2)).toBe(4));\n',
  "data.json": "{}\n",
};
const red: Changes = {
  "src/odd.js": "module.exports = 1;\n",
  "src/odd.test.js": 'test("is odd", () => expect(require("./odd.js")).toBe(2));\n',
};

it("Jest: a hotfix runs the tests that import what it changes, and no other", async () => {
  const shop = await project("node-test", { ...jestFiles, ...red });

  expect(await hotfix(shop, "unit", ["src/sum.js"])).toMatchObject({
    status: "passed",
    metrics: { totalTests: 2, coverage: 100 },
  });
  expect(await hotfix(shop, "unit", ["src/sum.js", "data.json"])).toMatchObject({
    status: "failed",
    scope: "everything: which tests are about data.json is not known",
  });
});

it("Jest and node:test: shards of what was detected are the whole together", async () => {
  const jest = await project("node-test", jestFiles, "gates: { unit: { shards: 2 } }");
  expect(await jest.gate("unit")).toMatchObject({ status: "passed", metrics: { totalTests: 2, coverage: 100 } });

  const more = `import test from "node:test"; import "./greet.js"; test("loads", () => undefined);\n`;
  const node = await project("node-test", { "src/more.test.js": more }, "gates: { unit: { shards: 2 } }");
  const whole = await (await project("node-test", { "src/more.test.js": more })).gate("unit");
  expect(await node.gate("unit")).toMatchObject({ status: "passed", metrics: whole.metrics });
});

const journeys: Changes = {
  "package.json": JSON.stringify({
    scripts: { start: "node server.js" },
    devDependencies: { "@playwright/test": "1" },
  }),
  "src/greet.test.js": undefined,
  "server.js":
    'require("node:http").createServer((_, answer) => answer.end("ok")).listen(process.env.PORT, "127.0.0.1");\n',
  "playwright.config.js": 'module.exports = { testDir: "journeys" };\n',
  "journeys/shop.spec.js": [
    'const { test, expect } = require("@playwright/test");',
    'test("pays", { tag: "@critical" }, async ({ request }) => expect((await request.get(process.env.BASE_URL)).ok()).toBe(true));',
    'test("fills the cart", { tag: "@cart" }, () => undefined);',
    'test("is odd", () => expect(1).toBe(2));',
  ].join("\n"),
};

it("Playwright: a hotfix walks what is critical and what its files affect; without any that is recorded", async () => {
  const configuration = 'gates: { e2e: { affects: { "src/cart/**": "@cart" } } }';
  const shop = await project("node-test", journeys, configuration);
  expect(await hotfix(shop, "e2e", ["src/pay.js"])).toMatchObject({ status: "passed", metrics: { journeysPassed: 1 } });
  expect(await hotfix(shop, "e2e", ["src/cart/sum.js"])).toMatchObject({
    status: "passed",
    metrics: { journeysPassed: 2 },
  });

  const untagged = (journeys["journeys/shop.spec.js"] ?? "").replaceAll(/@critical|@cart/g, "@other");
  const other = await project("node-test", { ...journeys, "journeys/shop.spec.js": untagged }, configuration);
  expect(await hotfix(other, "e2e", ["src/pay.js"])).toMatchObject({
    status: "passed",
    metrics: { journeysPassed: 0 },
    scope: "skipped: no journey is named by @critical",
  });
});
