import { holdsTokens, namesIn, parsePerson, personToken, type Person } from "#machine";

import { factsIn } from "./facts.ts";
import type { Erasure } from "./erasure.ts";
import { linesIn } from "./lines.ts";
import { canonical } from "./log.ts";

/** What is kept of people: the facts of each release, who their tokens stand for, and who was erased at which line of the log. */
export interface KeptPeople {
  readonly facts: ReadonlyMap<string, Buffer>;
  readonly people: ReadonlyMap<string, Buffer>;
  readonly erasures: readonly { readonly line: number; readonly erased: Erasure }[];
}

/** What is wrong with who the tokens stand for: each must have its person or its erasure, and none has both. */
export function peopleProblems({ facts, people, erasures }: KeptPeople): readonly string[] {
  const found: string[] = [];
  for (const release of people.keys())
    if (!facts.has(release)) found.push(`the people of ${release}: there are no facts that name them`);
  for (const [release, file] of facts) {
    const mine = erasures.filter(({ erased }) => erased.release === release);
    found.push(...problemsOf({ release, tokens: tokensIn(file), file: people.get(release), erasures: mine }));
  }
  for (const { line, erased } of erasures)
    if (!facts.has(erased.release))
      found.push(`line ${line}: erases somebody from ${erased.release}, which is not archived`);
  return found;
}

interface Release {
  readonly release: string;
  /** Of its facts; `undefined`: they hold names, or cannot be read. */
  readonly tokens: ReadonlySet<string> | undefined;
  readonly file: Buffer | undefined;
  readonly erasures: KeptPeople["erasures"];
}

function problemsOf({ release, tokens, file, erasures }: Release): readonly string[] {
  const strange = erasures.filter(({ erased }) => tokens?.has(erased.token) !== true);
  const found = strange.map(
    ({ line, erased }) => `line ${line}: erases ${erased.token}, which no fact of ${release} has`,
  );
  if (tokens === undefined)
    return file === undefined
      ? found
      : [...found, `the people of ${release}: its facts have no tokens that can be read`];
  const seen = new Set<string>();
  const { lines, rest } = linesIn(file ?? Buffer.alloc(0));
  for (const [index, line] of lines.entries()) {
    const person = personIn(line);
    const problem = person === undefined ? `line ${index + 1} was changed` : personProblem(person, tokens, seen);
    if (problem !== undefined) found.push(`the people of ${release}: ${problem}`);
    if (person !== undefined) seen.add(person.token);
  }
  if (rest.length > 0) found.push(`the people of ${release}: line ${lines.length + 1} is cut off`);
  const erased = new Set(erasures.map((one) => one.erased.token));
  for (const token of tokens) {
    if (!seen.has(token) && !erased.has(token))
      found.push(`the people of ${release}: ${token} is gone, and nobody erased it`);
    if (seen.has(token) && erased.has(token)) found.push(`the people of ${release}: ${token} was erased and is back`);
  }
  return found;
}

/** A line byte for byte as it is written. */
function personIn(line: Buffer): Person | undefined {
  const person = parsePerson(line.toString("utf8"));
  return person !== undefined && Buffer.from(canonical(person)).equals(line) ? person : undefined;
}

function personProblem({ token, salt, name }: Person, tokens: ReadonlySet<string>, seen: ReadonlySet<string>) {
  if (personToken(salt, name) !== token || !isSalt(salt))
    return `${token} does not stand for the name and salt beside it`;
  if (!tokens.has(token)) return `${token} stands in none of its facts`;
  return seen.has(token) ? `${token} is there twice` : undefined;
}

/** The last letter of base64url has bits that count for nothing: another one would go unseen. */
function isSalt(salt: string): boolean {
  const bytes = Buffer.from(salt, "base64url");
  return bytes.length === 16 && bytes.toString("base64url") === salt;
}

function tokensIn(file: Buffer): ReadonlySet<string> | undefined {
  try {
    const facts = factsIn(file);
    return facts !== undefined && holdsTokens(facts) ? namesIn(facts) : undefined;
  } catch {
    // Somebody wrote facts as we never do: that is told of the line that vouches for them.
    return undefined;
  }
}
