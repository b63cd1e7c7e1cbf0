import { StringDecoder } from "node:string_decoder";
import type { ParsedCommit, Person } from "./commit.ts";
import { escapeName } from "./escape.ts";
import type { Links } from "./links.ts";

/** Someone who wrote a part of the release. */
export interface Contributor {
  readonly name: string;
  /** In lower case. */
  readonly emails: readonly string[];
  readonly commits: number;
  /** First-time: no address of theirs was known before. `undefined` when nobody said who was known. */
  readonly first: boolean | undefined;
}

/** The arguments of the `git log` that `findKnownAuthors` reads: who wrote anything up to `revision`. */
export function knownAuthorsArguments(revision: string): readonly string[] {
  const format = "%ae%n%(trailers:key=Co-authored-by,valueonly)";
  return [
    `--format=${format}`,
    "--encoding=UTF-8",
    "--no-show-signature",
    "--no-color",
    "--end-of-options",
    revision,
    "--",
  ];
}

/**
 * Which of the addresses (lower case) of these commits the history before them knows. Stops reading as soon as all are
 * known, so that a release of old hands costs next to nothing.
 */
export async function findKnownAuthors(
  commits: readonly ParsedCommit[],
  log: AsyncIterable<Uint8Array>,
): Promise<ReadonlySet<string>> {
  const unknown = new Set<string>();
  for (const { commit, coAuthors } of commits) {
    for (const { email } of [commit.author, ...coAuthors]) unknown.add(email.toLowerCase());
  }
  const known = new Set<string>();
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const look = (line: string) => {
    const email = (/<([^<>]*)>\s*$/.exec(line)?.[1] ?? line).trim().toLowerCase();
    if (unknown.delete(email)) known.add(email);
  };
  for await (const bytes of log) {
    const lines = (rest + decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) look(line);
    if (unknown.size === 0) return known;
  }
  look(rest + decoder.end());
  return known;
}

/** Who wrote these commits, co-authors too, robots not; by name. */
export function contributorsOf(
  commits: readonly ParsedCommit[],
  knownAuthors: ReadonlySet<string> | undefined,
): readonly Contributor[] {
  const byName = new Map<string, { readonly emails: string[]; commits: number }>();
  const count = ({ name, email }: Person) => {
    const known = byName.get(name);
    if (known === undefined) {
      if (!isRobot(name, email)) byName.set(name, { emails: [email], commits: 1 });
      return;
    }
    // A person has few addresses, and mostly the one: looking through a list costs less than a set of them.
    if (!known.emails.includes(email)) known.emails.push(email);
    known.commits += 1;
  };
  for (const { commit, coAuthors } of commits) {
    if (commit.parents.length > 1) continue;
    count(commit.author);
    for (const person of coAuthors) count(person);
  }
  return [...byName.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, person]) => {
      const emails = [...new Set(person.emails.map((email) => email.toLowerCase()))];
      const first = knownAuthors === undefined ? undefined : !emails.some((email) => knownAuthors.has(email));
      return { name, emails, commits: person.commits, first };
    });
}

function isRobot(name: string, email: string): boolean {
  return name === "" || name.endsWith("[bot]") || email.includes("[bot]@");
}

/** The section that thanks them, or nothing when there is nobody to thank. */
export function contributorsMarkdown(contributors: readonly Contributor[], links: Links | undefined): string {
  if (contributors.length === 0) return "";
  const text = (list: readonly Contributor[]) => list.map((one) => contributorMarkdown(one, links)).join(", ");
  const first = contributors.filter((one) => one.first === true);
  const welcome = first.length === 0 ? "" : `\n\nFirst contribution: ${text(first)}`;
  return `### Contributors\n\n${text(contributors)}${welcome}\n`;
}

function contributorMarkdown({ name, emails }: Contributor, links: Links | undefined): string {
  for (const email of emails) {
    const profile = links?.profile(email);
    if (profile !== undefined) return `[${escapeName(name)}](${profile.url})`;
  }
  return escapeName(name);
}
