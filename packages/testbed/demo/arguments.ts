import path from "node:path";
import { parseArgs } from "node:util";

import { ReleaseFault } from "#faults";

import { faultNames, type Fault } from "../world/index.ts";

export interface DemoArguments {
  readonly fault: Fault | undefined;
  readonly directory: string;
}

const example = "Example: npm run demo -- --fault production-errors";

/** `--fault NAME`, `--directory FOLDER`. Throws an `input` fault for anything else. */
export function parseDemo(args: readonly string[], root: string): DemoArguments {
  const { fault, directory } = values(args);
  const known = faultNames.find((name) => name === fault);
  if (fault !== undefined && known === undefined) {
    throw new ReleaseFault("input", `There is no demo of the fault "${fault}"`, {
      hint: `Use one of: ${faultNames.join(", ")}. ${example}`,
    });
  }
  const name = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  return { fault: known, directory: directory ?? path.join(root, ".demo", name) };
}

function values(args: readonly string[]): { readonly fault?: string; readonly directory?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: { fault: { type: "string" }, directory: { type: "string" } },
      strict: true,
    }).values;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message.split(". ")[0] : String(thrown);
    throw new ReleaseFault("input", `The demo does not understand this: ${message}`, { hint: example });
  }
}
