// How fast the readers of reports are, and what they need: 10,000 tests and 50 MB of coverage in each format.
//
//   node test/bench/readers.ts [--only=WORD]
//
// Each report is written to a temporary folder and read by a process of its own, which starts as `read KIND FILE`: the peak of
// its resident memory is that of the whole process, with the text and Node itself. Bounds: 3 s of CPU time, 300 MiB.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { made, type Kind } from "./readers-reports.ts";

const self = fileURLToPath(import.meta.url);
const maxSeconds = 3;
const maxMiB = 300;

interface Measured {
  readonly found: string;
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

async function read(kind: Kind, file: string): Promise<Measured> {
  // Relative to this file: the room's door does not offer single readers.
  const { parseTestReport } = await import("../../packages/gates/readers/parse-test-report.ts");
  const { parseCoverage } = await import("../../packages/gates/readers/parse-coverage.ts");
  const before = process.cpuUsage();
  const start = performance.now();
  const text = readFileSync(file, "utf8");
  const tests = kind === "tests" ? parseTestReport(text, file) : undefined;
  const coverage = kind === "coverage" ? parseCoverage(text, file, "/w") : undefined;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const failure = [tests, coverage].flatMap((each) =>
    each !== undefined && "failure" in each ? [each.failure] : [],
  )[0];
  if (failure !== undefined) throw new Error(failure.title);
  const found =
    tests !== undefined && "value" in tests
      ? `${tests.value.ran} tests, ${tests.value.failures.length} failed`
      : coverage !== undefined && "value" in coverage
        ? `${coverage.value.files.length} files, ${coverage.value.percent} %`
        : "nothing";
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  return { found, cpuSeconds: (user + system) / 1e6, seconds, peakMiB };
}

function measure(only: string | undefined): boolean {
  const directory = mkdtempSync(path.join(tmpdir(), "release-command-readers-"));
  let isWithin = true;
  try {
    for (const { name, kind, chunks } of made) {
      if (only !== undefined && !name.includes(only)) continue;
      const file = path.join(directory, "report");
      writeFileSync(file, "");
      for (const chunk of chunks()) writeFileSync(file, chunk, { flag: "a" });
      const megabytes = statSync(file).size / 1e6;
      const child = spawnSync(process.execPath, [self, "read", kind, file], { encoding: "utf8" });
      if (child.status !== 0) throw new Error(`${name}: ${child.stderr}`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { found, cpuSeconds, seconds, peakMiB } = JSON.parse(child.stdout) as Measured;
      const ok = cpuSeconds < maxSeconds && peakMiB < maxMiB;
      isWithin &&= ok;
      const times = `${cpuSeconds.toFixed(2).padStart(5)} s CPU ${seconds.toFixed(2).padStart(6)} s wall`;
      const size = `${megabytes.toFixed(1).padStart(5)} MB`;
      console.log(
        `${name.padEnd(24)} ${size} ${times} ${peakMiB.toFixed(0).padStart(4)} MiB  ${found}${ok ? "" : "  TOO MUCH"}`,
      );
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return isWithin;
}

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
if (positionals[0] === "read") {
  const [, kind, file = ""] = positionals;
  process.stdout.write(JSON.stringify(await read(kind === "tests" ? "tests" : "coverage", file)));
} else if (!measure(values.only)) process.exitCode = 1;
