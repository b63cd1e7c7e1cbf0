import type { GateTests } from "#machine";

const keptTimes = 10;
const keptNames = 20;
const nameLength = 160;

/** The name of a test as it is kept: the same test, the same name, in every release. */
export function nameOf(name: string): string {
  const line = name.replaceAll(/\s+/g, " ").trim();
  return line.length <= nameLength ? line : `${line.slice(0, nameLength - 1).replace(/\p{Surrogate}$/u, "")}…`;
}

/** The tests of a gate as they are recorded: bounded, because it is kept for good. */
export function testsOf({ slowest, failed, flaky }: GateTests): GateTests {
  const ordered = slowest.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, keptTimes);
  return {
    slowest: ordered.map(({ name, durationMs }) => ({ name: nameOf(name), durationMs: Math.round(durationMs) })),
    failed: kept(failed),
    flaky: kept(flaky),
  };
}

const kept = (names: readonly string[]): readonly string[] => [...new Set(names.map(nameOf))].slice(0, keptNames);
