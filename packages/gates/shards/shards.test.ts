import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { chosen } from "../affected.ts";
import type { GateContext } from "../context.ts";
import { wantedJourneys } from "../journeys/e2e-gate.ts";
import { packLines, unpackLines } from "./file-lines.ts";
import { runGate } from "../index.ts";
import { CoverageTally } from "../readers/coverage.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "shards-"));
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

/** Each run writes a test named by `name`, and covers `lines` of the four lines of src/a.js. */
const writes = (name: string, lines: string, places = { report: "unit.xml", coverage: "unit.lcov" }) =>
  [
    `echo "${name}" >> ran`,
    `echo '<testsuite name="u" tests="1"><testcase name="${name}" time="0.1"/></testsuite>' > ${places.report}`,
    `{ echo SF:src/a.js; for n in 1 2 3 4; do case " ${lines} " in *" $n "*) echo DA:$n,1;; *) echo DA:$n,0;; esac; done; echo end_of_record; } > ${places.coverage}`,
  ].join(" && ");

const unit = { report: "unit.xml", coverage: "unit.lcov", minimumCoverage: 80, timeout: 20_000 };

function context(settings: GateContext["settings"], given: Partial<GateContext> = {}): GateContext {
  return {
    settings,
    smoke: undefined,
    development: undefined,
    directory,
    sha: "abc123",
    env: { PATH: process.env["PATH"] },
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

const ran = async () => (await readFile(join(directory, "ran"), "utf8")).trim().split("\n");

describe("shards in one process", () => {
  it("run one after another, and are judged together", async () => {
    await write({ "src/a.js": "" });
    const command = writes("{shard} of {shards}", "$SHARD_INDEX $((SHARD_INDEX + 2))");

    const outcome = await runGate("unit", context({ unit: { ...unit, command, shards: 2 } }));

    expect(await ran()).toEqual(["1 of 2", "2 of 2"]);
    expect(outcome).toMatchObject({ status: "passed", metrics: { totalTests: 2, coverage: 100 } });
  });

  it("fail for lines that none of them covers", async () => {
    await write({ "src/a.js": "" });
    const command = writes("{shard}", "$SHARD_INDEX");

    const outcome = await runGate("unit", context({ unit: { ...unit, command, shards: 2 } }));

    expect(outcome.failures.map(({ title }) => title)).toEqual(["Coverage is 50 % of lines; 80 % are required"]);
  });

  it("end with the first red one, whose report alone is read", async () => {
    await write({ "src/a.js": "" });
    const command = `[ {shard} = 1 ] && exit 7; ${writes("{shard}", "1 2 3 4")}`;

    const outcome = await runGate("unit", context({ unit: { ...unit, command, shards: 3 } }));

    expect(outcome.status).toBe("failed");
    expect(outcome.failures[0]?.title).toBe("The report unit.xml is missing");
    await expect(ran()).rejects.toThrow("ENOENT");
  });

  it("never take the report of the shard before for their own", async () => {
    await write({ "src/a.js": "" });
    const command = `[ {shard} = 2 ] || { ${writes("{shard}", "1 2 3 4")}; }`;

    const outcome = await runGate("unit", context({ unit: { ...unit, command, shards: 2 } }));

    expect(outcome.failures[0]?.title).toBe("The report unit.xml is not of this run");
  });

  it("run at once beside other gates, where each writes files of its own: all finish", async () => {
    await write({ "src/a.js": "" });
    const places = { report: "unit-{shard}.xml", coverage: "unit-{shard}.lcov" };
    const meet =
      "touch here-{shard}; for i in $(seq 200); do [ -e here-1 ] && [ -e here-2 ] && break; sleep 0.05; done";
    const command = `${meet}; [ -e here-1 ] && [ -e here-2 ] && ${writes("{shard}", "1 2 3 4", places)}; [ {shard} = 2 ]`;

    const settings = { unit: { ...unit, ...places, command, shards: 2 } };
    const outcome = await runGate("unit", context(settings, { parallel: true }));

    expect((await ran()).toSorted()).toEqual(["1", "2"]);
    expect(outcome).toMatchObject({ status: "failed", metrics: { totalTests: 2 } });
    expect(outcome.failures).toHaveLength(1);
  });
});

describe("the unit tests of a hotfix", () => {
  const everything = writes("all", "1 2 3 4");
  const hotfix = (affected: string | Readonly<Record<string, string>>, changed: readonly string[]) =>
    runGate(
      "unit",
      context(
        { unit: { ...unit, command: everything, affected } },
        { only: "critical", changed: async () => Promise.resolve(changed) },
      ),
    );

  it("are those that its files affect, and the bound is that of these files", async () => {
    await write({ "src/a.js": "", "src/b.js": "" });

    const outcome = await hotfix(`[ "$(cat "$CHANGED_FILES")" = src/a.js ] && ${writes("some", "1 2 3 4")}`, [
      "src/a.js",
    ]);

    expect(await ran()).toEqual(["some"]);
    expect(outcome).toMatchObject({
      status: "passed",
      metrics: { coverage: 100, totalTests: 1 },
      scope: expect.stringContaining("affected: the tests of src/a.js"),
    });
  });

  it.each<[string, string | Readonly<Record<string, string>>, readonly string[], string]>([
    [
      "no test was affected",
      "echo '<testsuite tests=\"0\"/>' > unit.xml; touch unit.lcov",
      ["src/a.js"],
      "no test ran",
    ],
    ["nothing was written", "true", ["src/a.js"], "The report unit.xml is missing"],
    ["the command failed", `${writes("some", "1 2 3 4")}; exit 3`, ["src/a.js"], "ended with 3"],
    ["too little of the change is covered", writes("some", "1"), ["src/a.js"], "cover 25 % of the changed files"],
    ["nothing of the change is measured", writes("some", "1 2 3 4"), ["src/b.js"], "no line of the changed files"],
    ["a file is nobody's", { "lib/**": "exit 9" }, ["src/a.js"], "which tests are about src/a.js is not known"],
    ["a file was removed", "exit 9", ["src/gone.js"], "src/gone.js was removed"],
    ["only texts were changed", "exit 9", ["README.md"], "no file that tests could be about was changed"],
    ["nobody knows what was changed", "exit 9", [], "no file that tests could be about was changed"],
  ])("are all of them where %s, and that is said", async (_name, affected, changed, why) => {
    await write({ "src/a.js": "", "src/b.js": "", "README.md": "" });

    const outcome = await hotfix(affected, changed);

    expect((await ran()).at(-1)).toBe("all");
    expect(outcome).toMatchObject({ status: "passed", scope: expect.stringContaining("everything: ") });
    expect(outcome.scope).toContain(why);
  });

  it("stay red when they are red", async () => {
    await write({ "src/a.js": "" });
    const red = `echo '<testsuite tests="1" failures="1"><testcase name="t"><failure message="no"/></testcase></testsuite>' > unit.xml; touch unit.lcov; exit 1`;

    expect((await hotfix(red, ["src/a.js"])).failures[0]?.title).toBe("Test failed: t");
    await expect(ran()).rejects.toThrow("ENOENT");
  });
});

const exists = () => true;

describe("commands for changed files", () => {
  it("are those of all globs that were hit, each once", () => {
    const affected = { "a/**": "one", "b/**": "two", "c/**": "three", "lib/**": "one" };

    expect(chosen(affected, ["b/x.js", "lib/y.js", "a/z.js"], exists)).toMatchObject({
      command: "code=0; (one) || code=1; (two) || code=1; exit $code",
    });
  });

  it("leave no changed file out, whatever is changed", () => {
    const file = fc.constantFrom("a/x.js", "b/x.js", "c/x.js", "README.md", "package.json");
    fc.assert(
      fc.property(fc.uniqueArray(file), (changed) => {
        const choice = chosen({ "a/**": "a", "b/**": "b" }, changed, exists);
        const known = changed.filter((one) => one !== "README.md");
        const all = known.length > 0 && known.every((one) => /^[ab]\//.test(one));
        expect("command" in choice).toBe(all);
        if ("command" in choice) for (const one of known) expect(choice.command).toContain(one[0]);
      }),
    );
  });
});

it.each<[readonly string[], string]>([
  [[], "@critical"],
  [["src/cart/sum.js"], "@critical|@cart"],
  [["src/cart/sum.js", "src/pay/card.js", "README.md"], "@critical|@cart|@pay"],
])("walks of the journeys for %j: %s", (changed, journeys) => {
  expect(wantedJourneys({ "src/cart/**": "@cart", "src/pay/**": "@pay", "src/{cart,pay}/**": "@cart" }, changed)).toBe(
    journeys,
  );
});

describe("lines that travel", () => {
  const entry = fc.tuple(fc.constantFrom("a.js", "b.js"), fc.integer({ min: 1, max: 40 }), fc.boolean());

  it("arrive as they were", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), (entries) => {
        const tally = new CoverageTally("/checkout");
        for (const [file, line, covered] of entries) {
          tally.enter(file);
          tally.line(line, covered);
        }
        const coverage = tally.finish();

        const travelled = unpackLines(JSON.parse(JSON.stringify(packLines(coverage, "/checkout"))));

        expect(travelled.files).toEqual(coverage.files);
      }),
    );
  });

  it.each(["1-99999999", "99999999-1,1-99999999", "5-", "-5", "1,,2", "a"])("of %s are refused", (covered) => {
    expect(() => unpackLines([{ file: "a", ours: true, covered, uncovered: "", functions: [] }])).toThrow(/lines/);
  });
});
