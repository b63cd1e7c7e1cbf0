import { z } from "zod";

const moment = z.iso.datetime().describe("ISO 8601, UTC");
const ms = z.number().min(0).describe("milliseconds");
const status = z.enum(["passed", "failed"]);
const check = z.object({
  category: z.string(),
  name: z.string(),
  status: z.enum(["passed", "failed", "not-applicable"]),
  durationMs: ms,
  detail: z.string().optional(),
});
const time = { status, timeMs: ms };

const tests = z.object({
  types: z
    .array(
      z.object({
        type: z.enum(["unit", "integration", "smoke", "e2e"]),
        ...time,
        passed: z.number().optional(),
        failed: z.number().optional(),
        coveragePercent: z.number().optional(),
        requiredPercent: z.number().optional(),
      }),
    )
    .describe("the gates that are tests; counts are missing where another tool's check stands for a gate"),
  smokeByPlace: z.array(
    z.object({ place: z.string(), runs: z.number(), ...time, passed: z.number(), failed: z.number() }),
  ),
  totalTimeMs: ms,
  smokeBeforeRelease: z.array(check),
  smokeRuns: z.array(
    z.object({ at: moment, environment: z.string(), point: z.string(), ...time, checks: z.array(check) }),
  ),
  journeys: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["passed", "failed", "skipped"]),
      durationMs: ms,
      flaky: z.boolean(),
    }),
  ),
  watches: z.array(
    z.object({
      at: moment,
      environment: z.string(),
      point: z.string(),
      ...time,
      requests: z.number(),
      errorRatio: z.number().optional().describe("0 to 1; missing where no request was seen"),
      p95Ms: ms.optional(),
    }),
  ),
});

const failure = z.object({
  title: z.string(),
  detail: z.string().optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  suggestion: z.string(),
  class: z.enum(["new", "known-flaky", "environment"]).optional(),
});

const gate = z.object({
  gate: z.enum(["security", "dod", "unit", "integration", "smoke", "e2e"]),
  status: z.enum(["passed", "failed", "overridden", "not-run"]),
  measured: z.string().optional().describe("what it measured, in a few words"),
  timeMs: ms.optional(),
  targetMs: ms.optional(),
  failures: z.array(failure),
});

const rollback = z.object({
  trigger: z.string(),
  reason: z.string(),
  evidence: z.array(z.string()),
  phase: z.string(),
  servesAgain: z.string().optional(),
  trafficBackMs: ms.optional(),
  smoke: z.object({ ...time, checks: z.array(check) }).optional(),
  health: z.enum(["passing", "failing"]).optional(),
  git: z.object({ via: z.string(), commit: z.string(), tag: z.string(), url: z.string().optional() }).optional(),
  escalated: z.string().optional(),
  suspects: z.array(z.object({ sha: z.string(), subject: z.string(), why: z.string() })),
});

/** Version 1 of a release's report as data. Fields may be added to it; none goes or changes its meaning under this number. */
export const documentSchema = z.object({
  reportVersion: z.literal(1),
  release: z.object({
    id: z.string(),
    version: z.string(),
    tag: z.string(),
    type: z.enum(["standard", "hotfix", "rollback", "redeploy"]),
    attempt: z.number(),
    state: z.string(),
    outcome: z.string().describe("how it ended or what it waits for, in words"),
    ended: z.boolean(),
    startedAt: moment,
    lastAt: moment.describe("of the newest fact: the end, once it has ended"),
    durationMs: ms,
    initiatedBy: z.string(),
    from: z.string(),
    to: z.string(),
    baseSha: z.string(),
    follows: z.string().optional(),
    taggedSha: z.string().optional(),
    incident: z.object({ id: z.string(), severity: z.string() }).optional(),
  }),
  emergency: z.string().optional(),
  approvals: z.array(
    z.object({ of: z.enum(["review", "production"]), by: z.array(z.string()), sha: z.string(), at: moment }),
  ),
  overrides: z.array(z.object({ gate: z.string(), by: z.string(), reason: z.string(), became: z.string() })),
  allowedFindings: z.array(
    z.object({
      id: z.string(),
      score: z.number(),
      place: z.string(),
      reason: z.string(),
      expires: z.string(),
      from: z.string(),
    }),
  ),
  changelog: z.string().describe("Markdown"),
  gates: z.array(gate),
  tests,
  notMeasured: z.array(z.string()).describe("what could be believed to have been looked at and was not"),
  deployment: z.array(z.object({ at: moment, actor: z.string(), what: z.string() })),
  states: z.array(z.object({ state: z.string(), tookMs: ms, waitedMs: ms, watchedMs: ms, overTarget: z.boolean() })),
  failure: z
    .object({
      state: z.string(),
      gate: z.string().optional(),
      reason: z.string(),
      suggestions: z.array(z.string()),
      lastStep: z.string().optional(),
      lastTest: z.string().optional(),
      gatesNotRun: z.array(z.string()),
    })
    .optional()
    .describe("of a release that ended before production: the report is partial"),
  rollback: rollback.optional(),
  rootCause: z.object({ text: z.string(), by: z.string(), at: moment }).optional(),
  warnings: z.array(z.string()),
  links: z.array(z.object({ what: z.string(), url: z.string(), due: z.string().optional() })),
  tickets: z.array(z.object({ id: z.string(), url: z.string() })),
});

/** A release's report as data. */
export type ReportDocument = z.input<typeof documentSchema>;

/** Its JSON Schema, for readers in other languages. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(documentSchema, { io: "input" }),
    title: "Release report",
    description: "What `release report vX.Y.Z --format=json` prints",
  };
}
