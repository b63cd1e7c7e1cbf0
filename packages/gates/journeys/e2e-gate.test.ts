import { readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { unzipSync } from "fflate";

import { createScrubber } from "#scrub";

import { runGate, type GateContext, type GateOutcome } from "../index.ts";
import { makeCheckout, node } from "../test/checkout.ts";

// Real runs of Playwright in a real Chromium, against a small application.

const app = `import { createServer } from "node:http";
createServer((request, response) => {
  if (request.url === "/die") { console.error("out of memory"); process.exit(3); }
  const page = "<body><h1 style='color:" + (process.env.COLOR ?? "red") + "'>Hi</h1></body>";
  setTimeout(() => response.writeHead(200, { "content-type": "text/html" }).end(page), request.url === "/slow" ? 1200 : 0);
}).listen(process.env.PORT, "127.0.0.1");`;

const playwrightConfig = `import chromium from "@sparticuz/chromium";
const args = chromium.args.filter((argument) => argument !== "--single-process");
const launchOptions = { executablePath: await chromium.executablePath(), args };
const use = { baseURL: process.env.BASE_URL, trace: "retain-on-failure", screenshot: "only-on-failure" };
export default {
  testDir: "journeys", workers: 1, timeout: 60_000, expect: { timeout: 20_000 }, use,
  reporter: [["junit", { outputFile: "own.xml" }], ["line"]],
  retries: Number(process.env.RETRIES ?? 0),
  updateSnapshots: process.env.SNAPSHOTS ?? "missing",
  projects: [
    { name: "chromium", use: { browserName: "chromium", launchOptions } },
    ...(process.env.FIREFOX ? [{ name: "firefox", use: { browserName: "firefox" } }] : []),
  ],
};`;

const journeys = (body: string) => `import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
${body}`;
const looks = `test("looks", async ({ page }) => { await page.goto("/"); await expect(page).toHaveScreenshot("home.png"); });`;
const opens = `test("opens", async ({ page }) => { await page.goto("/"); await expect(page.getByRole("heading")).toHaveText("Hi"); });`;

const slow = (title: string, tag: string) =>
  `test("${title}", { tag: "${tag}" }, async ({ page }) => { await page.goto("/slow"); });`;

const planted = ["pl4nted", "Secr3t", "0fNobody"].join("-");
const scrub = createScrubber({ secrets: [planted] });
let checkout: Awaited<ReturnType<typeof makeCheckout>>;
beforeEach(async () => {
  checkout = await makeCheckout({ "app.mjs": app, "playwright.config.mjs": playwrightConfig });
  await symlink(resolve("node_modules"), join(checkout.directory, "node_modules"));
});
afterEach(() => checkout.remove());

const command = `${node} node_modules/@playwright/test/cli.js test`;
type Journeys = Partial<NonNullable<GateContext["settings"]["e2e"]>>;

async function walk(
  body: string,
  settings: Journeys = {},
  env: Readonly<Record<string, string>> = {},
): Promise<GateOutcome & { readonly said: string }> {
  await checkout.write({ "journeys/shop.spec.mjs": journeys(body) });
  const said: string[] = [];
  const outcome = await runGate(
    "e2e",
    checkout.context({
      settings: { e2e: { command, timeout: 120_000, ...settings } },
      development: { command: `${node} app.mjs`, health: "/", env, timeout: 20_000 },
      artifacts: { directory: join(checkout.directory, "kept"), name: "evidence/v1.0.0", scrub },
      onProgress: (line) => said.push(line),
    }),
  );
  return { ...outcome, said: said.join("\n") };
}

const titles = ({ failures }: GateOutcome) => failures.map(({ title }) => title);

describe("journeys that Playwright walks in Chromium", () => {
  it("pass without any report of the project, whose own reporters go on working; skipped and flaky ones are shown", async () => {
    const flaky = `test("comes round", async () => { if (!existsSync("seen")) { writeFileSync("seen", ""); throw new Error("first time"); } });`;
    const outcome = await walk(`${opens} ${flaky} test.fixme("later", async () => {});`, {}, { RETRIES: "1" });

    expect(outcome.failures).toEqual([]);
    expect(outcome).toMatchObject({
      status: "passed",
      metrics: {
        journeysPassed: 2,
        journeysFailed: 0,
        journeys: [
          { name: "opens [chromium]", status: "passed" },
          { name: "comes round [chromium]", status: "passed", flaky: true },
          { name: "later [chromium]", status: "skipped" },
        ],
      },
    });
    expect(outcome.said).toContain("flaky: comes round [chromium]\nskipped: later [chromium]");
    expect(await checkout.read("own.xml")).toContain("<testsuites");
  }, 180_000);

  it("fail by a picture that differs, with the three images and the trace kept; and when there is none to compare with", async () => {
    const first = await walk(looks, {}, { SNAPSHOTS: "missing" });
    expect(titles(first)).toEqual(["Journey has no snapshot to compare with: looks [chromium]"]);
    expect(first.failures[0]?.suggestion).toContain("commit it: npx playwright test --update-snapshots");

    const { failures } = await walk(looks, {}, { COLOR: "blue" });

    const at = "evidence/v1.0.0/e2e/1-looks-chromium";
    expect(failures).toMatchObject([
      {
        title: "Journey looks different: looks [chromium]",
        detail: expect.stringMatching(/\d+ pixels .* are different/),
        file: "journeys/shop.spec.mjs",
        line: 3,
        suggestion: expect.stringContaining(
          `Compare ${at}/1-home-chromium-linux.png, ${at}/2-home-actual.png, ${at}/3-home-diff.png.`,
        ),
      },
    ]);
    expect(failures[0]?.suggestion).toContain(`show-trace ${at}/6-trace.zip`);
    const kept = (await checkout.list("kept/e2e/1-looks-chromium")).toSorted();
    expect(kept).toEqual([
      "1-home-chromium-linux.png",
      "2-home-actual.png",
      "3-home-diff.png",
      "4-test-failed-1.png",
      "5-error-context.md",
      "6-trace.zip",
    ]);

    const anew = await walk(looks, {}, { COLOR: "blue", SNAPSHOTS: "all" });
    expect(titles(anew)).toEqual(["Snapshots were written anew where they differed, and compared with nothing"]);
  }, 180_000);

  it("leave no secret in what is kept: known, typed, sent, or answered", async () => {
    const drawn = ["q7Zk2", "Xw9Lp", "4Rt8V", "n3Bc6"].join("");
    const body = `test("signs in", async ({ page, context }) => {
      await context.addCookies([{ name: "sid", value: "c00kie${drawn}", url: process.env.BASE_URL }]);
      await page.setExtraHTTPHeaders({ authorization: "Bearer ${drawn}" });
      await page.goto("/?q=${planted}");
      await page.setContent("<label>Password<input type=password id=password></label>");
      await page.fill("#password", "typed-${drawn}");
      await page.evaluate(() => console.log("token=${drawn}"));
      expect("${planted}").toBe("else");
    });`;
    await walk(body);

    const names = await checkout.list("kept/e2e/1-signs-in-chromium");
    expect(names).toContain("3-trace.zip");
    const kept = join(checkout.directory, "kept/e2e/1-signs-in-chromium");
    const trace = unzipSync(await readFile(join(kept, "3-trace.zip")));
    const texts = [...Object.values(trace), await readFile(join(kept, "2-error-context.md"))].map(String);
    expect(Object.keys(trace)).toEqual(expect.arrayContaining([expect.stringMatching(/trace\.trace$/)]));
    for (const text of Object.values(trace).map((bytes) => Buffer.from(bytes).toString("utf8"))) {
      expect(text).not.toContain(planted);
      expect(text).not.toContain(drawn);
    }
    expect(texts.join("")).not.toContain(planted);
    const lines = Object.entries(trace)
      .filter(([name]) => /\.(?:trace|network)$/.test(name))
      .flatMap(([, bytes]) => Buffer.from(bytes).toString("utf8").split("\n"))
      // A browser that asked for nothing leaves an empty file.
      .filter((line) => line !== "");
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  }, 180_000);

  it("have to keep their budgets: by name, by tag, or that of all", async () => {
    const outcome = await walk(`${opens} ${slow("pays", "@checkout")} ${slow("looks up", "@search")}`, {
      budget: 90_000,
      budgets: { "@checkout": 1_000, "@search": 1_000, "looks up": 90_000 },
    });

    expect(titles(outcome)).toEqual([
      expect.stringMatching(/^Journey over its budget: pays \[chromium\] took \d+\.\d s, 1\.0 s are allowed$/),
    ]);
    expect(outcome.failures[0]?.suggestion).toMatch(/gates\.e2e\.budgets: \{ "pays": \d+s \}/);
    expect(outcome).toMatchObject({ status: "failed", metrics: { journeysPassed: 2, journeysFailed: 1 } });
  }, 180_000);

  it("are told after the death of the application, and not walked again", async () => {
    const dies = `test("dies", async ({ page }) => { await page.goto("/die"); });`;
    const outcome = await walk(`${dies} ${opens}`);

    expect(titles(outcome)).toEqual([
      "The application ended with exit code 3 while it was tested",
      "Journey could not reach the application: dies [chromium]",
      "Journey could not reach the application: opens [chromium]",
    ]);
    expect(outcome.failures[0]?.detail).toBe("out of memory");
    expect(outcome.said).not.toContain("trying once more");
  }, 180_000);

  it("are walked again when they hang; what passes then is flaky", async () => {
    const hangs = `test("hangs", async ({ page }) => {
      await page.goto("/");
      if (existsSync("seen")) return;
      writeFileSync("seen", "");
      test.setTimeout(100);
      await page.getByText("nope").click();
    });`;
    const outcome = await walk(hangs);

    expect(outcome).toMatchObject({
      status: "passed",
      failures: [],
      metrics: { journeys: [{ name: "hangs [chromium]", flaky: true }] },
    });
    expect(outcome.said).toContain("trying once more in 60 s");
  }, 180_000);

  it("are ended with the command that hangs, named", async () => {
    await checkout.write({
      "hangs.mjs": `const { default: Reporter } = await import(process.env.PW_TEST_REPORTER);
        const [done, hanging] = [{ title: "opens" }, { title: "pays" }];
        const reporter = new Reporter();
        for (const test of [done, hanging]) reporter.onTestBegin(test);
        reporter.onTestEnd(done);
        setInterval(() => {}, 1000);`,
    });
    const outcome = await walk(opens, { command: `${node} hangs.mjs`, timeout: 2_500 });

    expect(titles(outcome)).toEqual([expect.stringContaining("was ended after 3 s")]);
    expect(outcome.failures[0]?.detail).toBe("\nStill walking: pays");
  }, 180_000);
});

describe("browsers", () => {
  it("that are not installed are told once, with the command; those that are asked for have to walk", async () => {
    const skips = `test.skip(({ browserName }) => browserName === "chromium", "not there");`;
    const body = `${skips} ${opens} test("opens too", async ({ page }) => page.goto("/"));`;
    const { failures } = await walk(body, { browsers: ["chromium", "firefox"] }, { FIREFOX: "1" });

    expect(failures).toHaveLength(2);
    expect(failures[1]?.title).toBe("No journey was walked in chromium");
    expect(failures[0]).toMatchObject({
      title: "Environment: the browser firefox cannot be started here; 2 journeys not walked",
      detail: expect.stringContaining("Executable doesn't exist at"),
      suggestion: expect.stringContaining("npx playwright install --with-deps firefox"),
    });
  }, 180_000);

  it("that the configuration of Playwright does not know are a reason, with what it knows", async () => {
    const { failures } = await walk(opens, { command: `${command} --project=firefox`, browsers: ["firefox"] });

    expect(failures[0]).toMatchObject({
      title: "The Playwright configuration has no project firefox",
      detail: 'Available projects: "chromium"',
      suggestion: expect.stringContaining('projects: [{ name: "firefox"'),
    });
  }, 180_000);
});

describe("what proves nothing", () => {
  it.each([
    ["no run of Playwright", "true", opens, "No run of Playwright told how the journeys went"],
    ["a focused one", `${command} --forbid-only`, 'test.only("alone", async () => {});', "focused with '.only'"],
  ])(
    "%s",
    async (_, used, body, reason) => {
      const outcome = await walk(body, { command: used });

      expect(outcome.status).toBe("failed");
      expect(titles(outcome)[0]).toContain(reason);
    },
    40_000,
  );
});
