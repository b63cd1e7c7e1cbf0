import { namesPlaywright } from "./playwright-command.ts";
import { when, type Problem } from "./problems.ts";
import type { Written } from "./schema.ts";

/** What the settings of gates, and of where they run, say against each other. */
export function checkGates(config: Written): readonly Problem[] {
  return [
    ...checkVerdicts(config),
    ...checkJourneys(config),
    ...checkDevelopment(config),
    ...checkScanners(config),
    ...checkEvidence(config),
  ];
}

/** A verdict comes from a check, from a command with its reports, or from what is detected: never from half of one. */
function checkVerdicts({ gates }: Written): readonly Problem[] {
  return (["security", "unit", "integration", "e2e"] as const).flatMap((gate) => {
    const settings = gates[gate];
    if (settings === undefined) return [];
    const { source, name, app, command, report } = settings;
    const tests = gate === "unit" || gate === "integration";
    const coverage = "coverage" in settings ? settings.coverage : undefined;
    const files = { report, ...(tests ? { coverage } : {}) };
    const at = (key: string, message: string) => ({ path: ["gates", gate, key], message });
    if (source === "alerts")
      return Object.entries({ name, app, command, report })
        .filter(([, value]) => value !== undefined)
        .map(([key]) => at(key, "means nothing beside source: alerts"));
    if (source === "check") {
      const logs = "logs" in settings ? settings.logs : undefined;
      const strange = Object.entries({ command, ...files, logs }).filter(([, value]) => value !== undefined);
      return [
        ...when(name === undefined, at("name", 'is missing: the check whose verdict counts, like "CI / unit"')),
        ...strange.map(([key]) => at(key, "means nothing beside source: check")),
      ];
    }
    const checks = Object.entries({ name, app }).filter(([, value]) => value !== undefined);
    const evidence = Object.entries(files);
    return [
      ...checks.map(([key]) => at(key, "means nothing without source: check")),
      ...evidence.flatMap(([key, value]) => [
        ...when(
          command !== undefined && value === undefined && gate !== "e2e",
          at(key, "is missing: the command is yours, and so is what it writes"),
        ),
        ...when(
          command === undefined && value !== undefined,
          at(key, "means nothing without a command that writes it"),
        ),
      ]),
    ];
  });
}

/** Projects are chosen by arguments, which only a command that names Playwright can be given. */
function checkJourneys({ gates: { e2e } }: Written): readonly Problem[] {
  const { source, command, browsers = [], budget, budgets = {} } = e2e ?? {};
  const ours = {
    browsers: browsers.length > 0,
    budget: budget !== undefined,
    budgets: Object.keys(budgets).length > 0,
  };
  if (source === "check")
    return Object.entries(ours)
      .filter(([, written]) => written)
      .map(([key]) => ({ path: ["gates", "e2e", key], message: "means nothing beside source: check" }));
  const blind = command !== undefined && browsers.length > 0 && !namesPlaywright(command);
  return when(blind, {
    path: ["gates", "e2e", "browsers"],
    message:
      'needs a command that says "playwright test" itself, like "npx playwright test": it is given --project for each',
  });
}

/** What runs already is not started, and has nothing to be set up for. */
function checkDevelopment({ environments: { development } }: Written): readonly Problem[] {
  if (development?.url === undefined) return [];
  const strange = (["command", "setup"] as const).filter((key) => development[key] !== undefined);
  const { pathname, search, username } = new URL(development.url);
  return [
    ...strange.map((key) => ({ path: ["environments", "development", key], message: "means nothing beside url" })),
    ...when(pathname !== "/" || search !== "" || username !== "", {
      path: ["environments", "development", "url"],
      message: `must be an origin like "https://dev.example.com", without path, query or account; got "${new URL(development.url).pathname}" behind it`,
    }),
  ];
}

/** Findings come from scanners, from one command, or from alerts: never from two of them. */
function checkScanners({ gates: { security } }: Written): readonly Problem[] {
  const { source = "command", command, scanners, alerts } = security ?? {};
  const path = ["gates", "security", "scanners"];
  return [
    ...when(source !== "alerts" && alerts !== undefined, {
      path: ["gates", "security", "alerts"],
      message: "means nothing without source: alerts",
    }),
    ...when(source !== "command" && scanners !== undefined, {
      path,
      message: `means nothing beside source: ${source}`,
    }),
    ...when(source === "command" && scanners !== undefined && command !== undefined, {
      path,
      message: "and command both say what runs: put the command into scanners",
    }),
  ];
}

/** Two gates that share a file would read each other's evidence. */
function checkEvidence({ gates }: Written): readonly Problem[] {
  const files = [
    { path: ["gates", "security", "report"], file: gates.security?.report },
    ...(gates.security?.scanners ?? []).map(({ report }, index) => ({
      path: ["gates", "security", "scanners", index, "report"],
      file: report,
    })),
    { path: ["gates", "unit", "report"], file: gates.unit?.report },
    { path: ["gates", "unit", "coverage"], file: gates.unit?.coverage },
    { path: ["gates", "integration", "report"], file: gates.integration?.report },
    { path: ["gates", "integration", "coverage"], file: gates.integration?.coverage },
    { path: ["gates", "e2e", "report"], file: gates.e2e?.report },
  ].flatMap(({ path, file }) => [file ?? []].flat().map((name) => ({ path, file: name })));
  return files.flatMap(({ path, file }, index) => {
    const first = files.slice(0, index).find((other) => other.file === file);
    return when(first !== undefined, {
      path,
      message: `is the file of ${first?.path.join(".") ?? ""} too: each gate needs its own evidence`,
    });
  });
}
