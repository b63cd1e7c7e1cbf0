import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { PassFail } from "#machine";
import type { Read } from "../context.ts";
import { readJsonReport } from "../json-report.ts";
import { brokenReport } from "../report-file.ts";

const problem = z.looseObject({ message: z.string().optional() });
const attempt = z.looseObject({
  status: z.string().optional(),
  duration: z.number(),
  error: problem.optional(),
  errors: z.array(problem).optional(),
  attachments: z.array(z.looseObject({ name: z.string(), path: z.string().optional() })).optional(),
});
const test = z.looseObject({
  projectName: z.string().optional(),
  status: z.enum(["skipped", "expected", "unexpected", "flaky"]),
  results: z.array(attempt),
});
const spec = z.looseObject({
  title: z.string(),
  tags: z.array(z.string()).optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  tests: z.array(test),
});
const suite = z.looseObject({
  title: z.string(),
  file: z.string().optional(),
  specs: z.array(spec).default([]),
  get suites() {
    return z.array(suite).optional();
  },
});
const report = z.looseObject({
  config: z.looseObject({ rootDir: z.string().optional(), updateSnapshots: z.string().optional() }).optional(),
  suites: z.array(suite),
  errors: z.array(problem),
  stats: z.looseObject({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

type Suite = z.output<typeof suite>;

/** A file that Playwright kept of a journey: `trace`, `screenshot`, `video`, `home-diff.png`. */
export interface Attachment {
  readonly name: string;
  readonly path: string;
}

export interface Journey {
  readonly name: string;
  /** The project of the Playwright configuration; empty where it has none. */
  readonly browser: string;
  /** With their `@`. */
  readonly tags: readonly string[];
  readonly status: PassFail;
  /** Of all attempts. */
  readonly durationMs: number;
  /** Of the last attempt. */
  readonly lastMs: number;
  /** It passed only when tried again. */
  readonly flaky: boolean;
  readonly file?: string;
  readonly line?: number;
  /** Everything that went wrong in the last attempt. */
  readonly message?: string;
  /** Of the last attempt. */
  readonly attachments: readonly Attachment[];
  /** It failed because the application was too slow or could not be reached. */
  readonly transient: boolean;
}

/** What one run of Playwright tells. */
export interface Walked {
  readonly journeys: readonly Journey[];
  /** Names of those that were not walked. */
  readonly skipped: readonly string[];
  /** Snapshots were written anew where they differed. */
  readonly snapshotsRewritten: boolean;
  /** What the files of the journeys are relative to, where they are. */
  readonly root?: string;
}

/** Reads Playwright's JSON report: each test in each browser is a journey. */
export function parsePlaywright(text: string, name: string): Read<Walked> {
  const read = readJsonReport(text, name, {
    schema: report,
    kind: "a JSON report of Playwright",
    whenCut: "Run the journeys again; Playwright was killed before it has finished.",
    whenOther: "Use --reporter=json with PLAYWRIGHT_JSON_OUTPUT_NAME.",
  });
  if ("failure" in read) return read;
  const { errors, stats, suites, config } = read.value;
  const [error] = errors;
  if (error !== undefined) {
    const message = stripVTControlCharacters(error.message ?? "unknown error").slice(0, 400);
    return brokenReport(
      name,
      `Playwright met an error outside of the tests: ${message}`,
      "Correct it; `npx playwright test --list` shows it.",
    );
  }
  const all = suites.flatMap((each) => testsOf(each, []));
  const journeys = all.filter(({ one }) => one.status !== "skipped").map(journeyOf);
  const skipped = all.filter(({ one }) => one.status === "skipped").map(nameOf);
  if (journeys.length === 0) {
    const why = stats.skipped > 0 ? ` (${stats.skipped} skipped)` : "";
    const broken = brokenReport(
      name,
      `no journey was walked${why}`,
      "Check testDir, --grep and test.skip of the Playwright configuration.",
    );
    return stats.skipped > 0 ? broken : { ...broken, empty: true };
  }
  const failed = journeys.filter(({ status }) => status === "failed").length;
  if (journeys.length !== stats.expected + stats.unexpected + stats.flaky || failed !== stats.unexpected) {
    return brokenReport(
      name,
      "its statistics and its list of tests disagree",
      "Write it by one run of Playwright only.",
    );
  }
  const snapshotsRewritten = config?.updateSnapshots === "all" || config?.updateSnapshots === "changed";
  const root = config?.rootDir;
  return { value: { journeys, skipped, snapshotsRewritten, ...(root === undefined ? {} : { root }) } };
}

interface Test {
  readonly path: readonly string[];
  readonly each: z.output<typeof spec>;
  readonly one: z.output<typeof test>;
}

function testsOf({ title, specs, suites = [], file }: Suite, above: readonly string[]): readonly Test[] {
  const path = title === "" || title === file ? above : [...above, title];
  const own = specs.flatMap((each) => each.tests.map((one) => ({ path, each, one })));
  return [...own, ...suites.flatMap((inner) => testsOf(inner, path))];
}

function nameOf({ path, each, one }: Test): string {
  const project = one.projectName === undefined || one.projectName === "" ? "" : ` [${one.projectName}]`;
  return `${[...path, each.title].join(" › ")}${project}`;
}

function journeyOf(found: Test): Journey {
  const { each, one } = found;
  const last = one.results.at(-1);
  const problems = last?.errors === undefined || last.errors.length === 0 ? [last?.error ?? {}] : last.errors;
  const message = stripVTControlCharacters(problems.map((thrown) => thrown.message ?? "").join("\n")).trim();
  return {
    name: nameOf(found),
    browser: one.projectName ?? "",
    tags: (each.tags ?? []).map((tag) => (tag.startsWith("@") ? tag : `@${tag}`)),
    status: one.status === "unexpected" ? "failed" : "passed",
    durationMs: Math.round(one.results.reduce((total, { duration }) => total + duration, 0)),
    lastMs: Math.round(last?.duration ?? 0),
    flaky: one.status === "flaky",
    attachments: (last?.attachments ?? []).flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }])),
    transient: last?.status === "timedOut" || /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE/.test(message),
    ...(each.file === undefined ? {} : { file: each.file }),
    ...(each.line === undefined ? {} : { line: each.line }),
    ...(message === "" ? {} : { message }),
  };
}
