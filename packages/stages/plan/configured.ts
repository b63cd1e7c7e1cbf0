import { defaultConfigPath, type Config, type Undetected } from "#config";
import { ReleaseFault } from "#faults";
import { installedScanners } from "#gates";
import type { GateName } from "#machine";

import { openTarget, type Workplace } from "../open.ts";

/** Something that a release needs and the configuration lacks: its key, and lines to copy, below their section. */
interface Missing {
  readonly key: string;
  readonly section: "gates" | "smoke" | "environments";
  readonly lines: readonly string[];
}

const gateLines: { readonly [G in GateName]?: string } = {
  security: "security: { command: npm run scan, report: reports/security.sarif }",
  unit: "unit: { command: npm run test:unit, report: reports/unit.xml, coverage: reports/unit.lcov }",
  integration:
    "integration: { command: npm run test:integration, report: reports/integration.xml, coverage: reports/integration.lcov }",
  e2e: "e2e: { command: npm run test:e2e, report: reports/e2e.json }",
};

const smokeLines = [
  "api: [{ name: health, path: /health }]",
  "database: { none: it stores nothing }",
  "external: { none: it asks nobody }",
  "auth: { none: there are no accounts }",
  "paths: { none: it has one page }",
];

/**
 * Everything without which a release of these gates could only fail, as one fault with lines to copy; `undefined` when
 * nothing is missing. Said before anything is made: an attempt that cannot pass leaves a branch and a record behind.
 */
export async function missingConfiguration(
  workplace: Place,
  { config, undetected = [], gates, environments }: Needed,
): Promise<ReleaseFault | undefined> {
  const isInstalled = (await installedScanners(workplace.surroundings.env)).length > 0;
  const missing = [
    ...missingGates(config, gates, isInstalled),
    ...(await missingTargets(workplace, { config, environments })),
  ];
  if (missing.length === 0) return undefined;
  const names = missing.map(({ key }) => key).join(", ");
  const nearly = undetected
    .filter(({ key }) => missing.some((one) => one.key === key))
    .map(({ key, why, write }) => `${key}: ${why}. Add: ${write}\n`);
  const what = `${defaultConfigPath} does not say what this release needs, nor do the project's own files: ${names}`;
  return new ReleaseFault("config", what, {
    hint: `${nearly.join("")}Add, with commands of your own:\n${snippet(missing)}`,
  });
}

/** Where a command runs, as far as targets look at it. */
interface Place {
  readonly surroundings: Pick<Workplace["surroundings"], "cwd" | "clock" | "env" | "signal">;
}

interface Needed {
  readonly config: Config;
  /** What the project's own files nearly tell. */
  readonly undetected?: readonly Undetected[];
  readonly gates: readonly GateName[];
  readonly environments: readonly ("staging" | "production")[];
}

function missingGates(
  { gates, smoke, environments }: Config,
  wanted: readonly GateName[],
  hasScanner: boolean,
): readonly Missing[] {
  const isSilent = (gate: "security" | "unit" | "integration" | "e2e") => {
    if (gate !== "security") return gates[gate] === undefined;
    return gates.security?.alerts === undefined && gates.security?.scanners.length === 0 && !hasScanner;
  };
  const commands = (["security", "unit", "integration", "e2e"] as const)
    .filter((gate) => wanted.includes(gate) && isSilent(gate) && gates.checks?.[gate] === undefined)
    .map((gate): Missing => ({ key: `gates.${gate}`, section: "gates", lines: [gateLines[gate] ?? ""] }));
  const started = wanted.includes("smoke") || (wanted.includes("e2e") && gates.checks?.e2e === undefined);
  const development: Missing = {
    key: "environments.development",
    section: "environments",
    lines: ["development: { command: npm start, health: /health } # listens on PORT"],
  };
  return [
    ...commands,
    ...(smoke === undefined ? [{ key: "smoke", section: "smoke", lines: smokeLines } as const] : []),
    ...(started && environments.development === undefined ? [development] : []),
  ];
}

/** Where nothing is said at all; settings that are said and wrong are a fault of their own, with their places. */
async function missingTargets(
  { surroundings }: Place,
  { config, environments }: Pick<Needed, "config" | "environments">,
): Promise<readonly Missing[]> {
  const missing: Missing[] = [];
  for (const environment of environments) {
    const { cwd: workDirectory, clock, signal } = surroundings;
    try {
      await openTarget(config, environment, { workDirectory, clock, signal });
    } catch (thrown) {
      const { settings } = config.environments[environment];
      if (!(thrown instanceof ReleaseFault) || Object.keys(settings).length > 0) throw thrown;
      const port = environment === "staging" ? 8081 : 8080;
      const line = `${environment}: { settings: { directory: /srv/app/${environment}, port: ${port}, command: npm start } }`;
      missing.push({ key: `environments.${environment}.settings`, section: "environments", lines: [line] });
    }
  }
  return missing;
}

function snippet(missing: readonly Missing[]): string {
  return (["gates", "smoke", "environments"] as const)
    .flatMap((section) => {
      const lines = missing.filter((one) => one.section === section).flatMap((one) => one.lines);
      return lines.length === 0 ? [] : [`${section}:`, ...lines.map((line) => `  ${line}`)];
    })
    .join("\n");
}
