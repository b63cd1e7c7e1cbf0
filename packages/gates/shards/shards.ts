import type { Failure, GateMetrics } from "#machine";

import type { Finding, GateContext, GateSettings, Shard, ShardedGate } from "../context.ts";
import { unpackLines } from "./file-lines.ts";
import { testsOf } from "../gate-tests.ts";
import { browsersNotWalked } from "../journeys/journey-failures.ts";
import { BrokenReport } from "../readers/broken.ts";
import { mergeCoverage, type Coverage } from "../readers/coverage.ts";
import { sharesNoFile } from "./shard-settings.ts";
import { tooLittle } from "../test-gate.ts";

/**
 * Runs a gate shard by shard in one checkout and judges all of them together; the first red one ends it. At once where
 * the gates run side by side and no shard writes a file of another: then all finish.
 */
export async function inShards(
  gate: ShardedGate,
  context: GateContext,
  run: (context: GateContext) => Promise<Finding>,
): Promise<Finding> {
  const settings = context.settings[gate];
  const total = settings?.shards ?? 1;
  if (settings === undefined || total === 1 || context.shard !== undefined) return run(context);
  const shards = Array.from({ length: total }, (_, at): Shard => ({ index: at + 1, total }));
  const one = (shard: Shard) => {
    context.onProgress(`shard ${shard.index} of ${total}`);
    return run({ ...context, shard });
  };
  if (context.parallel === true && sharesNoFile(settings))
    return joinShards(gate, await Promise.all(shards.map(one)), context.settings);
  const found: Finding[] = [];
  for (const shard of shards) {
    found.push(await one(shard));
    if (found.at(-1)?.failures.length !== 0) break;
  }
  return joinShards(gate, found, context.settings);
}

/** What the shards of a gate found, as one: every test and journey counts, and a line is covered when any of them covers it. */
export function joinShards(gate: ShardedGate, found: readonly Finding[], settings: GateSettings): Finding {
  const failures = found.flatMap((one) => one.failures);
  const measured = found.flatMap(({ metrics }) => metrics ?? []);
  const tests = testsSeen(found);
  if (measured.length < found.length) return { failures, ...tests };
  if (gate === "e2e") {
    const metrics = allJourneys(measured);
    const whole = found.length === settings.e2e?.shards;
    const walked = metrics.journeys.filter(({ status }) => status !== "skipped");
    const missing = whole ? browsersNotWalked(settings.e2e?.browsers ?? [], walked) : [];
    return { failures: [...failures, ...missing], metrics, ...tests };
  }
  const coverage = allLines(found);
  if ("title" in coverage) return { failures: [...failures, coverage], ...tests };
  const bound = settings.unit?.minimumCoverage ?? 100;
  // Of shards that did not run the lines are unknown.
  const whole = found.length === settings.unit?.shards;
  return {
    failures: [...failures, ...(whole ? tooLittle(coverage, bound) : [])],
    metrics: allTests(measured, coverage.percent, bound),
    ...tests,
  };
}

function allLines(found: readonly Finding[]): Coverage | Failure {
  try {
    const ours = new Set(found.flatMap(({ lines = [] }) => lines.flatMap((one) => (one.ours ? [one.file] : []))));
    return mergeCoverage(
      found.map(({ lines = [] }) => unpackLines(lines)),
      (file) => ours.has(file),
    );
  } catch (thrown) {
    if (!(thrown instanceof BrokenReport)) throw thrown;
    return { title: `The coverage of the shards proves nothing: ${thrown.message}`, suggestion: thrown.suggestion };
  }
}

function allTests(measured: readonly GateMetrics[], coverage: number, requiredCoverage: number): GateMetrics {
  const units = measured.flatMap((one) => (one.gate === "unit" ? [one] : []));
  return {
    gate: "unit",
    coverage,
    requiredCoverage,
    totalTests: units.reduce((sum, one) => sum + one.totalTests, 0),
    failedTests: units.reduce((sum, one) => sum + one.failedTests, 0),
  };
}

function allJourneys(measured: readonly GateMetrics[]) {
  const walks = measured.flatMap((one) => (one.gate === "e2e" ? [one] : []));
  return {
    gate: "e2e",
    journeysPassed: walks.reduce((sum, one) => sum + one.journeysPassed, 0),
    journeysFailed: walks.reduce((sum, one) => sum + one.journeysFailed, 0),
    journeys: walks.flatMap(({ journeys }) => journeys),
  } as const;
}

function testsSeen(found: readonly Finding[]): Pick<Finding, "tests"> {
  const seen = found.flatMap(({ tests }) => tests ?? []);
  if (seen.length === 0) return {};
  const tests = testsOf({
    slowest: seen.flatMap(({ slowest }) => slowest),
    failed: seen.flatMap(({ failed }) => failed),
    flaky: seen.flatMap(({ flaky }) => flaky),
  });
  return { tests };
}
