import { exitCode } from "#faults";
import { smokeNow, type Surroundings } from "#stages";

import type { Command } from "./parse.ts";
import type { Terminal } from "./run.ts";

const marks = { passed: "✓", failed: "✗", "not-applicable": "–" } as const;

/** Runs the smoke checks of the checkout once and prints each with its reason; needs no code host and changes nothing. */
export async function smoke(
  { place, json }: Pick<Extract<Command, { kind: "smoke" }>, "place" | "json">,
  surroundings: Surroundings,
  { print }: Pick<Terminal, "print">,
): Promise<number> {
  const result = await smokeNow(surroundings, place);
  const { status, checks, categoriesPassed, categoriesFailed, executionTimeMs } = result;
  const lines = checks.map(
    ({ category, name, status: how, durationMs, detail }) =>
      `${marks[how]} ${category}: ${name} (${durationMs} ms)${detail === undefined ? "" : `\n    ${detail.replaceAll("\n", "\n    ")}`}`,
  );
  const all = categoriesPassed + categoriesFailed;
  const end = `Smoke tests ${status}: ${categoriesPassed} of ${all} categories in ${executionTimeMs} ms`;
  print(json ? `${JSON.stringify(result, null, 2)}\n` : `${lines.join("\n")}\n${end}\n`);
  return status === "passed" ? exitCode.ok : exitCode.failed;
}
