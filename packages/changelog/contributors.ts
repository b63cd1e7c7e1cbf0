import type { Commit, ParsedCommit, Person } from "./commit.ts";
import { escapeName } from "./escape.ts";
import type { Links } from "./links.ts";
import { coAuthorsOf } from "./parse-commit.ts";

/** Someone who wrote a part of the release. */
export interface Contributor {
  readonly name: string;
  /** In lower case. */
  readonly emails: readonly string[];
  readonly commits: number;
  /** First-time: no address of theirs was known before. `undefined` when nobody said who was known. */
  readonly first: boolean | undefined;
}

/** The addresses of all who wrote a part of these commits: the history before a release says who is new in it. */
export async function collectAuthors(commits: AsyncIterable<Commit>): Promise<Set<string>> {
  const known = new Set<string>();
  for await (const { author, message } of commits) {
    known.add(author.email.toLowerCase());
    for (const { email } of coAuthorsOf(message)) known.add(email.toLowerCase());
  }
  return known;
}

/** Who wrote these commits, co-authors too, robots not; by name. */
export function contributorsOf(
  commits: readonly ParsedCommit[],
  knownAuthors: ReadonlySet<string> | undefined,
): readonly Contributor[] {
  const byName = new Map<string, { readonly emails: Set<string>; commits: number }>();
  for (const commit of commits) {
    if (commit.commit.parents.length > 1) continue;
    for (const { name, email } of peopleOf(commit)) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, { emails: new Set([email]), commits: 1 });
      else {
        known.emails.add(email);
        known.commits += 1;
      }
    }
  }
  return [...byName.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, person]) => {
      const emails = [...new Set([...person.emails].map((email) => email.toLowerCase()))];
      const first = knownAuthors === undefined ? undefined : !emails.some((email) => knownAuthors.has(email));
      return { name, emails, commits: person.commits, first };
    });
}

function peopleOf({ commit, coAuthors }: ParsedCommit): readonly Person[] {
  return [commit.author, ...coAuthors].filter(
    ({ name, email }) => name !== "" && !name.endsWith("[bot]") && !email.includes("[bot]@"),
  );
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
