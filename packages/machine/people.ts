import { hash } from "node:crypto";

import type { Fact } from "./facts.ts";
import type { ReleasePlan } from "./plan.ts";

/** What people read in place of somebody who was erased from the records of a release. */
export const erasedName = "(erased)";

/** Who a token of a release's archived facts stands for. Without this nothing tells, and no guess can be confirmed. */
export interface Person {
  readonly token: string;
  /** 16 random bytes, base64url. */
  readonly salt: string;
  readonly name: string;
}

/** What stands for a person in archived facts: the same for the same salt and name, and without the salt for anybody. */
export function personToken(salt: string, name: string): string {
  const digest = hash("sha256", Buffer.concat([Buffer.from(salt, "base64url"), Buffer.from(name)]), "base64url");
  return `person:${digest}`;
}

/**
 * The fact with other words wherever it names a person: who recorded it, what it says was done `by` somebody, and who stands
 * in the plan. What sentences say stays as it is.
 */
export function renamed(fact: Fact, rename: (name: string) => string): Fact {
  const named = {
    ...fact,
    actor: rename(fact.actor),
    ...("by" in fact ? { by: typeof fact.by === "string" ? rename(fact.by) : fact.by.map(rename) } : {}),
    ...(fact.type === "opened" ? { plan: renamedPlan(fact.plan, rename) } : {}),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name for a name: the kind of fact stays what it is
  return named as Fact;
}

function renamedPlan(plan: ReleasePlan, rename: (name: string) => string): ReleasePlan {
  const { retry } = plan;
  return {
    ...plan,
    initiatedBy: rename(plan.initiatedBy),
    ...(retry === undefined ? {} : { retry: { ...retry, confirmedBy: rename(retry.confirmedBy) } }),
  };
}

/** Everybody whom facts name, each once; tokens where they hold those. */
export function namesIn(facts: readonly Fact[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const fact of facts) {
    renamed(fact, (name) => {
      found.add(name);
      return name;
    });
  }
  return found;
}

/** The facts of an archived release with names for its tokens; who is not among the people any more was erased. */
export function withNames(facts: readonly Fact[], people: readonly Person[]): readonly Fact[] {
  const names = new Map(people.map(({ token, name }) => [token, JSON.stringify(name).slice(1, -1)]));
  // As text: every release there was is read so, and a token looks like nothing else.
  const named = JSON.stringify(facts).replaceAll(tokens, (token) => names.get(token) ?? erasedName);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name for a token changes nothing else
  return JSON.parse(named) as readonly Fact[];
}

const tokens = /person:[\w-]{43}/g;

/** Finds these names where they stand as words of their own; nothing where there are none. */
export function wordsOf(names: Iterable<string>, flags: "g" | "i"): RegExp {
  const literal = [...names].flatMap((name) =>
    name === "" ? [] : [name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)],
  );
  return new RegExp(literal.length === 0 ? "(?!)" : `(?<![\\w-])(?:${literal.join("|")})(?![\\w-])`, flags);
}

/** Whether archived facts hold tokens of people, who are kept beside them, and not their names. */
export function holdsTokens([first]: readonly Fact[]): boolean {
  return first?.type === "opened" && first.format === 2;
}

/** The people of a release, as the lines of their file have them; lines that are none of ours are left out, for `audit verify` to name. */
export function peopleIn(file: string): readonly Person[] {
  return file.split("\n").flatMap((line) => parsePerson(line) ?? []);
}

/** A line of the file; `undefined` when it is none of ours. */
export function parsePerson(line: string): Person | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isPerson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPerson(value: unknown): value is Person {
  if (typeof value !== "object" || value === null) return false;
  return ["token", "salt", "name"].every((key) => typeof Reflect.get(value, key) === "string");
}
