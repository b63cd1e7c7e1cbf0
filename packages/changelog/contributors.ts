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

/** Who wrote these commits, co-authors too, robots not; by name. */
export function contributorsOf(
  commits: readonly ParsedCommit[],
  knownAuthors: ReadonlySet<string> | undefined,
): readonly Contributor[] {
  const byName = new Map<string, { name: string; emails: Set<string>; commits: number }>();
  for (const commit of commits) {
    if (commit.commit.parents.length > 1) continue;
    for (const person of peopleOf(commit)) {
      const key = person.name.toLowerCase();
      const known = byName.get(key) ?? { name: person.name, emails: new Set<string>(), commits: 0 };
      known.emails.add(person.email.toLowerCase());
      known.commits += 1;
      byName.set(key, known);
    }
  }
  return [...byName.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, emails, commits: count }]) => ({
      name,
      emails: [...emails],
      commits: count,
      first: knownAuthors === undefined ? undefined : ![...emails].some((email) => knownAuthors.has(email)),
    }));
}

function peopleOf({ commit, coAuthors }: ParsedCommit): readonly Person[] {
  const people = coAuthors.length === 0 ? [commit.author] : [commit.author, ...coAuthors];
  return people.filter(({ name, email }) => name !== "" && !name.endsWith("[bot]") && !email.includes("[bot]@"));
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
