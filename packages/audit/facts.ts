import type { Fact } from "#machine";

import { linesIn } from "./lines.ts";
import { canonical, genesis, sha256 } from "./log.ts";

/** The facts of an archived file; `undefined` when a line of it is not JSON. */
export function factsIn(file: Buffer): readonly Fact[] | undefined {
  const { lines, rest } = linesIn(file);
  const facts = lines.map(parseFact);
  return rest.length > 0 || facts.includes(undefined) ? undefined : facts.filter((fact) => fact !== undefined);
}

/** Where an archived file is not what was recorded, as closely as the chain of its facts tells: each names the one before. */
export function changedFact(file: Buffer, { facts: recorded }: { readonly facts?: unknown }): string {
  const { lines, rest } = linesIn(file);
  let prev = genesis;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const fact = parseFact(line);
    if (fact === undefined) return `fact ${number} was changed: it is not JSON`;
    if (!Buffer.from(canonical(fact)).equals(line)) return `fact ${number} was changed: it is not in canonical form`;
    if (fact.seq !== number || fact.prev !== prev) return misplaced(fact, number);
    prev = sha256(line);
  }
  if (rest.length > 0) return `fact ${lines.length + 1} is cut off`;
  if (typeof recorded === "number" && lines.length < recorded)
    return `there are ${lines.length}, and there were ${recorded}: those after them are gone`;
  if (typeof recorded === "number" && lines.length > recorded)
    return `there are ${lines.length}, and there were ${recorded}: those after them were added`;
  return `fact ${lines.length} was changed, or all were written anew`;
}

function misplaced({ seq }: Fact, number: number): string {
  if (seq > number) return `fact ${number} is gone, fact ${seq} stands in its place`;
  if (seq < number) return `fact ${number} is not the one that was there: it says that it is fact ${seq}`;
  return number === 1
    ? "the first is not the first"
    : `fact ${number - 1} was changed, or fact ${number} that follows it`;
}

function parseFact(line: Buffer): Fact | undefined {
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it is beyond an object is told by its digest
    return typeof value === "object" && value !== null ? (value as Fact) : undefined;
  } catch {
    return undefined;
  }
}
