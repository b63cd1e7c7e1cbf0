import { describe, expect, it } from "@jest/globals";

import { loadConfig, withDetection } from "../load.ts";
import { detect, type Detection } from "./detect.ts";
import { manifestsOf } from "./project.ts";

type Files = Readonly<Record<string, string>>;

function detectIn(files: Files): Detection {
  const paths = Object.keys(files);
  const texts = new Map(manifestsOf(paths).map((path) => [path, files[path] ?? ""]));
  return detect({ paths, texts });
}

const node = (scripts: Files, devDependencies: readonly string[] = []): string =>
  JSON.stringify({ scripts, devDependencies: Object.fromEntries(devDependencies.map((name) => [name, "1"])) });

describe("Node", () => {
  it.each<[string, Files, string]>([
    ["a lock of npm", { "package-lock.json": "" }, "npm ci --no-audit --no-fund"],
    ["a lock of pnpm", { "pnpm-lock.yaml": "" }, "pnpm install --frozen-lockfile"],
    ["a lock of yarn", { "yarn.lock": "" }, "yarn install --frozen-lockfile"],
    ["a lock of a newer yarn", { "yarn.lock": "", ".yarnrc.yml": "" }, "yarn install --immutable"],
    ["no lock", {}, "npm install --no-audit --no-fund"],
  ])("installs by %s", (_name, files, command) => {
    expect(detectIn({ "package.json": node({ test: "jest" }, ["jest"]), ...files }).setup?.command).toBe(command);
  });

  it("believes packageManager more than a lock file", () => {
    const manifest = JSON.stringify({ packageManager: "pnpm@10.1.0", devDependencies: { jest: "1" } });

    const { setup } = detectIn({ "package.json": manifest, "package-lock.json": "" });

    expect(setup).toEqual({
      command: "pnpm install",
      why: "packageManager in package.json is pnpm@10.1.0; there is no lock file",
    });
  });

  it.each<[string, string, readonly string[], string]>([
    ["vitest run", "npm test -- --run --coverage.enabled", ["@vitest/coverage-v8"], "@vitest/coverage-v8"],
    ["tsc && jest --runInBand", "npm test -- --ci --json", [], "`tsc && jest --runInBand`"],
    ["jest | tee log", "npx --no -- jest --ci --json", [], "jest | tee log"],
    ["mocha test/**/*.js", "npx --no -- c8 --reporter=lcovonly", ["c8"], "c8"],
    [
      "tsc && node --import tsx --test",
      "tsc && node --import tsx --test --experimental-test-coverage",
      [],
      "node --import",
    ],
  ])("has the script `%s` write reports", (script, begins, packages, why) => {
    const { unit } = detectIn({ "package.json": node({ test: script }, packages) });

    expect(unit?.command.startsWith(begins)).toBe(true);
    expect(unit?.command).toContain(".release-command/reports/unit/node");
    expect(unit?.why).toContain(why);
  });

  it.each<[string, readonly string[], string]>([
    ["vitest", ["vitest"], "npm install --save-dev @vitest/coverage-v8"],
    ["mocha", ["mocha"], "npm install --save-dev c8"],
    ["ava", ["ava"], "gates: { unit: { command: npm run test"],
  ])("says what %s lacks", (script, packages, write) => {
    const { unit, gaps } = detectIn({ "package.json": node({ test: script }, packages) });

    expect(unit).toBeUndefined();
    expect(gaps.filter(({ key }) => key === "gates.unit")).toMatchObject([{ write: expect.stringContaining(write) }]);
  });

  it("finds integration tests by their script or folder, the application and the journeys", () => {
    const byScript = detectIn({ "package.json": node({ "test:integration": "jest it", start: "node ." }, ["jest"]) });
    const byFolder = detectIn({ "package.json": node({}, ["jest"]), "test/integration/a.test.js": "" });
    const journeys = detectIn({ "package.json": node({}, ["@playwright/test"]), "playwright.config.ts": "" });

    expect(byScript.integration?.command).toMatch(/^npm run test:integration -- --ci/);
    expect(byScript.development).toEqual({ command: "npm start", why: "the script start in package.json" });
    expect(byFolder.integration?.command).toMatch(/^npx --no -- jest test\/integration --ci/);
    expect(journeys.e2e).toMatchObject({ command: "npx --no -- playwright test --forbid-only", report: [] });
  });

  it("sees the tools of workspaces, and runs them at the root", () => {
    const root = JSON.stringify({ workspaces: ["packages/*"] });

    const { unit } = detectIn({ "package.json": root, "packages/a/package.json": node({}, ["jest"]) });

    expect(unit?.command).toMatch(/^npx --no -- jest --ci/);
    expect(unit?.why).toBe("a dependency on jest in packages/a/package.json");
  });

  it("takes neither what npm writes by itself for a test nor a broken file for a project", () => {
    expect(
      detectIn({ "package.json": node({ test: 'echo "Error: no test specified" && exit 1' }) }).unit,
    ).toBeUndefined();
    expect(detectIn({ "package.json": "{" })).toEqual({ gaps: [] });
    expect(detectIn({ "package.json": '{"scripts": 7}' }).unit).toBeUndefined();
  });
});

describe("other ecosystems", () => {
  it.each<[string, Files, string]>([
    ["uv", { "pyproject.toml": "pytest pytest-cov", "uv.lock": "" }, "uv run python -m pytest"],
    ["poetry", { "pyproject.toml": "[tool.poetry]\npytest = 1\ncoverage = 1" }, "poetry run python -m coverage run"],
    ["Go", { "go.mod": "", "a_test.go": "" }, "go test -json"],
    ["a Go workspace", { "go.work": "", "a/go.mod": "", "a/a_test.go": "" }, "$(go list -f"],
    ["Maven's wrapper", { "pom.xml": "<project/>", mvnw: "", "src/test/java/A.java": "" }, "./mvnw -B"],
    ["Gradle", { "build.gradle": "jacoco xml.required = true", gradlew: "" }, "./gradlew --no-daemon"],
    [
      ".NET",
      { "a.sln": "", "t/t.csproj": "Microsoft.NET.Test.Sdk coverlet.collector" },
      "dotnet test t/t.csproj --logger trx",
    ],
    ["a Cargo workspace", { "Cargo.toml": "[workspace]", "a/src/lib.rs": "" }, "cargo test --workspace --lib"],
  ])("knows %s", (_name, files, command) => {
    const { unit } = detectIn(files);

    expect(unit?.command).toContain(command);
    expect(unit?.why).not.toBe("");
  });

  it.each<[string, Files, string]>([
    ["pytest", { "requirements.txt": "pytest", "test_a.py": "" }, "add to requirements.txt: pytest-cov"],
    ["unittest", { "setup.py": "", "tests/test_a.py": "" }, "pip install pytest pytest-cov"],
    ["Gradle", { "build.gradle": "" }, 'plugins { id("jacoco") }'],
    [".NET", { "t.csproj": "Microsoft.NET.Test.Sdk" }, "dotnet add t.csproj package coverlet.collector"],
  ])("says what %s lacks", (_name, files, write) => {
    const gaps = detectIn(files).gaps.filter(({ key }) => key === "gates.unit");
    expect(gaps).toMatchObject([{ write: expect.stringContaining(write) }]);
  });

  it.each<[string, Files, string]>([
    [
      "a marker of pytest",
      { "pyproject.toml": 'pytest-cov pytest\nmarkers = ["integration: slow"]' },
      "-m integration",
    ],
    ["a build tag of Go", { "go.mod": "", "a_integration_test.go": "//go:build integration\n" }, "-tags=integration"],
    ["tests of Cargo", { "Cargo.toml": "", "src/lib.rs": "", "tests/a.rs": "" }, "--test '*'"],
    ["failsafe", { "pom.xml": "maven-failsafe-plugin" }, "prepare-agent-integration verify"],
  ])("finds integration tests by %s", (_name, files, part) => {
    expect(detectIn(files).integration?.command).toContain(part);
  });
});

describe("several ecosystems", () => {
  const both: Files = {
    "web/package.json": node({ test: "node --test" }),
    "api/go.mod": "",
    "api/a_test.go": "",
    Procfile: "web: ./serve\n",
  };

  it("runs each in its folder, whatever became of the one before, with all reports", () => {
    const { unit, development } = detectIn(both);

    expect(unit?.command).toMatch(
      /^code=0; \(\(cd web && node --test .*\)\) \|\| code=1; \(\(cd api && go test .*\)\) \|\| code=1; exit \$code$/,
    );
    expect(unit?.report).toEqual([
      ".release-command/reports/unit/web-node.xml",
      ".release-command/reports/unit/api-go.json",
    ]);
    expect(development).toEqual({ command: "./serve", why: "the process web in Procfile" });
  });

  it("never lets the half that can be tested stand for the whole", () => {
    const { unit, gaps } = detectIn({ ...both, "web/package.json": node({ test: "ava" }) });

    expect(unit).toBeUndefined();
    expect(gaps).toHaveLength(1);
  });

  it("looks into no folder of other people", () => {
    expect(detectIn({ "node_modules/a/package.json": node({ test: "jest" }), "vendor/x/go.mod": "" })).toEqual({
      gaps: [],
    });
  });

  it("writes no name of a folder as words of a shell", () => {
    const { setup } = detectIn({ "a;b $(c)/package.json": node({}, ["jest"]) });

    expect(setup?.command).toBe("(cd 'a;b $(c)' && npm install --no-audit --no-fund)");
  });
});

describe("what is written", () => {
  const detection = detectIn({
    "package.json": node({ test: "jest", start: "node ." }, ["jest"]),
    "package-lock.json": "",
  });
  const configured = (text: string) =>
    withDetection(loadConfig({ text, path: "r.yml", targets: ["local"], monitors: ["proxy"] }), detection);

  it("wins over what is detected, setting by setting", () => {
    const { config, detected } = configured("gates: { setup: make, unit: { minimumCoverage: 60 } }");

    expect(config.gates.setup).toBe("make");
    expect(config.gates.unit).toMatchObject({ minimumCoverage: 60, command: expect.stringContaining("--ci") });
    expect(detected.map(({ key }) => key)).not.toContain("gates.setup");
  });

  it("keeps a command of people's own with its own reports", () => {
    const { config, detected } = configured(
      "gates: { unit: { command: make test, report: [a.xml, b.xml], coverage: c } }",
    );

    expect(config.gates.unit).toMatchObject({ command: "make test", report: ["a.xml", "b.xml"] });
    expect(detected.map(({ key }) => key)).toEqual([
      "gates.setup",
      "environments.development.command",
      "gates.security.scanners",
    ]);
  });

  it("may be a check, and then nothing runs", () => {
    const { config } = configured("gates: { unit: { source: check, name: CI / unit, timeout: 20m } }");

    expect(config.gates.unit).toBeUndefined();
    expect(config.gates.checks?.unit).toEqual({ name: "CI / unit", app: "github-actions", timeout: 1_200_000 });
  });

  it.each([
    ["unit: { source: check }", "gates.unit.name is missing"],
    ["unit: { source: check, name: a, command: b }", "gates.unit.command means nothing beside source: check"],
    ["integration: { source: check, name: a, logs: { database: b } }", "gates.integration.logs means nothing beside"],
    ["e2e: { name: a }", "gates.e2e.name means nothing without source: check"],
    ["unit: { command: a }", "gates.unit.report is missing"],
    ["security: { report: a }", "gates.security.report means nothing without a command"],
  ])("is refused where it is half of a thing: %s", (text, message) => {
    expect(() => configured(`gates: { ${text} }`)).toThrow(message);
  });
});
