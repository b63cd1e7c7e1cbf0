import type { Problem } from "./problems.ts";
import type { Config } from "./schema.ts";
import { didYouMean } from "./words.ts";

/** What no single setting can get wrong: names of adapters, and settings that contradict each other. */
export function checkAgreement(
  config: Config,
  known: { readonly targets: readonly string[]; readonly monitors: readonly string[] },
): readonly Problem[] {
  const { staging, production } = config.environments;
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
    ...checkSandbox(config, { staging: staging.env, development: config.environments.development?.env ?? {} }),
    ...checkSkipped(config),
    ...checkEvidence(config),
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

/** Decision 50: smoke tests before production never write where production lives. */
function checkSandbox(config: Config, before: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const databases = config.smoke === undefined || "none" in config.smoke.database ? [] : config.smoke.database;
  const names = [...new Set(databases.flatMap((check) => ("urlFrom" in check ? [check.urlFrom] : [])))];
  const production = config.environments.production.env;
  return Object.entries(before).flatMap(([environment, env]) =>
    names
      .filter((name) => isSameDatabase(env[name], production[name]))
      .map((name) => ({
        path: ["environments", environment, "env", name],
        message: "is the database of production: the smoke tests would write there",
      })),
  );
}

/** Whoever logs in: the host and the name of the database count. */
function isSameDatabase(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return placeOf(one) === placeOf(other);
}

function placeOf(text: string): string {
  return URL.canParse(text) ? `${new URL(text).host}${new URL(text).pathname}` : text;
}

/** A name that no check has leaves nothing out: somebody believes otherwise. */
function checkSkipped({ smoke, environments }: Config): readonly Problem[] {
  const names = (["api", "database", "external", "paths"] as const).flatMap((category) => {
    const checks = smoke?.[category];
    return checks === undefined || "none" in checks ? [] : checks.map(({ name }) => `${category}: ${name}`);
  });
  return (["staging", "production"] as const).flatMap((environment) =>
    Object.keys(environments[environment].smoke.skip)
      .filter((name) => !names.includes(name))
      .map((name) => ({
        path: ["environments", environment, "smoke", "skip", name],
        key: true,
        message: `is no check that can be left out; those are ${names.join(", ") || "none"}${didYouMean(name, names)}`,
      })),
  );
}

/** Two gates that share a file would read each other's evidence. */
function checkEvidence({ gates }: Config): readonly Problem[] {
  const files = [
    { path: ["gates", "security", "report"], file: gates.security?.report },
    { path: ["gates", "unit", "report"], file: gates.unit?.report },
    { path: ["gates", "unit", "coverage"], file: gates.unit?.coverage },
    { path: ["gates", "integration", "report"], file: gates.integration?.report },
    { path: ["gates", "integration", "coverage"], file: gates.integration?.coverage },
    { path: ["gates", "e2e", "report"], file: gates.e2e?.report },
  ].filter(({ file }) => file !== undefined);
  return files.flatMap(({ path, file }, index) => {
    const first = files.slice(0, index).find((other) => other.file === file);
    return when(first !== undefined, {
      path,
      message: `is the file of ${first?.path.join(".") ?? ""} too: each gate needs its own evidence`,
    });
  });
}

function checkJournal({ journal, branches }: Config): readonly Problem[] {
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
