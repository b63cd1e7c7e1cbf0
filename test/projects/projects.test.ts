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
  /** Formats of its reports, where they are not JUnit and lcov. */
  readonly needs?: string;
  readonly withoutIntegration?: true;
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
  },
  {
    name: "rust",
    tool: ["cargo", "--version"],
    tests: "src/lib.rs",
    wrong: ["Hello, Ada!", "Hello, Bob!"],
    little: [/#\[test\]\s+fn greets_by_name[\s\S]*?\n {4}\}\n/, ""],
    none: 'pub fn greet(name: &str) -> String {\n    format!("Hello, {name}!")\n}\n',
    why: "Cargo.toml",
    noTest: /no test ran/,
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
    needs: "Go's JSON and cover profiles",
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
    needs: "JaCoCo's XML",
    withoutIntegration: true,
  },
];

/** Formats that no reader here knows yet. Once they do, their line goes, and the fixture runs. */
const unread: ReadonlySet<string> = new Set(["Go's JSON and cover profiles", "JaCoCo's XML"]);
const readable = fixtures.filter(({ needs }) => needs === undefined || !unread.has(needs));

describe.each(readable)("$name, with nothing configured", (fixture) => {
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
    const [program, ...words] = tool;
    const { status } = spawnSync(program, words, { stdio: "ignore" });
    if (status !== 0) throw new Error(`This test needs ${tool.join(" ")}, which does not run here. Install ${program}`);
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

    if (fixture.withoutIntegration === true) {
      expect(project.loaded.config.gates.integration).toBeUndefined();
      return;
    }
    const { failures, metrics } = await project.gate("integration");
    expect(failures).toEqual([]);
    expect(metrics).toMatchObject({ gate: "integration", totalTests: 1 });
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
