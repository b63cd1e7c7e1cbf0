import { createHmac, randomBytes } from "node:crypto";
import { namesIn, personToken, renamed, wordsOf, type Fact, type Person } from "#machine";
import { digestOf, factLine, lineOf, withoutSecret, type Recorded } from "./lines.ts";

/**
 * What the salts of a release's people are made of, base64url. It is drawn once and recorded with the first fact, so that
 * whoever archives the release, after whatever death, makes the very same tokens. It goes no further than the live record:
 * from what is archived nobody can make the salt of a person who was erased, and so confirm a name by guessing.
 */
export const newSecret = (): string => randomBytes(16).toString("base64url");

/** A release as it is archived: tokens for people, chained anew, and apart from them who they are. */
export interface Sealed {
  readonly facts: readonly Fact[];
  readonly lines: readonly string[];
  readonly people: readonly string[];
}

/** The same lines always give the same. `undefined`: it was opened before there were tokens, and is archived as it is. */
export function sealPeople(lines: readonly string[]): Sealed | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver has read and checked these lines
  const known = lines.map((line) => JSON.parse(line) as Recorded);
  const secret = known[0]?.secret;
  if (secret === undefined) return undefined;
  const people = new Map([...namesIn(known)].map((name) => [name, personOf(secret, name)]));
  const tokenOf = (name: string): string => people.get(name)?.token ?? name;
  const words = wordsOf(people.keys(), "g");
  const told = (sentence: string): string => sentence.replaceAll(words, tokenOf);
  const facts: Fact[] = [];
  const sealed: string[] = [];
  for (const fact of withoutSecret(known)) {
    const named: Fact = { ...reworded(renamed(fact, tokenOf), told), prev: digestOf(sealed.at(-1)) };
    const kept: Fact = named.type === "opened" ? { ...named, format: 2 } : named;
    facts.push(kept);
    sealed.push(factLine(kept));
  }
  // By token: the order in which they came says who was who.
  const ordered = [...people.values()].toSorted((a, b) => (a.token < b.token ? -1 : 1));
  return { facts, lines: sealed, people: ordered.map(lineOf) };
}

/** Fields that hold a sentence or several, wherever they stand: the tool says there who did what. */
const sentences: ReadonlySet<string> = new Set([
  "reason",
  "failureReason",
  "evidence",
  "message",
  "emergency",
  "detail",
]);

function reworded<T>(value: T, reword: (sentence: string) => string, isSentence = false): T {
  // oxlint-disable typescript/no-unsafe-type-assertion -- text for text: it stays what it is
  if (typeof value === "string") return (isSentence ? reword(value) : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => reworded(one, reword, isSentence)) as T;
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    reworded(one, reword, sentences.has(key)),
  ]);
  return Object.fromEntries(fields) as T;
  // oxlint-enable typescript/no-unsafe-type-assertion
}

function personOf(secret: string, name: string): Person {
  const salt = createHmac("sha256", Buffer.from(secret, "base64url"))
    .update(name)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
  return { token: personToken(salt, name), salt, name };
}
