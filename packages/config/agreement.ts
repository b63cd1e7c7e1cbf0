import { checkFastTrack } from "./fast-track.ts";
import type { Problem } from "./problems.ts";
import type { Written } from "./schema.ts";
import { checkSmoke } from "./smoke-agreement.ts";
import { didYouMean } from "./words.ts";

/** What no single setting can get wrong: names of adapters, and settings that contradict each other. */
export function checkAgreement(
  config: Written,
  known: { readonly targets: readonly string[]; readonly monitors: readonly string[] },
): readonly Problem[] {
  const { production } = config.environments;
  return [
    ...(["staging", "production"] as const).flatMap((name) => [
      ...checkName(["environments", name, "target"], config.environments[name].target, known.targets),
      ...checkName(["environments", name, "monitor"], config.environments[name].monitor, known.monitors),
      ...checkWatch(["environments", name], config.environments[name]),
    ]),
    ...checkSteps(["environments", "production", "steps"], production.steps),
    ...checkSteps(["hotfix", "steps"], config.hotfix.steps),
    ...when(production.rollbackErrorRatio < production.maxErrorRatio, {
      path: ["environments", "production", "rollbackErrorRatio"],
      message: `must be at least maxErrorRatio (${production.maxErrorRatio}), got ${production.rollbackErrorRatio}`,
    }),
    ...when(production.stepTime * production.steps.length > production.deploymentTimeout, {
      path: ["environments", "production", "deploymentTimeout"],
      message: "is shorter than the steps need: stepTime times the number of steps",
    }),
    ...when(config.changelog.preset !== undefined && config.changelog.types !== undefined, {
      path: ["changelog", "types"],
      message: "and preset both say which sections there are: keep one of them",
    }),
    ...checkSmoke(config),
    ...checkVerdicts(config),
    ...checkEvidence(config),
    ...checkFastTrack(config),
    ...checkJournal(config),
  ];
}

function when(wrong: boolean, problem: Problem): readonly Problem[] {
  return wrong ? [problem] : [];
}

function checkName(path: readonly string[], name: string, known: readonly string[]): readonly Problem[] {
  return when(!known.includes(name), {
    path,
    message: `must be one of ${known.join(", ")}, got "${name}"${didYouMean(name, known)}`,
  });
}

function checkWatch(path: readonly string[], bounds: { readonly watch: number; readonly healthEvery: number }) {
  return when(bounds.healthEvery <= 0 || (bounds.watch > 0 && bounds.healthEvery > bounds.watch), {
    path: [...path, "healthEvery"],
    message: "must be longer than 0 and not longer than watch: else health is never looked at",
  });
}

function checkSteps(path: readonly string[], steps: readonly number[]): readonly Problem[] {
  const ascending = steps.every((step, index) => step > (steps[index - 1] ?? 0));
  return when(!ascending || steps.at(-1) !== 100, {
    path,
    message: `must ascend from above 0 and end in 100, like [5, 25, 50, 100]; got [${steps.join(", ")}]`,
  });
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
    if (source === "check") {
      const strange = Object.entries({ command, ...files }).filter(([, value]) => value !== undefined);
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
          command !== undefined && value === undefined,
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

/** Two gates that share a file would read each other's evidence. */
function checkEvidence({ gates }: Written): readonly Problem[] {
  const files = [
    { path: ["gates", "security", "report"], file: gates.security?.report },
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

function checkJournal({ journal, branches }: Written): readonly Problem[] {
  const taken = [branches.source, branches.target].includes(journal.branch);
  const { renew, ttl } = journal.lease;
  return [
    ...when(taken, { path: ["journal", "branch"], message: "must be a branch that nothing else uses" }),
    // A driver whose lease is older than half its time begins no effect.
    ...when(renew <= 0 || renew > ttl / 2, {
      path: ["journal", "lease", "renew"],
      message: "must be longer than 0 and at most half of ttl: else the driver stops trusting its own lease",
    }),
  ];
}
