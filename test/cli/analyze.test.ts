import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "analyze-"));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

async function analyze(input: string | Iterable<string>, ...options: readonly string[]) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--max-old-space-size=64", main, "analyze", "-", ...options],
    { cwd, stdio: ["pipe", "pipe", "pipe"] },
  );
  // Who refuses a line need not read the rest.
  child.stdin.on("error", () => undefined);
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  for (const piece of typeof input === "string" ? [input] : input) {
    if (!child.stdin.write(piece)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [stdout, stderr, [code]] = await output;
  return { code: Number(code), stdout, stderr };
}

const arm = (requests: number, errors: number, more: object = {}) => ({ requests, errors, ...more });
const good = { baseline: arm(950, 4), canary: arm(50, 0), weight: 0.05 };
const bad = { baseline: arm(950, 4), canary: arm(50, 9), weight: 0.05 };
const jsonLines = (bins: readonly object[]) => bins.map((bin) => `${JSON.stringify(bin)}\n`).join("");
const watch = (count: number, bin: (index: number) => object, stepSeconds = 10) =>
  jsonLines(Array.from({ length: count }, (_, index) => ({ t: 1_700_000_000 + index * stepSeconds, ...bin(index) })));

const until = (bins: number, index: number) => ({ canary: arm(index < bins ? 50 : 0, 0) });
const few = (bin: object) => watch(3, () => bin);
const line = (more: object) => `${JSON.stringify({ t: 0, ...good, ...more })}\n`;

describe("one run", () => {
  it("ends with 0 for promote, 4 for rollback and 3 for hold, and says when and why", async () => {
    const promoted = await analyze(watch(60, () => good));
    expect(promoted).toMatchObject({ code: 0, stderr: "" });
    expect(promoted.stdout).toMatch(/^PROMOTE at 1700000590 s\n {2}The canary failed 0 of 3,000 requests/);

    const back = await analyze(watch(60, (index) => (index < 30 ? good : bad)));
    expect(back).toMatchObject({ code: 4, stderr: "" });
    expect(back.stdout).toMatch(/^ROLL BACK at 1700000(30|31)0 s \(error-rate-spike\)\n {2}\d+ of \d+ errors fell on/);

    const held = await analyze(watch(60, () => ({ ...good, canary: arm(0, 0) })));
    expect(held).toMatchObject({ code: 3, stdout: expect.stringMatching(/^HOLD at .*\n.*not answered a single/) });
  });

  it("is JSON where that is wanted", async () => {
    const { code, stdout } = await analyze(
      watch(60, () => bad),
      "--json",
    );

    expect(code).toBe(4);
    expect(stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "rollback",
      at: expect.any(Number),
      trigger: "error-rate-spike",
      eValue: expect.any(Number),
    });
    expect(Object.keys(JSON.parse(stdout) as object).slice(0, 2)).toEqual(["verdict", "at"]);
  });

  it("takes the judge, its alpha and its bound from the command line", async () => {
    const seven = watch(60, () => ({ canary: arm(50, 4), weight: 1 }));

    expect((await analyze(seven)).code).toBe(4);
    expect((await analyze(seven, "--max-error-ratio=0.2")).code).toBe(3);
    expect((await analyze(seven, "--judge=threshold", "--json")).stdout).toContain('"at":1700000120');
    expect((await analyze(seven, "--alpha=1e-60")).code).toBe(3);
  });

  it("takes bins of any length, blank lines, a byte order mark and the line ends of others", async () => {
    const lines = watch(20, () => good, 60).replaceAll("\n", "\r\n\r\n");

    expect(await analyze(`\uFEFF${lines}`)).toMatchObject({ code: 0, stderr: "" });
    expect((await analyze(watch(20, () => bad, 7.5))).code).toBe(4);
  });

  it("says how much of the canary was recorded without a value, and holds where that is most", async () => {
    const half = await analyze(watch(60, (index) => (index < 5 ? { ...good, canary: arm(Number.NaN, 0) } : good)));
    expect(half).toMatchObject({ code: 0, stdout: expect.stringContaining("5 of 60 bins have no data of the canary") });

    const lines = watch(60, (index) => (index < 5 ? good : { ...good, canary: null }));
    expect(await analyze(lines)).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/^HOLD .*\n {2}55 of 60 bins/),
    });
    const literal =
      '{"t": 1, "baseline": {"requests": NaN, "errors": NaN}, "canary": {"requests": 100, "errors": 0}}\n';
    expect(await analyze(literal)).toMatchObject({ code: 0 });
  });

  it("holds a canary that has fallen silent, with a share to expect or without", async () => {
    const beside = await analyze(watch(60, (index) => ({ baseline: arm(950, 4), ...until(20, index) })));
    expect(beside).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/^HOLD .*\n {2}The canary has answered no request since 1700000190 s\./),
    });
    expect((await analyze(watch(60, (index) => until(20, index)))).code).toBe(3);
    expect((await analyze(watch(60, (index) => ({ canary: arm(index % 20 === 0 ? 1 : 0, 0) })))).code).toBe(0);
  });

  it("says nothing of slow requests that nobody counted", async () => {
    const [unknown, known] = [
      await analyze(few(bad), "--json"),
      await analyze(few({ baseline: arm(950, 4, { slow: 9 }), canary: arm(50, 9, { slow: 1 }) }), "--json"),
    ];

    expect(unknown.stdout).not.toMatch(/latency/);
    expect(known.stdout).toMatch(/over the latency bound.*"name":"latency"/);
  });

  it("does not take a cause that met both versions for two", async () => {
    // Ten clients a bin whose four tries each go where they may: nearly all of them met the baseline, two the canary.
    const tries = { baseline: arm(950, 38, { clusters: 10 }), canary: arm(50, 2, { clusters: 2 }), weight: 0.05 };
    const causes = { ...tries, baseline: arm(950, 10), canary: arm(50, 2) };

    expect((await analyze(watch(60, () => tries))).code).toBe(0);
    expect((await analyze(watch(60, () => causes))).code).toBe(4);
    expect((await analyze(watch(60, () => ({ ...tries, canary: arm(50, 20, { clusters: 5 }) })))).code).toBe(4);
  });

  it("goes on to count a canary's errors of an interval as one where only the baseline's causes were told, also alone", async () => {
    const beside = { baseline: arm(950, 40, { clusters: 2 }), canary: arm(50, 2), weight: 0.05 };
    const alone = { canary: arm(1000, 42), weight: 1 };

    const { code, stdout } = await analyze(watch(60, (index) => (index < 40 ? beside : alone)));

    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^PROMOTE/) });
  });

  it("judges clusters where they are given, and rounds what was extrapolated", async () => {
    const burst = { ...good, canary: arm(50, 9) };
    const known = { baseline: arm(950, 4, { clusters: 4 }), canary: arm(50, 9, { clusters: 1 }), weight: 0.05 };
    expect((await analyze(few(burst))).code).toBe(4);
    expect((await analyze(few(known))).code).toBe(0);
    expect((await analyze(few({ ...burst, baseline: arm(950, 4, { clusters: 4 }) }))).code).toBe(0);

    const odd = { ...good, canary: arm(50.4, 0.2) };
    expect((await analyze(few(odd), "--json")).stdout).toContain("failed 0 of 150 requests");
  });
});

describe("several runs", () => {
  const runs = jsonLines(
    ["a", "b", "c"].flatMap((run) =>
      Array.from({ length: 30 }, (_, index) => ({ run, t: index, ...(run === "b" ? bad : good) })),
    ),
  );

  it("get a verdict each, in order, and 0", async () => {
    const { code, stdout } = await analyze(runs, "--json");
    expect(code).toBe(0);
    const verdicts = stdout
      .trim()
      .split("\n")
      .map((verdict) => JSON.parse(verdict) as { run: string; verdict: string });
    expect(verdicts.map(({ run, verdict }) => [run, verdict])).toEqual([
      ["a", "promote"],
      ["b", "rollback"],
      ["c", "promote"],
    ]);
    const hostile = runs.replaceAll('"run":"a"', String.raw`"run":"a\u001b[2J"`);
    expect((await analyze(hostile)).stdout).toMatch(/^a·\[2J: PROMOTE/);
    expect((await analyze(runs)).stdout).toMatch(/^a: PROMOTE at 29 s: .*\nb: ROLL BACK at \d s .*\nc: PROMOTE/);
  });
});

describe("what cannot be read", () => {
  it.each<[string, string, RegExp]>([
    ["nothing", "", /^- holds no line\n/],
    ["no JSON", `${line({})}errors=3\n`, /^-:2: This is not JSON: errors=3\n/],
    ["an array", "[1]\n", /^-:1: A line must be one JSON object; got \[1\]/],
    ["no time", line({ t: "10:00" }), /^-:1: "t" must be a number of seconds; got "10:00"/],
    ["a time beyond all times", line({ t: -1e300 }), /^-:1: "t" must be a number of seconds; got -1e\+300/],
    ["time that stands still", line({}) + line({}), /^-:2: "t" must rise from line to line of a run; got 0 after 0/],
    ["time that falls", line({}) + line({ t: -1 }), /^-:2: "t" must rise .*got -1 after 0/],
    ["more errors than requests", line({ canary: arm(1, 2) }), /"canary" has more errors \(2\) than requests \(1\)/],
    ["more slow ones", line({ baseline: arm(9, 0, { slow: 10 }) }), /"baseline" has more slow requests \(10\)/],
    [
      "more clusters than errors",
      line({ canary: arm(9, 1, { clusters: 2 }) }),
      /more clusters \(2\) than errors \(1\)/,
    ],
    ["errors of no cluster", line({ canary: arm(9, 1, { clusters: 0 }) }), /1 errors in 0 clusters/],
    ["a negative count", line({ canary: arm(-1, 0) }), /"requests" of "canary" must be a count, 0 or more; got -1/],
    ["a word for a count", line({ canary: { requests: "9", errors: 0 } }), /"requests" of "canary" must be a count/],
    ["half an arm", line({ canary: { requests: 9 } }), /"canary" has no "errors"/],
    ["a share in percent", line({ weight: 5 }), /5 % is 0\.05\); got 5/],
    ["no arm", '{"t": 1}\n', /neither "canary" nor "baseline"/],
    ["a run without a name", line({ run: "" }), /"run" is the name of a run/],
    ["runs and no runs", line({ run: "a" }) + line({}), /^-:2: Some lines name their run and some do not/],
    ["a run torn apart", line({ run: "a" }) + line({ run: "b" }) + line({ run: "a" }), /^-:3: Run a goes on after/],
    ["a count in quotes", line({ canary: { requests: "50", errors: 0 } }), /must be a count, 0 or more; got "50"/],
    ["a line that is too long", `${" ".repeat(70_000)}${line({})}`, /^-:1: The line is longer than 65536 characters/],
    ["no line ends", "x".repeat(70_000), /^-:1: The line is longer than 65536 characters/],
    ["control characters", "\u001b[2J\n", /^-:1: This is not JSON: ·\[2J\n/],
  ])("%s", async (_name, input, message) => {
    const { code, stderr, stdout } = await analyze(input);

    expect(stderr).toMatch(message);
    expect(stderr.split("\n")).toHaveLength(3);
    expect({ code, stack: /\n\s+at /.test(stderr), verdict: stdout.includes("PROMOTE") }).toMatchObject({
      code: 2,
      stack: false,
    });
  });

  it.each([
    ["missing.jsonl", "there is no such file"],
    [".", "it is a directory"],
  ])("the file %s", async (file, why) => {
    await writeFile(
      path.join(cwd, "metrics.jsonl"),
      watch(10, () => good),
    );
    const run = async (name: string) => {
      const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "analyze", name], { cwd });
      const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
      return { code: Number(code), stderr };
    };
    expect(await run("metrics.jsonl")).toMatchObject({ code: 0, stderr: "" });
    expect(await run(file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${file} cannot be read: ${why}\n`),
    });
  });
});

it("says of the example what the documentation says", async () => {
  const example = await readFile(new URL("../../examples/canary.jsonl", import.meta.url), "utf8");
  const page = await readFile(new URL("../../docs/canary.md", import.meta.url), "utf8");
  const { code, stdout } = await analyze(example);

  expect(code).toBe(4);
  expect(page).toContain(stdout.split("\n").slice(0, 3).join("\n"));
  expect((await analyze(example, "--judge=threshold")).stdout).toMatch(/^HOLD/);
});

it("holds no file in memory: 60 MB go through a heap of 64", async () => {
  const piece = JSON.stringify({ ...good, note: "x".repeat(1000) }).slice(1);
  function* lines() {
    for (let t = 0; t < 60_000; t += 1) yield `{"t":${t},${piece}\n`;
  }
  expect(await analyze(lines())).toMatchObject({ code: 0, stderr: "" });
});
