import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { ReleaseFault } from "#faults";
import type { Envelope, Fact, FactBody } from "#machine";

/** What stands before the first fact. */
const beginning = "0".repeat(64);

/** A fact as the line that is stored: canonical JSON (RFC 8785), the same bytes wherever and whenever it is written. */
export function factLine(fact: Fact): string {
  return lineOf(fact);
}

/** The same of whatever else is kept a line each. */
export function lineOf(value: object): string {
  const line = canonicalize(value);
  if (line === undefined) throw new TypeError("an object has a canonical form");
  return line;
}

/** A fact as it is stored; the first of a live release has its secret beside it. */
export type Recorded = Fact & { readonly secret?: string };

/** The facts as everybody but the archive sees them. */
export function withoutSecret(facts: readonly Recorded[]): readonly Fact[] {
  const [first, ...rest] = facts;
  if (first?.secret === undefined) return facts;
  const { secret: _, ...opened } = first;
  return [opened, ...rest];
}

/** SHA-256 (hex) that the next fact carries as `prev`. */
export function digestOf(line: string | undefined): string {
  return line === undefined ? beginning : createHash("sha256").update(line).digest("hex");
}

/** Puts bodies into envelopes that follow on `lines`. */
export function stamp(
  lines: readonly string[],
  bodies: readonly FactBody[],
  envelope: Omit<Envelope, "seq" | "prev">,
): readonly Fact[] {
  let prev = digestOf(lines.at(-1));
  return bodies.map((body, index) => {
    const fact: Fact = { ...envelope, seq: lines.length + index + 1, prev, ...body };
    prev = digestOf(factLine(fact));
    return fact;
  });
}

/** The time of a next fact: clocks that tell whole seconds must not let it happen before the last one. */
export function notBefore(facts: readonly Fact[], nowMs: number): string {
  const lastMs = Date.parse(facts.at(-1)?.at ?? "");
  return new Date(lastMs > nowMs ? lastMs : nowMs).toISOString();
}

export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

export function splitLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** Parses stored lines. Throws a fault when they are not one unbroken chain: somebody changed them. */
export function parseFacts(release: string, lines: readonly string[]): readonly Fact[] {
  const facts = lines.map((line, index) => parseFact(release, line, index));
  const problem = verifyChain(facts);
  if (problem !== undefined) throw brokenRecord(release, problem.reason);
  return withoutSecret(facts);
}

function parseFact(release: string, line: string, index: number): Fact {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it; the chain is checked by the caller
    return JSON.parse(line) as Fact;
  } catch {
    throw brokenRecord(release, `line ${index + 1} is not JSON`);
  }
}

/** The first place where facts do not follow one another, or `undefined` when the chain is whole. */
export function verifyChain(facts: readonly Fact[]): { readonly seq: number; readonly reason: string } | undefined {
  let prev = beginning;
  for (const [index, fact] of facts.entries()) {
    if (fact.seq !== index + 1) return { seq: index + 1, reason: `fact ${index + 1} says that it is ${fact.seq}` };
    if (fact.prev !== prev) {
      return { seq: fact.seq, reason: `fact ${fact.seq} does not carry the digest of the fact before it` };
    }
    prev = digestOf(factLine(fact));
  }
  return undefined;
}

function brokenRecord(release: string, reason: string): ReleaseFault {
  return new ReleaseFault("policy", `The record of release ${release} was changed outside Release Command: ${reason}`, {
    hint: `Look at its history, \`git log -p refs/release-command/releases/${release}\`, and restore the last commit that is whole.`,
  });
}
