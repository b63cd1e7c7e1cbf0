import { readFile } from "node:fs/promises";

import { ReleaseFault } from "#faults";

import type { Runner } from "./runner.ts";

/** What happened, as the code host wrote it into a file for this run: people's words in it never pass a shell or an expression. */
export async function eventOf({ env }: Runner): Promise<unknown> {
  const file = env["GITHUB_EVENT_PATH"];
  if (file === undefined || file === "") return {};
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new ReleaseFault("config", "The event of this run cannot be read", {
      hint: "Runners of GitHub write it as JSON to the file that GITHUB_EVENT_PATH names.",
      cause,
    });
  }
}
