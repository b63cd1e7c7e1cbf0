import { type DeniedHour, hourOf, isDeniedHour } from "./append.ts";
import { type Erasure, erasedKey, erasureIn, isErasure } from "./erasure.ts";
import { changedFact, factsIn } from "./facts.ts";
import { entryIn, hasTexts, linesIn } from "./lines.ts";
import { canonical, genesis, lineAt, type Place, sha256, statementOf } from "./log.ts";
import { peopleProblems } from "./people.ts";

/** An audit log and what it vouches for, byte for byte as it is kept. */
export interface KeptLog {
  readonly log: Buffer;
  /** The archived facts of each release: one a line. */
  readonly facts: ReadonlyMap<string, Buffer>;
  /** Who the tokens of those facts stand for, by release: one a line. */
  readonly people: ReadonlyMap<string, Buffer>;
  /** Denied attempts as they were counted; left out where nobody knows them any more. */
  readonly denied?: readonly DeniedHour[];
}

/**
 * What is wrong with an audit log, or with the facts that it vouches for; empty when nothing is. Every line is looked at,
 * whatever is wrong with those before it. What it cannot see: a log and archive that both lost their newest releases, or
 * were both written anew; that takes a checkpoint.
 */
export function verifyAuditLog({ log, facts, people, denied }: KeptLog): readonly string[] {
  const found: string[] = [];
  const erasures: { readonly line: number; readonly erased: Erasure }[] = [];
  const seen = new Map<string, number>();
  const { lines, rest } = linesIn(log);
  let prev = genesis;
  for (const [index, line] of lines.entries()) {
    const place = { number: index + 1, prev };
    const { names, problems } = lookAt(line, place, { facts, denied });
    const before = names === undefined ? undefined : seen.get(names);
    if (before !== undefined) found.push(`line ${place.number}: repeats ${names} of line ${before}`);
    if (names !== undefined) seen.set(names, before ?? place.number);
    for (const problem of problems) found.push(`line ${place.number}: ${problem}`);
    if (line.indexOf(erasedKey, 0, "latin1") === 0) {
      const erased = erasureIn(line.toString("utf8"));
      if (erased !== undefined) erasures.push({ line: place.number, erased });
    }
    prev = sha256(line);
  }
  if (rest.length > 0) found.push(`line ${lines.length + 1}: is cut off`);
  for (const release of facts.keys()) if (!seen.has(release)) found.push(`${release} is archived and not in the log`);
  return [...found, ...peopleProblems({ facts, people, erasures })];
}

/** What a line is about, as far as it can be read, and what is wrong with it at its place. */
export interface Looked {
  readonly names?: string | undefined;
  readonly problems: readonly string[];
}

type Known = Pick<KeptLog, "facts"> & { readonly denied: KeptLog["denied"] | undefined };

/** One line: does it follow the line before, and does it say what its facts say, byte for byte? */
export function lookAt(line: Buffer, place: Place, { facts, denied }: Known): Looked {
  const release = releaseOf(line, place);
  const file = release === undefined ? undefined : facts.get(release);
  // Without its facts no more can be told of a line that follows the one before.
  if (release !== undefined && file === undefined) return { names: release, problems: [missing(release)] };
  const entry = entryIn(line, isEntry);
  if (entry === undefined) return { problems: ["is not an entry"] };
  const chain = chainProblems(entry, line, place);
  if (isDenied(entry)) return { problems: [...chain, ...deniedProblems(entry.denied, denied)] };
  if (isErased(entry)) return { names: erasureOf(entry.erased), problems: chain };
  const kept = facts.get(entry.release);
  return {
    names: entry.release,
    problems: [...chain, ...(kept === undefined ? [missing(entry.release)] : factProblems(entry, kept))],
  };
}

const erasureOf = ({ release, token }: Erasure): string => `the erasure of ${token} from ${release}`;

const missing = (release: string): string => `the facts of ${release} are missing`;

/**
 * The release of a line that follows the line before, without parsing all of it: keys are sorted, so it stands between
 * `prev` and `seq`. `undefined`: it has to be looked at closely.
 */
function releaseOf(line: Buffer, { number, prev }: Place): string | undefined {
  const follows = line.indexOf(`,"prev":"${prev}",`, 0, "latin1");
  if (follows < 0) return undefined;
  const from = line.indexOf(releaseKey, follows, "latin1") + releaseKey.length;
  const until = line.indexOf('"', from, "latin1");
  if (from < releaseKey.length || line.indexOf(`,"seq":${number},`, until, "latin1") < 0) return undefined;
  return line.toString("utf8", from, until);
}

const releaseKey = ',"release":"';

interface Linked {
  readonly seq: number;
  readonly prev: string;
}

interface ReleaseEntry extends Linked {
  readonly release: string;
  readonly digest: string;
  readonly facts?: unknown;
  readonly signedBy?: string;
}

interface ErasedEntry extends Linked {
  readonly erased: Erasure;
}

interface DeniedEntry extends Linked {
  readonly denied: DeniedHour;
}

type Entry = ReleaseEntry | DeniedEntry | ErasedEntry;

const isDenied = (entry: Entry): entry is DeniedEntry => "denied" in entry;
const isErased = (entry: Entry): entry is ErasedEntry => "erased" in entry;

function chainProblems(entry: Linked, line: Buffer, { number, prev }: Place): readonly string[] {
  const first = number === 1 ? "is not the first" : `does not follow line ${number - 1} as it is now`;
  return [
    ...(entry.seq === number ? [] : [`says that it is line ${entry.seq}`]),
    ...(entry.prev === prev ? [] : [first]),
    // Compared as bytes: text that is no UTF-8 reads like other text.
    ...(Buffer.from(canonical(entry)).equals(line) ? [] : ["is not in canonical form"]),
  ];
}

function deniedProblems(said: DeniedHour, counted: KeptLog["denied"]): readonly string[] {
  if (counted === undefined) return [];
  const now = counted.find((one) => hourOf(one) === hourOf(said));
  const what = `what ${said.person} was denied at ${said.hour}:00 UTC`;
  if (now === undefined) return [`${what} is gone from where it was counted (refs/release-command/denied)`];
  return canonical(now) === canonical(said) ? [] : [`${what} is not what was counted (refs/release-command/denied)`];
}

function factProblems(entry: ReleaseEntry, file: Buffer): readonly string[] {
  const { seq, prev, signedBy, ...said } = entry;
  const { release, digest } = said;
  if (sha256(file) !== digest)
    return [`the facts of ${release} are not those that were recorded: ${changedFact(file, entry)}`];
  const actual = statementIn(file, digest);
  if (actual === undefined) return [`the facts of ${release} are those of no release`];
  const marks = signedBy === undefined ? {} : { signedBy };
  if (lineAt({ number: seq, prev }, { ...actual, ...marks }) === canonical(entry)) return [];
  return differences(said, actual).map((field) => `says another ${field} of ${release} than its facts do`);
}

function statementIn(file: Buffer, digest: string): object | undefined {
  try {
    const facts = factsIn(file);
    return facts === undefined ? undefined : statementOf(facts, digest);
  } catch {
    // Somebody wrote facts and line anew, and not as we fold them.
    return undefined;
  }
}

function differences(said: object, actual: object): readonly string[] {
  const fields = new Set([...Object.keys(said), ...Object.keys(actual)]);
  return [...fields].filter((field) => text(Reflect.get(said, field)) !== text(Reflect.get(actual, field)));
}

const text = (value: unknown): string => (value === undefined ? "" : canonical(value));

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null || !("seq" in value) || typeof value.seq !== "number") return false;
  if ("denied" in value) return isDeniedHour(value.denied);
  if ("erased" in value) return isErasure(value.erased);
  return hasTexts(value, ["prev", "release", "digest"]);
}
