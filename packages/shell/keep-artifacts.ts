import { readdir } from "node:fs/promises";
import path from "node:path";

import { openArtifacts } from "./evidence-store.ts";
import type { Runner } from "./runner.ts";

/**
 * Keeps what people look at after a failure (traces, images, videos) as an artifact of the run, and says where it is. Nothing
 * depends on it: where it cannot be kept, that is what is said.
 */
export async function keepArtifacts(
  { env, attempt, noArtifacts }: Runner,
  { leg, directory }: { readonly leg: string; readonly directory: string },
): Promise<string | undefined> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  if (files.length === 0) return undefined;
  if (noArtifacts !== undefined) return `Traces and images of failures are for this job only: ${noArtifacts}`;
  const name = `failures-${leg}-${attempt}`;
  try {
    const { id } = await (await openArtifacts()).uploadArtifact(name, files, directory);
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return `Traces and images of failures: artifact ${name}, ${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return `Traces and images of failures were not kept: ${why}`;
  }
}
