/** How long the analysis takes for one bin, and how large its state is. Run: node test/bench/analysis.ts */
import { type AnalysisState, judge, observeBin, startAnalysis } from "#analysis";

const BINS = 20_000;
const LIMIT_US = 20;

let state: AnalysisState = startAnalysis({ horizonBins: 900 });
const observeStart = process.cpuUsage();
for (let index = 0; index < BINS; index += 1) {
  state = observeBin(state, {
    t: index * 1000,
    weight: 0.05,
    canary: { requests: 5, errors: index % 40 === 0 ? 1 : 0, slow: 0 },
    baseline: { requests: 95, errors: index % 2, slow: index % 2 },
  });
}
const binUs = spentUs(observeStart) / BINS;

const judgeStart = process.cpuUsage();
for (let index = 0; index < 1000; index += 1) judge(state);
const judgeUs = spentUs(judgeStart) / 1000;

const bytes = Buffer.byteLength(JSON.stringify(state));
console.log(`CPU time: observeBin ${binUs.toFixed(1)} µs a bin, judge ${judgeUs.toFixed(1)} µs, state ${bytes} bytes`);
if (binUs > LIMIT_US) process.exitCode = 1;

/** Time of the processor since then: a busy machine does not count against us. */
function spentUs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}
