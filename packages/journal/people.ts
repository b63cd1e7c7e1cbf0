import { createHmac, randomBytes } from "node:crypto";
import { namesIn, personToken, renamed, type Fact, type Person } from "#machine";
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
  const facts: Fact[] = [];
  const sealed: string[] = [];
  for (const fact of withoutSecret(known)) {
    const named: Fact = { ...renamed(fact, tokenOf), prev: digestOf(sealed.at(-1)) };
    const kept: Fact = named.type === "opened" ? { ...named, format: 2 } : named;
    facts.push(kept);
    sealed.push(factLine(kept));
  }
  // By token: the order in which they came says who was who.
  const ordered = [...people.values()].toSorted((a, b) => (a.token < b.token ? -1 : 1));
  return { facts, lines: sealed, people: ordered.map(lineOf) };
}

function personOf(secret: string, name: string): Person {
  const salt = createHmac("sha256", Buffer.from(secret, "base64url"))
    .update(name)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
  return { token: personToken(salt, name), salt, name };
}
