import path from "node:path";

import type { Config } from "#config";
import { cleanEnvironment } from "#gates";
import type { Environment, ReleaseRecord } from "#machine";
import { hasCommands, type SmokeOptions } from "#smoke";
import type { Artifact, Observation } from "#targets";

import type { Ports } from "../context.ts";
import { filesOfFix } from "../gates/fix-files.ts";

type Place = Pick<SmokeOptions, "headers" | "env" | "skip" | "timeoutMs" | "production">;

/** What the configuration says of smoke tests in one environment: its variables, headers and exceptions. */
export function smokePlace(
  { environments }: Config,
  environment: Environment,
  given: { readonly env: Readonly<Record<string, string>>; readonly headers: Readonly<Record<string, string>> },
): Place {
  if (environment === "development") return { ...given, production: productionValues(environments.production) };
  const { env, smoke } = environments[environment];
  return {
    env: { ...given.env, ...env },
    headers: { ...smoke.headers, ...given.headers },
    skip: smoke.skip,
    ...(smoke.timeout === undefined ? {} : { timeoutMs: smoke.timeout }),
    ...(environment === "production" ? {} : { production: productionValues(environments.production) }),
  };
}

export interface Address {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The new version alone: at its own address, by the platform's header, or else by headers that the configuration names. */
export function candidateAddress(
  { candidateHeaders }: Pick<Config["environments"]["staging"]["smoke"], "candidateHeaders">,
  { revisions, url, pinHeader }: Observation,
  { version }: Pick<Artifact, "version">,
): Address {
  const revision = revisions.find((one) => one.version === version);
  if (revision?.url !== undefined) return { url: revision.url, headers: revision.headers ?? {} };
  return { url, headers: pinHeader === undefined ? candidateHeaders : { [pinHeader]: version } };
}

/** Every text that is configured for production (decision 50). */
export function productionValues({
  env,
  settings,
  monitorSettings,
}: Config["environments"]["production"]): readonly string[] {
  return [...new Set(textsIn([env, settings, monitorSettings]))];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * What of the checks a hotfix runs (decision 7): below 100 % those of the files that it changes; all of them once everybody
 * meets it, and when it was rolled back. An outage of others never speaks against it: it may be what works around one.
 */
export async function smokeScope(
  { git }: Pick<Ports, "git">,
  { plan, gatedSha }: Pick<ReleaseRecord, "plan" | "gatedSha">,
  point: string,
): Promise<Pick<SmokeOptions, "only" | "changed" | "outages">> {
  if (plan.releaseType !== "hotfix") return {};
  const percent = /^(?<percent>[\d.]+)%(?: \(\d+\))?$/.exec(point)?.groups?.["percent"];
  if (percent === undefined || Number(percent) === 100) return { outages: "shown" };
  if (gatedSha === undefined) return { only: "critical" };
  return { only: "critical", changed: await filesOfFix({ git }, plan, gatedSha) };
}

/** A checkout for the checks that are commands, where there are any. Safe to repeat. */
export async function smokeCommands(
  { config, git, workDirectory, env }: Ports,
  { sha, own }: { readonly sha: string | undefined; readonly own: Readonly<Record<string, string>> },
): Promise<Pick<SmokeOptions, "commands">> {
  if (sha === undefined || !hasCommands(config.smoke)) return {};
  const directory = path.join(workDirectory, "smoke");
  await git.ensureWorktree(sha, directory);
  return { commands: { directory, env: cleanEnvironment(env, own) } };
}
