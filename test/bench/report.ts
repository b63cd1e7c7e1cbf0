/** Prints how long the report of a release with 10,000 tests takes: `node test/bench/report.ts [tests]`; exit 1 over 2 s of CPU. */
import { fittingReport, reportAs, type ReportFormat } from "#report";
import type { FactBody, SmokeCheck } from "#machine";

import { facts, gate, move, opened, prepared, smoke } from "../../packages/report/test/facts.ts";

const tests = Number(process.argv[2] ?? 10_000);
const runs = 5;
const commentAtMost = 60_000;

const names = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of} ${index + 1}: a | b`);

/** Two in five are journeys, two in five smoke checks of five runs, one in five failed unit tests: all that is listed one by one. */
function release(): readonly FactBody[] {
  const fifth = Math.ceil(tests / 5);
  const checks = names(Math.ceil((2 * fifth) / 5), "path").map((name): SmokeCheck => ({
    category: "paths",
    name,
    status: "passed",
    durationMs: 12,
  }));
  const failures = names(fifth, "test").map((title) => ({
    title,
    file: "src/a.ts",
    line: 7,
    suggestion: "Correct it",
    detail: "expected 1, got 2",
  }));
  const journeys = names(2 * fifth, "journey").map((name) => ({ name, status: "passed" as const, durationMs: 900 }));
  return [
    opened(),
    ...prepared(),
    move("initiated", "quality_gates"),
    gate("unit", {
      status: "failed",
      failures,
      metrics: { gate: "unit", coverage: 81, requiredCoverage: 80, totalTests: tests, failedTests: fifth },
    }),
    gate("e2e", { metrics: { gate: "e2e", journeysPassed: journeys.length, journeysFailed: 0, journeys } }),
    ...["5%", "25%", "50%", "75%", "100%"].map((point) => smoke("production", point, { checks })),
  ];
}

const told = facts(release());
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
let worstCpuMs = 0;

async function measure(what: string, work: () => Promise<string>): Promise<string> {
  const walls: number[] = [];
  const cpus: number[] = [];
  let text = "";
  for (let run = 0; run < runs; run += 1) {
    const [before, cpu] = [performance.now(), process.cpuUsage()];
    text = await work();
    walls.push(performance.now() - before);
    const { user, system } = process.cpuUsage(cpu);
    cpus.push((user + system) / 1000);
  }
  worstCpuMs = Math.max(worstCpuMs, median(cpus));
  console.log(
    `${what}: median ${median(walls).toFixed(0)} ms, CPU ${median(cpus).toFixed(0)} ms, ${(text.length / 1000).toFixed(0)} kB`,
  );
  return text;
}

console.log(`${tests} tests listed one by one, ${told.length} facts, ${runs} runs`);
for (const format of ["md", "json", "html"] satisfies ReportFormat[])
  await measure(format, async () => (await reportAs(format, told)).text);
const { text: whole } = await reportAs("md", told);
const comment = await measure("a comment", async () => fittingReport(whole, commentAtMost, "in the whole report"));
const cuts = [...comment.matchAll(/… and \d+ more lines in the whole report\./g)].length;
console.log(`the comment has ${comment.length} characters; ${cuts} sections say what was left out`);
process.exitCode = worstCpuMs > 2000 || comment.length > commentAtMost || cuts === 0 ? 1 : 0;
