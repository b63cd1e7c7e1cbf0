import type { Detected, Detection, Undetected } from "./detect/detect.ts";
import type { DetectedTests } from "./detect/project.ts";
import { unwritten, type Written } from "./schema.ts";

type WrittenGates = Written["gates"];
type TestGate = NonNullable<WrittenGates["unit"]>;
type Verdict = {
  readonly source: "command" | "check";
  readonly name?: string | undefined;
  readonly app?: string | undefined;
  readonly timeout: number;
};

interface TestSettings {
  readonly command: string;
  readonly report: string | readonly string[];
  readonly coverage: string | readonly string[];
  readonly minimumCoverage: number;
  readonly timeout: number;
}

interface CheckSettings {
  readonly name: string;
  readonly app: string;
  readonly timeout: number;
}

/** The gates as they will run: what is neither written nor detected is absent. */
export interface GateSettings {
  readonly setup?: string | undefined;
  readonly parallel: boolean;
  readonly cache: boolean;
  /** Whether an admin may override the security gate, wherever it has its verdict from. */
  readonly securityOverride: boolean;
  readonly security?:
    | { readonly command: string; readonly report: string; readonly blockAt: number; readonly timeout: number }
    | undefined;
  readonly unit?: TestSettings | undefined;
  readonly integration?: TestSettings | undefined;
  readonly e2e?: { readonly command: string; readonly report: string; readonly timeout: number } | undefined;
  readonly dod: WrittenGates["dod"];
  readonly checks?: { readonly [G in GateWithVerdict]?: CheckSettings | undefined } | undefined;
}

type GateWithVerdict = "security" | "unit" | "integration" | "e2e";
type WrittenDevelopment = NonNullable<Written["environments"]["development"]>;
type Development = Omit<WrittenDevelopment, "command"> & { readonly command: string };

/** The configuration as the stages read it: written, detected, or by default; every duration in ms. */
export type Config = Omit<Written, "gates" | "environments"> & {
  readonly gates: GateSettings;
  readonly environments: Omit<Written["environments"], "development"> & {
    readonly development?: Development | undefined;
  };
};

/** Where a project of GitHub runs its CI. */
const defaultApp = "github-actions";

/** Whether the project's own files are worth a look: something that can be detected is not written. */
export function wantsDetection({ gates, environments }: Written): boolean {
  const { unit, integration, e2e } = gates;
  const open = [unit, integration, e2e].some((gate) => gate === undefined || isOpen(gate));
  return open || environments.development?.command === undefined;
}

function isOpen({
  source,
  command,
}: {
  readonly source: "command" | "check";
  readonly command?: string | undefined;
}): boolean {
  return source === "command" && command === undefined;
}

/** Joins what is written with what is detected. The set-up is detected only for commands that are. */
export function settle(
  written: Written,
  detection: Detection,
): { readonly config: Config; readonly detected: readonly Detected[]; readonly undetected: readonly Undetected[] } {
  const { gates, environments } = written;
  const detected: Detected[] = [];
  const unit = testsOf("unit", gates.unit, detection, detected);
  const integration = testsOf("integration", gates.integration, detection, detected);
  const e2e = journeysOf(gates.e2e, detection, detected);
  const development = developmentOf(environments.development, detection, detected);
  const setup = gates.setup ?? (detected.length === 0 ? undefined : detection.setup?.command);
  if (setup !== undefined && gates.setup === undefined)
    detected.unshift({ key: "gates.setup", value: setup, why: detection.setup?.why ?? "" });
  const { command, report, blockAt, timeout } = gates.security ?? {};
  const checks = checksOf(gates);
  const { development: _written, ...deployed } = environments;
  return {
    config: {
      ...written,
      gates: {
        parallel: gates.parallel,
        cache: gates.cache,
        securityOverride: gates.security?.override ?? false,
        dod: gates.dod,
        ...(setup === undefined ? {} : { setup }),
        ...(command === undefined || report === undefined || blockAt === undefined || timeout === undefined
          ? {}
          : { security: { command, report, blockAt, timeout } }),
        ...(unit === undefined ? {} : { unit }),
        ...(integration === undefined ? {} : { integration }),
        ...(e2e === undefined ? {} : { e2e }),
        ...(Object.keys(checks).length === 0 ? {} : { checks }),
      },
      environments: { ...deployed, ...(development === undefined ? {} : { development }) },
    },
    detected,
    undetected: detection.gaps.filter(({ key }) =>
      key === "gates.unit"
        ? gates.unit === undefined || isOpen(gates.unit)
        : gates.integration === undefined || isOpen(gates.integration),
    ),
  };
}

function checksOf(gates: WrittenGates): NonNullable<GateSettings["checks"]> {
  const of = (gate: GateWithVerdict) => {
    const settings: Verdict | undefined = gates[gate];
    if (settings?.source !== "check" || settings.name === undefined) return {};
    return { [gate]: { name: settings.name, app: settings.app ?? defaultApp, timeout: settings.timeout } };
  };
  return { ...of("security"), ...of("unit"), ...of("integration"), ...of("e2e") };
}

function testsOf(
  kind: "unit" | "integration",
  written: TestGate | undefined,
  detection: Detection,
  detected: Detected[],
): TestSettings | undefined {
  const { source, command, report, coverage, minimumCoverage, timeout } = written ?? unwritten[kind];
  if (source === "check") return undefined;
  if (command !== undefined && report !== undefined && coverage !== undefined)
    return { command, report, coverage, minimumCoverage, timeout };
  const found = detection[kind];
  if (found === undefined || command !== undefined) return undefined;
  note(detected, kind, found);
  return { command: found.command, report: found.report, coverage: found.coverage, minimumCoverage, timeout };
}

function note(
  detected: Detected[],
  gate: "unit" | "integration" | "e2e",
  { command, report, coverage, why }: DetectedTests,
): void {
  detected.push({ key: `gates.${gate}.command`, value: command, why });
  detected.push({ key: `gates.${gate}.report`, value: report, why });
  if (coverage.length > 0) detected.push({ key: `gates.${gate}.coverage`, value: coverage, why });
}

function journeysOf(
  written: WrittenGates["e2e"],
  { e2e: found }: Detection,
  detected: Detected[],
): GateSettings["e2e"] {
  const { source, command, report, timeout } = written ?? unwritten.e2e;
  if (source === "check") return undefined;
  if (command !== undefined && report !== undefined) return { command, report, timeout };
  const [file] = found?.report ?? [];
  if (found === undefined || file === undefined || command !== undefined) return undefined;
  note(detected, "e2e", found);
  return { command: found.command, report: file, timeout };
}

function developmentOf(
  written: WrittenDevelopment | undefined,
  { development: found }: Detection,
  detected: Detected[],
): Development | undefined {
  const { command, ...rest } = written ?? unwritten.development;
  if (command !== undefined) return { ...rest, command };
  if (found === undefined) return undefined;
  detected.push({ key: "environments.development.command", value: found.command, why: found.why });
  return { ...rest, command: found.command };
}
