/** Prints how long the measures of many releases take: `node test/bench/history.ts [releases]`; exit 1 over 2 s of CPU for 5,000. */
import { historyOf } from "#history";
import { fold } from "#machine";

import { releaseHistories } from "../support/release-histories.ts";

const count = Number(process.argv[2] ?? 5_000);
const histories = releaseHistories(count);
const facts = histories.reduce((sum, one) => sum + one.length, 0);

const folded = timed(() => histories.map((known) => ({ facts: known, record: fold(known) })));
const now = Date.parse(folded.result.at(-1)?.record.lastAt ?? "");
const counted = timed(() => historyOf(folded.result, { now }));
const { length: bytes } = JSON.stringify(counted.result);

console.log(
  `${count} releases, ${facts} facts, ${counted.result.periods.length} months, ${(bytes / 1e6).toFixed(1)} MB of JSON`,
);
console.log(`folded: ${folded.wallMs} ms, CPU ${folded.cpuMs} ms`);
console.log(`counted: ${counted.wallMs} ms, CPU ${counted.cpuMs} ms`);
process.exitCode = folded.cpuMs + counted.cpuMs > (count * 2_000) / 5_000 ? 1 : 0;

function timed<T>(work: () => T) {
  const before = { cpu: process.cpuUsage(), wall: performance.now() };
  const result = work();
  const { user, system } = process.cpuUsage(before.cpu);
  return { result, wallMs: Math.round(performance.now() - before.wall), cpuMs: Math.round((user + system) / 1000) };
}
