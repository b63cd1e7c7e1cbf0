import type { Detected, Detection, Undetected } from "./detect/detect.ts";
import { unwritten, type Written } from "./schema.ts";
import type { Allowance } from "./security-schema.ts";
import { settleSecurity, type SecuritySettings } from "./settle-security.ts";
import { isOpen, journeysOf, testsOf, unsplit, type JourneySettings, type TestSettings } from "./settle-tests.ts";

type WrittenGates = Written["gates"];
type Verdict = {
  readonly source: "command" | "check" | "alerts";
  readonly name?: string | undefined;
  readonly app?: string | undefined;
  readonly timeout: number;
};

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
  /** Findings that may stay for a while, wherever the security gate has its verdict from. */
  readonly securityAllow: readonly Allowance[];
  /** Absent where its verdict is that of a check. */
  readonly security?: SecuritySettings | undefined;
  readonly unit?: TestSettings | undefined;
  readonly integration?: TestSettings | undefined;
  readonly e2e?: JourneySettings | undefined;
  readonly dod: WrittenGates["dod"];
  readonly checks?: { readonly [G in GateWithVerdict]?: CheckSettings | undefined } | undefined;
}

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
        cache: gates.cache,
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
