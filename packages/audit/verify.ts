import type { Fact } from "#machine";

import { canonical, factsDigest, genesis, sha256, statementOf } from "./log.ts";

/**
 * What is wrong with an audit log, or with the archived facts that it vouches for; empty when nothing is. Every line is
 * looked at, whatever is wrong with those before it. What it cannot see: a log and archive that both lost their newest
 * releases, or were both written anew.
 */
export function verifyAuditLog(log: string, factsOf: ReadonlyMap<string, readonly Fact[]>): readonly string[] {
  const { problems, entries } = readLog(log);
  const found = [...problems];
  const seen = new Map<string, number>();
  for (const { entry, number } of entries) {
    const before = seen.get(entry.release);
    if (before !== undefined) found.push(`line ${number}: repeats ${entry.release} of line ${before}`);
    seen.set(entry.release, before ?? number);
    found.push(...factProblems(entry, factsOf.get(entry.release)).map((text) => `line ${number}: ${text}`));
  }
  for (const release of factsOf.keys()) {
    if (!seen.has(release)) found.push(`${release} is archived and not in the log`);
  }
  return found;
}

interface Entry {
  readonly seq: number;
  readonly prev: string;
  readonly release: string;
  readonly digest: string;
}

interface ReadLog {
  readonly problems: readonly string[];
  readonly entries: readonly { readonly entry: Entry; readonly number: number }[];
}

/** Follows the chain: every line carries the SHA-256 of the line before. */
function readLog(log: string): ReadLog {
  const problems: string[] = [];
  const entries: { entry: Entry; number: number }[] = [];
  const lines = log.split("\n");
  const rest = lines.pop() ?? "";
  if (rest !== "") problems.push(`line ${lines.length + 1}: is cut off`);
  let prev = genesis;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const entry = parseLine(line);
    if (entry === undefined) {
      problems.push(`line ${number}: is not an entry`);
    } else {
      problems.push(...chainProblems(entry, line, number, prev));
      entries.push({ entry, number });
    }
    prev = sha256(line);
  }
  return { problems, entries };
}

function chainProblems(entry: Entry, line: string, number: number, prev: string): readonly string[] {
  return [
    ...(entry.seq === number ? [] : [`line ${number}: says that it is line ${entry.seq}`]),
    ...(entry.prev === prev
      ? []
      : [
          number === 1 ? "line 1: is not the first" : `line ${number}: does not follow line ${number - 1} as it is now`,
        ]),
    ...(isCanonical(entry, line) ? [] : [`line ${number}: is not in canonical form`]),
  ];
}

/** Whether a line is the canonical JSON of its value (RFC 8785); ten times faster than writing it anew. */
function isCanonical(value: unknown, line: string): boolean {
  return JSON.stringify(value) === line && hasSortedKeys(value);
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  const keys = Object.keys(value);
  return (
    keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) &&
    Object.values(value).every(hasSortedKeys)
  );
}

function factProblems(entry: Entry, facts: readonly Fact[] | undefined): readonly string[] {
  if (facts === undefined) return [`the facts of ${entry.release} are missing`];
  if (factsDigest(facts) !== entry.digest) {
    return [`the facts of ${entry.release} are not those that were recorded: ${brokenAt(facts)}`];
  }
  const { seq: _seq, prev: _prev, ...said } = entry;
  return differences(said, statementOf(facts, entry.digest)).map(
    (field) => `says another ${field} of ${entry.release} than its facts do`,
  );
}

/** Where the chain of the facts breaks; each carries the SHA-256 of the one before. */
function brokenAt(facts: readonly Fact[]): string {
  let prev = genesis;
  for (const [index, fact] of facts.entries()) {
    if (fact.prev !== prev || fact.seq !== index + 1) {
      return index === 0 ? "the first is not the first" : `fact ${index} was changed, or what followed it is gone`;
    }
    prev = sha256(canonical(fact));
  }
  return facts.length === 0 ? "there is none" : `fact ${facts.length} was changed, or those after it are gone`;
}

function differences(said: object, actual: object): readonly string[] {
  if (canonical(said) === canonical(actual)) return [];
  const fields = new Set([...Object.keys(said), ...Object.keys(actual)]);
  return [...fields].filter((field) => text(Reflect.get(said, field)) !== text(Reflect.get(actual, field)));
}

const text = (value: unknown): string => (value === undefined ? "" : canonical(value));

function parseLine(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  return (
    "seq" in value &&
    typeof value.seq === "number" &&
    ["prev", "release", "digest"].every((key) => typeof Reflect.get(value, key) === "string")
  );
}
