/** Prints how long an append takes on each transport: `node test/bench/journal.ts [appends]`. */
import { journalWorld, plan, type Transport } from "../support/journal-world.ts";

const appends = Number(process.argv[2] ?? 40);

for (const transport of ["directory", "file", "http"] satisfies Transport[]) {
  const world = await journalWorld(transport);
  const journal = await world.open();
  const driver = await journal.start("v1.0.0", plan, 1);
  await driver.takeEnvironment("production");
  const durationsMs: number[] = [];
  for (let index = 0; index < appends; index += 1) {
    const startedMs = performance.now();
    await driver.step(`step-${index}`, async () => "x".repeat(400));
    durationsMs.push(performance.now() - startedMs);
  }
  const readMs = performance.now();
  await (await world.open()).read("v1.0.0");
  const read = performance.now() - readMs;
  await driver.close();
  await world.close();
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(appends / 2)] ?? 0;
  const p95 = sorted[Math.floor(appends * 0.95)] ?? 0;
  const perSecond = (appends / durationsMs.reduce((sum, ms) => sum + ms, 0)) * 1000;
  console.log(
    `${transport.padEnd(9)} ${appends} appends, 2 leases: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${perSecond.toFixed(1)} a second; open and read ${read.toFixed(0)} ms`,
  );
}
