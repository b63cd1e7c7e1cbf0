import path from "node:path";

import { ReleaseFault } from "#faults";
import type { Runner } from "#shell";

import type { Wanted } from "./check-out.ts";
import type { Inputs } from "./index.ts";

/** The repository of the run, and a folder below its workspace. */
export function wantedFrom({ token, ref, path: folder }: Inputs, runner: Runner): Wanted {
  const { env, cwd, signal } = runner;
  const repository = env["GITHUB_REPOSITORY"];
  if (repository === undefined || repository === "") {
    throw new ReleaseFault("config", "GITHUB_REPOSITORY is not set: it is not known what to check out", {
      hint: "Runners of GitHub set it. Elsewhere: GITHUB_REPOSITORY=owner/name",
    });
  }
  const directory = path.resolve(cwd, folder);
  if (path.relative(cwd, directory).startsWith("..")) {
    throw new ReleaseFault("input", `path: ${folder} is outside the workspace`, { hint: "Example: path: sources" });
  }
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return { url: `${server.replace(/\/$/, "")}/${repository}.git`, ref, directory, token, env, signal };
}
