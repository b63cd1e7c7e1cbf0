import type { Detected, Detection, Undetected } from "./detect/detect.ts";
import type { DetectedTests } from "./detect/project.ts";
import { withPlaywrightArguments } from "./playwright-command.ts";
import { unwritten, type Written } from "./schema.ts";

type WrittenGates = Written["gates"];
type WrittenJourneys = NonNullable<WrittenGates["e2e"]>;
type TestGate = NonNullable<WrittenGates["unit"]> & Pick<NonNullable<WrittenGates["integration"]>, "logs">;

/** How the tests of a kind run; times in ms, coverage in percent. */
export interface TestSettings {
  readonly command: string;
  readonly report: string | readonly string[];
  readonly coverage: string | readonly string[];
  readonly minimumCoverage: number;
  readonly timeout: number;
  readonly logs?: NonNullable<WrittenGates["integration"]>["logs"];
  readonly shards?: number;
  readonly affected?: string | Readonly<Record<string, string>>;
}

/** How the journeys are walked. */
export type JourneySettings = Omit<WrittenJourneys, "source" | "name" | "app" | "command"> & {
  readonly command: string;
};

interface Source {
  readonly source: "command" | "check" | "alerts";
  readonly command?: string | undefined;
  readonly scanners?: readonly unknown[] | undefined;
}

/** Whether a gate has its verdict from a command that nobody wrote. */
export function isOpen({ source, command, scanners }: Source): boolean {
  return source === "command" && command === undefined && scanners === undefined;
}

/** The tests of a kind as they will run; `undefined` where nothing is written or found. What was found is noted. */
export function testsOf(
  kind: "unit" | "integration",
  written: TestGate | undefined,
  detection: Detection,
  detected: Detected[],
): TestSettings | undefined {
  const { source, command, report, coverage, minimumCoverage, timeout, logs }: TestGate = written ?? unwritten[kind];
  if (source === "check") return undefined;
  const { shards, affected }: Partial<NonNullable<WrittenGates["unit"]>> = kind === "unit" ? (written ?? {}) : {};
  const bounds = {
    minimumCoverage,
    timeout,
    ...(logs === undefined ? {} : { logs }),
    ...(shards === undefined ? {} : { shards }),
  };
  if (command !== undefined && report !== undefined && coverage !== undefined)
    return { command, report, coverage, ...bounds, ...(affected === undefined ? {} : { affected }) };
  const found = command === undefined ? inParts(detection[kind], shards) : undefined;
  if (found === undefined) return undefined;
  note(detected, kind, found);
  return {
    command: found.command,
    report: found.report,
    coverage: found.coverage,
    ...bounds,
    ...(found.affected === undefined ? {} : { affected: found.affected }),
  };
}

/** What was found, as a command for one shard where there are several; `undefined` where the tool knows none. */
function inParts(found: DetectedTests | undefined, shards = 1): DetectedTests | undefined {
  if (found === undefined || shards === 1) return found;
  return found.sharded === undefined ? undefined : { ...found, ...found.sharded };
}

/** Tests that are to run in parts, and were found with a tool that knows none. */
export function unsplit(
  gate: "unit" | "e2e",
  written: WrittenGates["unit"] | WrittenGates["e2e"],
  detection: Detection,
): readonly Undetected[] {
  const found = detection[gate];
  if (written === undefined || !isOpen(written) || found === undefined) return [];
  if (inParts(found, "shards" in written ? written.shards : 1) !== undefined) return [];
  return [
    {
      key: `gates.${gate}`,
      why: `gates.${gate}.shards is set, and what was found (${found.why}) cannot be split by itself`,
      write: `a command with {shard} and {shards} and its reports, or remove gates.${gate}.shards`,
    },
  ];
}

function note(
  detected: Detected[],
  gate: "unit" | "integration" | "e2e",
  { command, report, coverage, why }: DetectedTests,
): void {
  detected.push({ key: `gates.${gate}.command`, value: command, why });
  if (report.length > 0) detected.push({ key: `gates.${gate}.report`, value: report, why });
  if (coverage.length > 0) detected.push({ key: `gates.${gate}.coverage`, value: coverage, why });
}

/** The journeys as they will be walked, as `testsOf`. */
export function journeysOf(
  written: WrittenGates["e2e"],
  detection: Detection,
  detected: Detected[],
): JourneySettings | undefined {
  const { source, name: _, app: __, command, affected, ...rest } = written ?? unwritten.e2e;
  if (source === "check") return undefined;
  const projects = rest.browsers.map((name) => `--project=${name}`);
  const walk = (text: string) => withPlaywrightArguments(text, projects);
  if (command !== undefined)
    return { ...rest, command: walk(command), ...(affected === undefined ? {} : { affected: walk(affected) }) };
  const found = inParts(detection.e2e, rest.shards);
  if (found === undefined) return undefined;
  note(detected, "e2e", found);
  const some = typeof found.affected === "string" ? { affected: walk(found.affected) } : {};
  return { ...rest, command: walk(found.command), ...some };
}
