import path from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "#process";

import type { Runner } from "../runner.ts";

/** What the client of caches reads; the project's own variables are none of its business. */
const told =
  /^(PATH|HOME|LANG|TMPDIR|SYSTEMROOT|ACTIONS_(RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2|CACHE_MODE)|GITHUB_SERVER_URL|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO)_PROXY|(https?|no)_proxy)$/;

interface Kept {
  readonly key: string;
  /** Holds the folder `store`, and nothing else. */
  readonly directory: string;
  readonly signal: AbortSignal;
}

/**
 * Keeps a folder under a key, and says what became of it. In a process of its own: the client goes on trying for minutes,
 * and only a process can be ended.
 */
export async function save({ env }: Runner, { key, directory, signal }: Kept): Promise<string> {
  const given = Object.entries(env).filter(([name]) => told.test(name));
  const own = { GITHUB_WORKSPACE: directory, RUNNER_TEMP: path.join(directory, "temp") };
  const { exitCode, stdout } = await run([process.execPath, mainFile(), key], {
    cwd: directory,
    env: { ...Object.fromEntries(given), ...own },
    inheritEnv: false,
    signal,
  });
  signal.throwIfAborted();
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return exitCode === 0 ? `kept as ${key}` : `not kept: ${last.replace(/^::\w+::/, "")}`;
}

/** Beside this file in the sources; an entry of its own in the bundle. */
function mainFile(): string {
  const here = fileURLToPath(import.meta.url);
  return path.join(path.dirname(here), here.endsWith(".ts") ? "save-main.ts" : "keep-store.js");
}
