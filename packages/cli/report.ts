import { exitCode } from "#faults";
import { reportAs } from "#report";
import { afterwardsOf, noteRootCause, readOrThrow, type Workplace } from "#stages";

import type { Command } from "./parse.ts";

/** Prints the report of a release, after writing down what people found to be the cause. Defect: its raw record, and code 1. */
export async function report(
  workplace: Workplace,
  { id, format, rootCause }: Extract<Command, { kind: "report" }>,
  print: (text: string) => void,
): Promise<number> {
  const { facts } =
    rootCause === undefined
      ? await readOrThrow(workplace, id)
      : await noteRootCause(workplace, { id, text: rootCause });
  const { text, failure } = await reportAs(format, facts, await afterwardsOf(workplace, facts));
  print(text);
  if (failure === undefined) return exitCode.ok;
  workplace.surroundings.say(`the report could not be written: ${failure}; this is the raw record`);
  return exitCode.defect;
}
