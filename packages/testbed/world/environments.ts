import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "yaml";
import type { Git } from "#git";
import { loadTarget, stopPlatform } from "#targets";
import type { ConfigValue } from "./project.ts";

/** The environments of a world: real processes behind a proxy, one platform each. */
export const environments = ["staging", "production"] as const;
export type EnvironmentName = (typeof environments)[number];

const clock = {
  now: () => Date.now(),
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await pause(ms, undefined, { ...(signal && { signal }) });
  },
};

/** The release configuration's view of the platforms. */
export function platformValues(directory: string): readonly ConfigValue[] {
  return environments.flatMap((name): ConfigValue[] => [
    [["environments", name, "settings", "directory"], platformOf(directory, name)],
    [["environments", name, "monitorSettings", "directory"], platformOf(directory, name)],
  ]);
}

/** Makes `version` serve an environment, all of it, and answers with the public URL. Safe to repeat. */
export async function bringUp(world: {
  readonly directory: string;
  readonly environment: EnvironmentName;
  readonly git: Git;
  readonly version: string;
  readonly config: string;
}): Promise<string> {
  const { directory, environment, git, version } = world;
  const { signal } = new AbortController();
  const { target: name = "local", settings } = (parse(world.config) as ParsedConfig).environments[environment];
  const { env } = process;
  const target = await loadTarget(name, { environment, settings, workDirectory: directory, env, clock, signal });
  const sha = (await git.resolve(`${version}^{commit}`)) ?? "";
  const artifact = { version, sha, export: (to: string) => git.exportTree(sha, to) };
  await target.prepare(artifact, signal);
  await target.shift(artifact, 100, signal);
  await target.finish(artifact);
  return (await target.observe()).url;
}

/** Stops every platform of a world, with what runs on it. */
export async function stopPlatforms(directory: string): Promise<void> {
  await Promise.all(environments.map((name) => stopPlatform(platformOf(directory, name), clock)));
}

/** Where the platform of an environment keeps its state. */
export function platformOf(directory: string, environment: EnvironmentName): string {
  return join(directory, "platforms", environment);
}

interface ParsedConfig {
  readonly environments: Readonly<
    Record<EnvironmentName, { readonly target?: string; readonly settings: Readonly<Record<string, unknown>> }>
  >;
}
