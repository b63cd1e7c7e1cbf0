import type { Problem } from "./problems.ts";
import type { Written } from "./schema.ts";
import { didYouMean } from "./words.ts";

/** What the settings of smoke tests and of environments say against each other. */
export function checkSmoke(config: Written): readonly Problem[] {
  const { staging, development } = config.environments;
  return [
    ...checkSandbox(config, { staging: staging.env, development: development?.env ?? {} }),
    ...checkSkipped(config),
  ];
}

/** Decision 50: smoke tests before production never write where production lives. */
function checkSandbox(config: Written, before: Readonly<Record<string, Readonly<Record<string, string>>>>) {
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
function checkSkipped({ smoke, environments }: Written): readonly Problem[] {
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
