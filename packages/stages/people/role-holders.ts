import { ReleaseFault } from "#faults";
import { isTeam } from "#forge";
import { givenRoles, type Role } from "#machine";

/** Whether somebody has one of some roles; if not, why, and what to do where nobody knows. */
export type Held =
  | { readonly role: Role }
  | { readonly role: undefined; readonly why: string; readonly hints: readonly string[] };

interface Person {
  readonly login: string;
  /** As the code host calls it. */
  readonly repositoryRole: string;
  /** The roles in question, each with its list of the configuration. */
  readonly lists: readonly { readonly role: Role; readonly holders: readonly string[] }[];
}

/** Who has none of their own in the repository: a login that was given up can be taken by anybody. */
const strangers: ReadonlySet<string> = new Set(["none", "read"]);

/**
 * Finds the first role that somebody holds: by the exact name of their role in the repository, as a person with more than
 * read, or as a member of a team. Teams cost requests and come last; one that nobody may see counts for no one.
 */
export async function findHolder(
  { login, repositoryRole, lists }: Person,
  isMember: (team: string) => Promise<boolean>,
): Promise<Held> {
  const isNamed = (holder: string) =>
    holder === repositoryRole || (holder.toLowerCase() === `@${login.toLowerCase()}` && !strangers.has(repositoryRole));
  for (const { role, holders } of lists) if (holders.some(isNamed)) return { role };
  const unseen: ReleaseFault[] = [];
  const known = new Map<string, boolean>();
  for (const { role, holders } of lists) {
    for (const team of holders.filter(isTeam)) {
      if (!known.has(team)) known.set(team, await answer(isMember(team), unseen));
      if (known.get(team) === true) return { role };
    }
  }
  const wanted = lists.map(({ role, holders }) =>
    role in givenRoles ? `${role} is needed` : `roles.${role} is ${holders.join(", ") || "nobody"}`,
  );
  const why = [`the role in the repository is ${repositoryRole}, and ${wanted.join("; ")}`];
  const hints = [...new Set(unseen.map(({ hint }) => hint))];
  return { role: undefined, why: [...why, ...unseen.map(({ message }) => message)].join(". "), hints };
}

/** What the token may not see is not known, and so a no; an answer that did not come is thrown. */
async function answer(asked: Promise<boolean>, unseen: ReleaseFault[]): Promise<boolean> {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault) || thrown.code !== "permission") throw thrown;
    unseen.push(thrown);
    return false;
  }
}
