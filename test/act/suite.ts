import { it } from "@jest/globals";

import { findAct, type Run } from "./act.ts";
import { approved } from "../support/people.ts";
import { openActWorld, type ActWorld, type Wanted } from "./world.ts";

// Looked for while the file is loaded: only then a test can still be declared as skipped.
const act = findAct();

export const start = { command: "start", version: "1.1.0", from: "develop", to: "main" } as const;

/** A test in a world of its own; skipped where act cannot be had, which was said loudly. */
export function inAct(title: string, wanted: Omit<Wanted, "act">, body: (opened: ActWorld) => Promise<void>): void {
  const run = async (): Promise<void> => {
    const opened = await openActWorld({ ...wanted, act: act ?? "" });
    try {
      await body(opened);
    } finally {
      await opened.stop();
    }
  };
  if (act === undefined) it.skip(title, run);
  else it(title, run, 180_000);
}

/** Aisha approves as soon as there is something to approve. */
export async function withAisha({ world }: ActWorld, run: () => Promise<Run>): Promise<Run> {
  return approved(world, run);
}

/** What is recorded of a release, and whether it still goes on. */
export async function recordOf(opened: ActWorld, id: string) {
  const stored = await (await opened.look()).journal.read(id);
  if (stored === undefined) throw new Error(`there is no record of ${id}`);
  return stored;
}

/** Which versions answer to customers of an environment. */
export async function serving({ world }: ActWorld, environment: "staging" | "production"): Promise<readonly string[]> {
  const url = environment === "staging" ? world.stagingUrl : world.productionUrl;
  const versions = new Set<string>();
  for (let request = 0; request < 8; request += 1) {
    const { version } = (await (await fetch(url)).json()) as { readonly version: string };
    versions.add(version);
  }
  return [...versions].toSorted();
}
