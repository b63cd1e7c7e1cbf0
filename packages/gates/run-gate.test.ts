import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { GateName } from "#machine";
import { runGate, runSetup, type GateContext, type GateOutcome } from "./index.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "gates-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
}

function context(given: Partial<GateContext>): GateContext {
  return {
    settings: {},
    smoke: undefined,
    development: undefined,
    directory,
    sha: "abc123",
    env: { PATH: process.env["PATH"], GITHUB_TOKEN: "ghs_never", NODE_OPTIONS: "--no-warnings" },
    clock: {
      now: () => performance.now(),
      sleep: async (ms, signal) => delay(Math.min(ms, 50), undefined, { signal }),
    },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...given,
  };
}

const titles = (outcome: GateOutcome) => outcome.failures.map(({ title }) => title);
const node = `"${process.execPath}"`;

const source = `export function sign(n) {
  if (n < 0) {
    return -1;
  }
  if (n > 0) {
    return 1;
  }
  return 0;
}
`;
const test = (
  body: string,
) => `import test from "node:test"; import assert from "node:assert"; import { sign } from "./src/sign.mjs";
test("knows signs", () => { ${body} });
`;
const unit = {
  command: `${node} --test --experimental-test-coverage --test-coverage-exclude="**/*.test.mjs" --test-reporter=junit --test-reporter-destination=unit.xml --test-reporter=lcov --test-reporter-destination=lcov.info`,
  report: "unit.xml",
  coverage: "lcov.info",
  minimumCoverage: 80,
  timeout: 30_000,
};
const sound = "assert.equal(sign(1), 1); assert.equal(sign(-1), -1); assert.equal(sign(0), 0);";

describe("the unit gate, over a project of node:test", () => {
  it("passes with its figures", async () => {
    await write({ "src/sign.mjs": source, "sign.test.mjs": test(sound) });

    const outcome = await runGate("unit", context({ settings: { unit } }));

    expect(outcome).toMatchObject({
      gate: "unit",
      status: "passed",
      sha: "abc123",
      targetMs: 300_000,
      metrics: { gate: "unit", coverage: 100, requiredCoverage: 80, totalTests: 1, failedTests: 0 },
      failures: [],
    });
  });

  it("fails for a failing test, with its place", async () => {
    await write({ "src/sign.mjs": source, "sign.test.mjs": test(`${sound} assert.equal(sign(2), 5);`) });

    const outcome = await runGate("unit", context({ settings: { unit } }));

    expect(outcome).toMatchObject({ status: "failed", metrics: { failedTests: 1 } });
    expect(outcome.failures).toEqual([
      expect.objectContaining({
        title: "Test failed: knows signs",
        file: "sign.test.mjs",
        suggestion: expect.stringContaining("sign.test.mjs"),
      }),
    ]);
  });

  it("fails for too little coverage, and names the lines", async () => {
    await write({ "src/sign.mjs": source, "sign.test.mjs": test("assert.equal(sign(-1), -1);") });

    const outcome = await runGate("unit", context({ settings: { unit } }));

    expect(outcome.status).toBe("failed");
    expect(outcome.failures).toEqual([
      expect.objectContaining({
        title: "Coverage is 55.55 % of lines; 80 % are required",
        suggestion: "Add tests for src/sign.mjs:5–8 (not covered).",
      }),
    ]);
  });
});

const okJunit = '<testsuite name="s" tests="1"><testcase name="a"/></testsuite>';
const badJunit =
  '<testsuite name="s" tests="1"><testcase name="a"><failure message="401 Unauthorized"/></testcase></testsuite>';
const okLcov = "SF:a\nDA:1,1\nend_of_record\n";

/** A gate whose command copies prepared reports into place. */
function prepared(command: string, timeout = 10_000) {
  return { command, report: "out/r.xml", coverage: "out/l.info", minimumCoverage: 70, timeout };
}

const put = "mkdir -p out && cat ok.xml > out/r.xml && cat ok.info > out/l.info";

describe("a report that proves nothing fails the gate, with the reason", () => {
  beforeEach(() => write({ "ok.xml": okJunit, "bad.xml": badJunit, "ok.info": okLcov }));

  it.each<[string, string, readonly string[]]>([
    ["missing", "true", ["The report out/r.xml is missing", "The report out/l.info is missing"]],
    ["empty", `${put}; : > out/r.xml`, ["The report out/r.xml is empty"]],
    ["blank", `${put}; echo > out/l.info`, ["The report out/l.info is empty"]],
    ["a directory", "mkdir -p out/r.xml && cat ok.info > out/l.info", ["The report out/r.xml is not a file"]],
    ["cut off", `${put}; head -c 30 ok.xml > out/r.xml`, ["The report out/r.xml proves nothing"]],
    ["without tests", `${put}; echo '<testsuites/>' > out/r.xml`, ["no test ran"]],
    [
      "copied with its old time",
      `${put}; touch -t 202001010000 ok.xml && cp -p ok.xml out/r.xml`,
      ["The report out/r.xml is not of this run"],
    ],
    [
      "clean but the command failed",
      `${put}; exit 3`,
      ["ended with exit code 3 although its report has no failing test"],
    ],
    ["clean but the command was killed", `${put}; kill -9 $$`, ["ended with signal SIGKILL although"]],
    [
      "missing and the command failed",
      "echo broken >&2; exit 1",
      ["r.xml is missing", "ended with exit code 1 although it should have written a report", "l.info is missing"],
    ],
    ["failing although the command succeeded", `${put}; cat bad.xml > out/r.xml`, ["Test failed (authentication): a"]],
  ])("%s", async (_, command, expected) => {
    const outcome = await runGate("integration", context({ settings: { integration: prepared(command) } }));

    expect(outcome.status).toBe("failed");
    expect(titles(outcome)).toEqual(expected.map((title) => expect.stringContaining(title)));
    for (const { suggestion } of outcome.failures) expect(suggestion.length).toBeGreaterThan(20);
  });

  it("of an earlier run", async () => {
    await write({ "out/r.xml": okJunit, "out/l.info": okLcov });
    await utimes(join(directory, "out/r.xml"), 1_000_000, 1_000_000);

    const outcome = await runGate("unit", context({ settings: { unit: prepared("true") } }));

    expect(titles(outcome)).toEqual([
      "The report out/r.xml is not of this run",
      "The report out/l.info is not of this run",
    ]);
  });

  it("passes when all is there", async () => {
    const outcome = await runGate("integration", context({ settings: { integration: prepared(put) } }));
    expect(outcome).toMatchObject({ status: "passed", metrics: { coverage: 100, totalTests: 1 } });
  });

  it("names the function that nothing tests, with its lines", async () => {
    const info =
      "SF:src/user.ts\nFN:39,UserService.create\nFNDA:0,UserService.create\nDA:39,1\nDA:40,0\nDA:58,0\nend_of_record\n";
    await write({ "ok.info": info });

    const outcome = await runGate("integration", context({ settings: { integration: prepared(put) } }));

    expect(outcome.failures[0]?.suggestion).toBe(
      "Add tests for `UserService.create`, src/user.ts:40–58 is not covered.",
    );
  });

  it("says that a flaky test passed only when it was tried again", async () => {
    const flaky = '<testsuite><testcase name="a" time="1.5"><flakyFailure message="x"/></testcase></testsuite>';
    await write({ "ok.xml": flaky });
    const said: string[] = [];

    const settings = { integration: prepared(put) };
    const outcome = await runGate("integration", context({ settings, onProgress: (line) => said.push(line) }));

    expect(outcome.status).toBe("passed");
    expect(said).toEqual(["integration: flaky: a", "integration: slow: a (1.5 s)"]);
  });

  it("ends a command that takes too long, and trusts nothing that it wrote", async () => {
    const outcome = await runGate("unit", context({ settings: { unit: prepared(`${put}; sleep 30`, 300) } }));
    expect(titles(outcome)).toEqual([expect.stringContaining("was ended after 0 s")]);
  });

  it("rejects when it is aborted", async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error("stopped by a person")), 100);
    const gate = runGate("unit", context({ settings: { unit: prepared("sleep 30") }, signal: abort.signal }));
    await expect(gate).rejects.toThrow("stopped by a person");
  });
});

it("gives the project's code no variable of ours but harmless ones", async () => {
  const seen: string[] = [];
  await runGate("unit", context({ settings: { unit: prepared("env") }, onProgress: (line) => seen.push(line) }));

  expect(seen.join("\n")).toContain("PATH=");
  expect(seen.join("\n")).not.toMatch(/ghs_never|GITHUB_TOKEN|NODE_OPTIONS/);
});

it.each<GateName>(["security", "unit", "integration", "e2e", "smoke", "dod"])(
  "fails %s when it is not configured, and says what to add",
  async (gate) => {
    const outcome = await runGate(gate, context({}));

    expect(outcome.status).toBe("failed");
    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0]?.suggestion).toMatch(gate === "dod" ? /release start/ : /command:/);
  },
);

it("says why the set-up failed", async () => {
  expect(await runSetup(context({ settings: { setup: "true" } }))).toBeUndefined();
  expect(await runSetup(context({ settings: { setup: "echo no lockfile >&2; exit 1" } }))).toMatchObject({
    detail: "no lockfile",
  });
});

const findings = (scores: readonly string[]) =>
  JSON.stringify({
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "scan",
            rules: scores.map((score, at) => ({
              id: `R${at}`,
              helpUri: "https://example.com/fix",
              properties: { "security-severity": score },
            })),
          },
        },
        results: scores.map((_, at) => ({
          ruleId: `R${at}`,
          message: { text: "bad" },
          locations: [{ physicalLocation: { artifactLocation: { uri: "a.js" }, region: { startLine: 4 } } }],
        })),
        invocations: [{ executionSuccessful: true }],
      },
    ],
  });

const scan = async (scores: readonly string[], exit = 0) => {
  await write({ "ready.json": findings(scores) });
  const security = {
    scanners: [{ command: `cat ready.json > s.sarif; exit ${exit}`, report: "s.sarif" }],
    blockAt: 7,
    timeout: 10_000,
  };
  return await runGate("security", context({ settings: { security } }));
};

describe("the security gate", () => {
  it("counts by CVSS and blocks from the configured score on, the worst first", async () => {
    const outcome = await scan(["7.0", "9.8", "6.9", "8.9"], 1);

    expect(outcome).toMatchObject({ status: "failed", metrics: { criticalIssues: 1, highIssues: 2, otherIssues: 1 } });
    expect(titles(outcome)).toEqual(["R1 (CVSS 9.8) in a.js:4", "R3 (CVSS 8.9) in a.js:4", "R0 (CVSS 7.0) in a.js:4"]);
    expect(outcome.failures[0]?.suggestion).toContain("https://example.com/fix");
  });

  it.each<[string, readonly string[], number, "passed" | "failed"]>([
    ["clean", [], 0, "passed"],
    ["clean, but the scanner failed", [], 1, "failed"],
    ["small findings, and the exit code for findings", ["3.0"], 1, "passed"],
    ["small findings, and another exit code", ["3.0"], 2, "failed"],
    ["a finding that blocks, exit code 0", ["7.1"], 0, "failed"],
  ])("%s", async (_, scores, exit, status) => {
    expect((await scan(scores, exit)).status).toBe(status);
  });
});

it("tells of a hole in a package its score, what corrects it, and the command", async () => {
  await copyFile(resolve("packages/gates/readers/corpus/findings/pnpm-audit-fail.json"), join(directory, "audit.json"));
  const scanners = [{ command: "cat audit.json > a.json; exit 1", report: "a.json" }];
  const security = { scanners, blockAt: 7, timeout: 10_000 };

  const outcome = await runGate("security", context({ settings: { security } }));

  expect(outcome.failures).toEqual([
    {
      title: "CVE-2019-10744 (CVSS 9.1): lodash 4.17.10",
      detail:
        "Prototype Pollution in lodash\nCWE-1321 · CWE-20 · OWASP A03:2021 Injection · GHSA-jf85-cpcp-j695 · npm:1106913",
      suggestion:
        "Run `pnpm update lodash@4.17.12`. lodash 4.17.12 corrects it. See https://github.com/advisories/GHSA-jf85-cpcp-j695",
      class: "new",
    },
  ]);
});

const application = `
import { createServer } from "node:http"; import { spawn } from "node:child_process"; import { writeFileSync } from "node:fs";
const child = spawn("sleep", ["60"]); writeFileSync("pids", process.pid + " " + child.pid);
createServer((request, response) => { response.writeHead(request.url === "/health" ? 200 : 404).end(process.env.GREETING ?? ""); }).listen(process.env.PORT, "127.0.0.1");
`;
const development = { command: `${node} app.mjs`, health: "/health", env: { GREETING: "hello" }, timeout: 20_000 };
const none = { none: "not in this test" };
const smoke = {
  api: [{ name: "health", method: "GET", path: "/health", headers: {}, status: "2xx", contains: "hello", capture: {} }],
  database: none,
  external: none,
  auth: none,
  paths: none,
  timeout: 2_000,
  retry: { on: [], times: 0, delay: 1 },
  parallel: 4,
  failFast: false,
  origins: [],
} as const;

/** Whether a process runs; one that ended and was not yet collected by its parent does not. */
function runs(pid: number): boolean {
  const [state = ""] = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && state !== "Z";
}

async function expectStopped(): Promise<void> {
  const pids = (await readFile(join(directory, "pids"), "utf8")).split(" ").map(Number);
  expect(pids).toHaveLength(2);
  for (let tries = 0; tries < 40 && pids.some(runs); tries += 1) await delay(25);
  expect(pids.filter(runs)).toEqual([]);
}

describe("the smoke gate, over a real application", () => {
  beforeEach(() => write({ "app.mjs": application }));

  it("passes, and stops the application with all its children", async () => {
    const outcome = await runGate("smoke", context({ smoke, development }));

    expect(outcome).toMatchObject({
      status: "passed",
      metrics: { gate: "smoke", categoriesPassed: 5, categoriesFailed: 0 },
    });
    await expectStopped();
  });

  it("fails with the check that failed, and stops it too", async () => {
    const wrong = { ...smoke, api: [{ ...smoke.api[0], path: "/gone" }] };

    const outcome = await runGate("smoke", context({ smoke: wrong, development }));

    expect(outcome).toMatchObject({ status: "failed", metrics: { categoriesFailed: 1 } });
    expect(titles(outcome)).toEqual(["Smoke check failed: api: health"]);
    await expectStopped();
  });

  it.each<[string, string, number, string]>([
    ["dies", "echo no database >&2; exit 7", 20_000, "The application ended with exit code 7 before it was healthy"],
    ["is never healthy", "sleep 60", 300, "The application was not healthy within 0 s"],
  ])("says so when it %s", async (_, command, timeout, title) => {
    const outcome = await runGate("smoke", context({ smoke, development: { ...development, command, timeout } }));
    expect(titles(outcome)).toEqual([title]);
  });
});

const journeys = (status: string, message = "") =>
  JSON.stringify({
    errors: [],
    stats: {
      expected: status === "expected" ? 1 : 0,
      unexpected: status === "unexpected" ? 1 : 0,
      flaky: 0,
      skipped: 0,
    },
    suites: [
      {
        title: "buy",
        specs: [
          { title: "pays", tests: [{ status, results: [{ status: "failed", duration: 5, error: { message } }] }] },
        ],
      },
    ],
  });

const e2e = (command: string) => ({ command, report: "e2e.json", timeout: 30_000 });

describe("the e2e gate", () => {
  beforeEach(() =>
    write({
      "app.mjs": application,
      "good.json": journeys("expected"),
      "bad.json": journeys("unexpected", "no button"),
      "lost.json": journeys("unexpected", "net::ERR_CONNECTION_RESET"),
    }),
  );

  const reach = `${node} -e 'fetch(process.env.BASE_URL + "/health").then((r) => process.exit(r.ok ? 0 : 9))'`;

  it("walks against the application that it started", async () => {
    const settings = { e2e: e2e(`${reach} && cat good.json > e2e.json`) };

    const outcome = await runGate("e2e", context({ settings, development }));

    expect(outcome).toMatchObject({
      status: "passed",
      metrics: { journeysPassed: 1, journeysFailed: 0, journeys: [{ name: "buy › pays" }] },
    });
    await expectStopped();
  });

  it("fails for a journey at once, but walks again after a lost connection", async () => {
    const failing = await runGate(
      "e2e",
      context({ settings: { e2e: e2e("echo run >> runs; cat bad.json > e2e.json; exit 1") }, development }),
    );
    expect(titles(failing)).toEqual(["Journey failed: buy › pays"]);
    expect(await readFile(join(directory, "runs"), "utf8")).toBe("run\n");

    const slept: number[] = [];
    const clock = {
      now: () => performance.now(),
      sleep: async (ms: number) => {
        slept.push(ms);
        await delay(Math.min(ms, 50));
      },
    };
    const again = e2e(
      "if test -e tried; then cat good.json > e2e.json; else touch tried; cat lost.json > e2e.json; exit 1; fi",
    );
    const outcome = await runGate("e2e", context({ settings: { e2e: again }, development, clock }));
    expect(outcome.status).toBe("passed");
    expect(slept).toContain(60_000);
  });

  it("reads what Playwright itself writes", async () => {
    await symlink(resolve("node_modules"), join(directory, "node_modules"));
    await write({
      "shop.spec.mjs": `import { test, expect } from "@playwright/test";
        test.describe("buying", () => {
          test("opens", async ({ request }) => { expect(await (await request.get("/health")).text()).toBe("hello"); });
          test("pays", async () => { expect("no button").toBe("button"); });
          test.skip("later", () => {});
        });`,
      "playwright.config.mjs": `export default { testMatch: "*.spec.mjs", workers: 1, use: { baseURL: process.env.BASE_URL } };`,
    });
    const settings = {
      e2e: e2e(
        `PLAYWRIGHT_JSON_OUTPUT_NAME=e2e.json ${node} node_modules/@playwright/test/cli.js test --reporter=json`,
      ),
    };

    const outcome = await runGate("e2e", context({ settings, development }));

    expect(outcome).toMatchObject({ status: "failed", metrics: { journeysPassed: 1, journeysFailed: 1 } });
    expect(titles(outcome)).toEqual(["Journey failed: buying › pays"]);
    expect(outcome.failures[0]).toMatchObject({
      file: "shop.spec.mjs",
      line: 4,
      detail: expect.stringContaining('Expected: "button"'),
    });
  }, 30_000);

  it("shows no secret that the application was given", async () => {
    const env = { GREETING: "hello", API_KEY: "sandbox-key-1" };
    const settings = { e2e: e2e("echo refused $API_KEY >&2; exit 1") };

    const outcome = await runGate("e2e", context({ settings, development: { ...development, env } }));

    expect(outcome.failures[1]?.detail).toBe("refused [REDACTED]");
  });
});
