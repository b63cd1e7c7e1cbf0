import type { Detected, Detection, Undetected } from "./detect/detect.ts";
import type { DetectedTests } from "./detect/project.ts";
import { withPlaywrightArguments } from "./playwright-command.ts";
import { unwritten, type Written } from "./schema.ts";
import type { Allowance } from "./security-schema.ts";
import { settleSecurity, type SecuritySettings } from "./settle-security.ts";

type WrittenGates = Written["gates"];
type TestGate = NonNullable<WrittenGates["unit"]> & Pick<NonNullable<WrittenGates["integration"]>, "logs">;
type Verdict = {
  readonly source: "command" | "check" | "alerts";
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
  readonly logs?: NonNullable<WrittenGates["integration"]>["logs"];
  readonly shards?: number;
  readonly affected?: string | Readonly<Record<string, string>>;
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
  /** Whether an admin may override the security gate, wherever it has its verdict from. */
  readonly securityOverride: boolean;
  /** Findings that may stay for a while, wherever the security gate has its verdict from. */
  readonly securityAllow: readonly Allowance[];
  /** Absent where its verdict is that of a check. */
  readonly security?: SecuritySettings | undefined;
  readonly unit?: TestSettings | undefined;
  readonly integration?: TestSettings | undefined;
  readonly e2e?: (Omit<WrittenJourneys, keyof Verdict | "command"> & JourneyCommand) | undefined;
  readonly dod: WrittenGates["dod"];
  readonly checks?: { readonly [G in GateWithVerdict]?: CheckSettings | undefined } | undefined;
}

type WrittenJourneys = NonNullable<WrittenGates["e2e"]>;
type JourneyCommand = { readonly command: string; readonly timeout: number };
type GateWithVerdict = "security" | "unit" | "integration" | "e2e";
type WrittenDevelopment = NonNullable<Written["environments"]["development"]>;
type Development = Omit<WrittenDevelopment, "command" | "url" | "setup"> &
  (
    | { readonly url: string }
    | { readonly url?: undefined; readonly command: string; readonly setup?: string | undefined }
  );

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
  const { security, unit, integration, e2e } = gates;
  const open = [security, unit, integration, e2e].some((gate) => gate === undefined || isOpen(gate));
  const { url, command } = environments.development ?? {};
  return open || (url === undefined && command === undefined);
}

interface Source {
  readonly source: "command" | "check" | "alerts";
  readonly command?: string | undefined;
  readonly scanners?: readonly unknown[] | undefined;
}

function isOpen({ source, command, scanners }: Source): boolean {
  return source === "command" && command === undefined && scanners === undefined;
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
  const security = settleSecurity(gates.security, detection.security, detected);
  const checks = checksOf(gates);
  const { security: scan, unit: units, integration: joints, e2e: walks } = gates;
  const byKey = { "gates.security": scan, "gates.unit": units, "gates.integration": joints, "gates.e2e": walks };
  const { development: _written, ...deployed } = environments;
  return {
    config: {
      ...written,
      gates: {
        parallel: gates.parallel,
        securityOverride: gates.security?.override ?? false,
        securityAllow: gates.security?.allow ?? [],
        dod: gates.dod,
        ...(setup === undefined ? {} : { setup }),
        ...(security === undefined ? {} : { security }),
        ...(unit === undefined ? {} : { unit }),
        ...(integration === undefined ? {} : { integration }),
        ...(e2e === undefined ? {} : { e2e }),
        ...(Object.keys(checks).length === 0 ? {} : { checks }),
      },
      environments: { ...deployed, ...(development === undefined ? {} : { development }) },
    },
    detected,
    undetected: [
      ...detection.gaps.filter(({ key }) => {
        const gate = byKey[key];
        return gate === undefined || isOpen(gate);
      }),
      ...unsplit("unit", gates.unit, detection),
      ...unsplit("e2e", gates.e2e, detection),
    ],
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

function unsplit(
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

function journeysOf(written: WrittenGates["e2e"], detection: Detection, detected: Detected[]): GateSettings["e2e"] {
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

function developmentOf(
  written: WrittenDevelopment | undefined,
  { development: found }: Detection,
  detected: Detected[],
): Development | undefined {
  const { command, url, setup, ...rest } = written ?? unwritten.development;
  if (url !== undefined) return { ...rest, url };
  const before = setup === undefined ? {} : { setup };
  if (command !== undefined) return { ...rest, ...before, command };
  if (found === undefined) return undefined;
  detected.push({ key: "environments.development.command", value: found.command, why: found.why });
  return { ...rest, ...before, command: found.command };
}
