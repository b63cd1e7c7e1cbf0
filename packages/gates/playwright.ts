import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { PassFail } from "#machine";
import type { Read } from "./context.ts";
import { readJsonReport } from "./json-report.ts";
import { brokenReport } from "./report-file.ts";

const problem = z.looseObject({ message: z.string().optional() });
const attempt = z.looseObject({
  status: z.string().optional(),
  duration: z.number(),
  error: problem.optional(),
  attachments: z.array(z.looseObject({ name: z.string(), path: z.string().optional() })).optional(),
});
const test = z.looseObject({
  projectName: z.string().optional(),
  status: z.enum(["skipped", "expected", "unexpected", "flaky"]),
  results: z.array(attempt),
});
const spec = z.looseObject({
  title: z.string(),
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

export interface Journey {
  readonly name: string;
  readonly status: PassFail;
  readonly durationMs: number;
  /** It passed only when tried again. */
  readonly flaky: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly message?: string;
  /** Trace, screenshots and video of the last attempt: paths. */
  readonly attachments: readonly string[];
  /** It failed because the application was too slow or could not be reached. */
  readonly transient: boolean;
}

/** Reads Playwright's JSON report: each test in each browser is a journey. Skipped ones are not counted. */
export function parsePlaywright(text: string, name: string): Read<readonly Journey[]> {
  const read = readJsonReport(text, name, {
    schema: report,
    kind: "a JSON report of Playwright",
    whenCut: "Run the journeys again; Playwright was killed before it has finished.",
    whenOther: "Use --reporter=json with PLAYWRIGHT_JSON_OUTPUT_NAME.",
  });
  if ("failure" in read) return read;
  const { errors, stats, suites } = read.value;
  const [error] = errors;
  if (error !== undefined) {
    const message = stripVTControlCharacters(error.message ?? "unknown error").slice(0, 400);
    return brokenReport(
      name,
      `Playwright met an error outside of the tests: ${message}`,
      "Correct it; `npx playwright test --list` shows it.",
    );
  }
  const journeys = suites.flatMap((each) => journeysOf(each, []));
  if (journeys.length === 0) {
    const skipped = stats.skipped > 0 ? ` (${stats.skipped} skipped)` : "";
    const broken = brokenReport(
      name,
      `no journey was walked${skipped}`,
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
  return { value: journeys };
}

function journeysOf({ title, specs, suites = [], file }: Suite, above: readonly string[]): readonly Journey[] {
  const path = title === "" || title === file ? above : [...above, title];
  const own = specs.flatMap((each) => each.tests.flatMap((one) => journeyOf(each, one, path)));
  return [...own, ...suites.flatMap((inner) => journeysOf(inner, path))];
}

function journeyOf(
  each: z.output<typeof spec>,
  one: z.output<typeof test>,
  path: readonly string[],
): readonly Journey[] {
  if (one.status === "skipped") return [];
  const project = one.projectName === undefined || one.projectName === "" ? "" : ` [${one.projectName}]`;
  const last = one.results.at(-1);
  const message = stripVTControlCharacters(last?.error?.message ?? "");
  const attachments = (last?.attachments ?? []).flatMap((attachment) =>
    attachment.path === undefined ? [] : [attachment.path],
  );
  return [
    {
      name: `${[...path, each.title].join(" › ")}${project}`,
      status: one.status === "unexpected" ? "failed" : "passed",
      durationMs: Math.round(one.results.reduce((total, { duration }) => total + duration, 0)),
      flaky: one.status === "flaky",
      attachments,
      transient:
        last?.status === "timedOut" || /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE/.test(message),
      ...(each.file === undefined ? {} : { file: each.file }),
      ...(each.line === undefined ? {} : { line: each.line }),
      ...(message === "" ? {} : { message: message.slice(0, 600) }),
    },
  ];
}
