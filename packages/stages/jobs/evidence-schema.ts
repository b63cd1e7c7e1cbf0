import { z } from "zod";

const passFail = z.enum(["passed", "failed"]);
const count = z.int().min(0);
const share = z.number().min(0).max(100);

const smokeCheck = z.strictObject({
  category: z.enum(["api", "database", "external", "auth", "paths"]),
  name: z.string(),
  status: z.enum(["passed", "failed", "not-applicable"]),
  durationMs: z.number(),
  detail: z.string().exactOptional(),
});

const tests = { coverage: share, requiredCoverage: share, totalTests: count, failedTests: count };

const allowedFinding = z.strictObject({
  id: z.string(),
  score: z.number().min(0).max(10),
  place: z.string(),
  mapped: z.string(),
  reason: z.string(),
  expires: z.iso.date(),
  from: z.string(),
});

const metrics = z.discriminatedUnion("gate", [
  z.strictObject({
    gate: z.literal("security"),
    criticalIssues: count,
    highIssues: count,
    otherIssues: count,
    owasp: z.record(z.string().max(100), count).exactOptional(),
    allowed: z.array(allowedFinding).exactOptional(),
    notices: z.array(z.string()).exactOptional(),
  }),
  z.strictObject({
    gate: z.literal("dod"),
    categoriesPassed: count,
    categoriesFailed: count,
    categories: z.array(
      z.strictObject({
        name: z.string(),
        status: z.enum(["passed", "failed", "provisional", "overridden"]),
        evidence: z.string(),
        url: z.string().max(2000).exactOptional(),
      }),
    ),
  }),
  z.strictObject({ gate: z.literal("unit"), ...tests }),
  z.strictObject({ gate: z.literal("integration"), ...tests }),
  z.strictObject({
    gate: z.literal("smoke"),
    categoriesPassed: count,
    categoriesFailed: count,
    checks: z.array(smokeCheck),
  }),
  z.strictObject({
    gate: z.literal("e2e"),
    journeysPassed: count,
    journeysFailed: count,
    journeys: z.array(
      z.strictObject({
        name: z.string(),
        status: z.enum(["passed", "failed", "skipped"]),
        durationMs: z.number(),
        flaky: z.literal(true).exactOptional(),
      }),
    ),
  }),
]);

const names = z.array(z.string().max(1000)).max(20);

const gateTests = z.strictObject({
  slowest: z.array(z.strictObject({ name: z.string().max(1000), durationMs: z.number() })).max(10),
  failed: names,
  flaky: names,
});

const outcome = z
  .strictObject({
    gate: z.enum(["security", "dod", "unit", "integration", "smoke", "e2e"]),
    status: passFail,
    sha: z.string().max(64),
    executionTimeMs: z.number(),
    targetMs: z.number(),
    metrics: metrics.exactOptional(),
    tests: gateTests.exactOptional(),
    check: z
      .strictObject({ name: z.string(), app: z.string(), url: z.url({ protocol: /^https?$/ }).exactOptional() })
      .exactOptional(),
    scope: z.string().max(2000).exactOptional(),
    failures: z.array(
      z.strictObject({
        title: z.string(),
        detail: z.string().exactOptional(),
        file: z.string().exactOptional(),
        line: z.number().exactOptional(),
        suggestion: z.string(),
        test: z.string().max(1000).exactOptional(),
        class: z.enum(["new", "known-flaky", "environment"]).exactOptional(),
        log: z.strictObject({ file: z.string(), lines: z.array(z.string()).max(20) }).exactOptional(),
      }),
    ),
    notRun: z.literal(true).exactOptional(),
  })
  .refine(({ gate, metrics: found }) => found === undefined || found.gate === gate, "its metrics are of another gate");

const someLines = z.union([z.string().regex(/^[\d,-]*$/), count]);

const fileLines = z.strictObject({
  file: z.string(),
  ours: z.boolean(),
  covered: someLines,
  uncovered: someLines,
  functions: z.array(z.strictObject({ name: z.string(), line: count })),
});

/**
 * Evidence as it may come from a machine on which code of the project ran: everything that is recorded and shown later has
 * its type here, so that whoever wrote it can break no view.
 */
export const evidenceSchema = z.strictObject({
  release: z.string().max(200),
  sha: z.string().max(64),
  leg: z.string().max(50),
  outcomes: z.array(outcome),
  lines: z.array(fileLines).exactOptional(),
});
