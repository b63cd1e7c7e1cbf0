import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";

import { lend, openProject, type FixtureProject } from "./project.ts";

/** One fixture: its own tool, the file of its unit tests, and the same file in ways that must not pass. */
interface Fixture {
  readonly name: string;
  /** A program that has to be on this machine, asked for its version. */
  readonly tool: readonly [string, ...string[]];
  /** Puts a part of it here that may be missing; does nothing where it is not. */
  readonly install?: readonly [string, ...string[]];
  readonly tests: string;
  /** A passing assertion and what makes it wrong. */
  readonly wrong: readonly [string, string];
  /** Only one of two branches is reached. */
  readonly little: readonly [RegExp, string];
  /** A file in which no test is. */
  readonly none: string;
  /** In the why of the unit tests. */
  readonly why: string;
  /** A part of the failure of tests that do not run at all. */
  readonly noTest: RegExp;
  /** How many tests its integration command runs; 0: nothing says that it has any. */
  readonly integrationTests: number;
}

const fixtures: readonly Fixture[] = [
  {
    name: "node-test",
    tool: ["node", "--version"],
    tests: "src/greet.test.js",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/test\("greets by name"[\s\S]*?\n\}\);/, ""],
    none: "export {};\n",
    why: "the script test in package.json",
    noTest: /no test ran|covers no file|Coverage/,
    integrationTests: 1,
  },
  {
    name: "python",
    tool: ["python3", "-m", "venv", "--help"],
    tests: "tests/test_greeting.py",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/def test_greets_nobody[\s\S]*/, ""],
    none: "",
    why: "pytest in requirements-dev.txt",
    noTest: /no test ran/,
    integrationTests: 1,
  },
  {
    name: "rust",
    tool: ["cargo", "--version"],
    // Rust's coverage is read by them.
    install: ["rustup", "component", "add", "llvm-tools"],
    tests: "src/lib.rs",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/#\[test\]\s+fn greets_by_name[\s\S]*?\n {4}\}\n/, ""],
    none: 'pub fn greet(name: &str) -> String {\n    format!("Hello, {name}!")\n}\n',
    why: "Cargo.toml",
    noTest: /no test ran/,
    integrationTests: 1,
  },
  {
    name: "go",
    tool: ["go", "version"],
    tests: "greeting_test.go",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/func TestGreetsByName[\s\S]*?\n\}\n/, ""],
    none: "package greeting\n",
    why: "go.mod and _test.go files",
    noTest: /no test ran/,
    // The tag adds the integration tests; the others run, too.
    integrationTests: 3,
  },
  {
    name: "java",
    tool: ["mvn", "--version"],
    tests: "src/test/java/greeting/GreetingTest.java",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/@Test\s+void greetsByName[\s\S]*?\n {2}\}\n/, ""],
    none: "package greeting;\n\nclass GreetingTest {}\n",
    why: "pom.xml and src/test",
    noTest: /no test ran|is missing/,
    integrationTests: 0,
  },
];

describe.each(fixtures)("$name, with nothing configured", (fixture) => {
  const { name, tool, tests, wrong, little, none, why, noTest } = fixture;
  const original = () => readFixture(name, tests);

  let ready: FixtureProject;
  let project: FixtureProject;
  const open = async (changes: Readonly<Record<string, string>>, configuration?: string) => {
    project = await openProject(name, changes, configuration);
    await lend(ready, project);
    return project;
  };

  beforeAll(async () => {
    for (const [program, ...words] of fixture.install === undefined ? [tool] : [tool, fixture.install]) {
      const { status } = spawnSync(program, words, { stdio: "ignore" });
      const command = [program, ...words].join(" ");
      if (status !== 0)
        throw new Error(`This test needs \`${command}\`, which does not work here. Install ${program}.`);
    }
    ready = await openProject(name);
    await ready.setUp();
  }, 120_000);

  afterEach(async () => project.remove());
  afterAll(async () => ready.remove());

  it("passes its unit tests, with figures and the reason for each command", async () => {
    await open({});

    const unit = await project.gate("unit");

    expect(unit.failures).toEqual([]);
    expect(unit.metrics).toMatchObject({ gate: "unit", totalTests: 2, failedTests: 0 });
    const reasons = project.loaded.detected.map((one) => `${one.key}: ${one.why}`);
    expect(reasons).toContainEqual(expect.stringContaining(`gates.unit.command: ${why}`));
  });

  it("passes its integration tests, or says that it has none", async () => {
    await open({});

    if (fixture.integrationTests === 0) {
      expect(project.loaded.config.gates.integration).toBeUndefined();
      return;
    }
    const { failures, metrics } = await project.gate("integration");
    expect(failures).toEqual([]);
    expect(metrics).toMatchObject({ gate: "integration", totalTests: fixture.integrationTests });
  });

  it("fails for a test that fails, and names it", async () => {
    await open({ [tests]: (await original()).replace(...wrong) });

    const { status, failures } = await project.gate("unit");

    expect(status).toBe("failed");
    expect(failures[0]?.title).toMatch(/^Test failed: .*greets.?by.?name/i);
  });

  it("fails for too little coverage, and names the file", async () => {
    await open({ [tests]: (await original()).replace(...little) }, "gates: { unit: { minimumCoverage: 100 } }");

    const { status, failures } = await project.gate("unit");

    expect(status).toBe("failed");
    expect(failures.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/Coverage is [\d.]+ % of lines; 100 % are required/),
    );
  });

  it("fails when no test runs", async () => {
    await open({ [tests]: none });

    const { status, failures } = await project.gate("unit");

    expect(status).toBe("failed");
    expect(failures.map(({ title }) => title).join("\n")).toMatch(noTest);
  });
});

async function readFixture(name: string, file: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, name, file), "utf8");
}
