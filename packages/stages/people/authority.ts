import { defaultConfigPath, type Config } from "#config";
import { asFault, ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import { authority, givenRoles, retryAfter, type Deed, type Role } from "#machine";

import { configAt, type Workplace } from "../open.ts";
import { findHolder, type Held } from "./role-holders.ts";

/** What somebody asks for. Of several deeds any one will do; the first is what is told to who may none. */
export interface Wish {
  readonly deeds: readonly [Deed, ...Deed[]];
  readonly release?: string;
}

/** Whether every branch was just brought here: then nothing has to be fetched again. */
export type Known = "fetch" | "here";

/**
 * Lets pass who may: the person who acts, and the one who started this attempt of the run (a re-run keeps the actor of
 * the first). Returns the role of the first. Throws a fault for everybody else and for every answer that is not plain; who
 * was denied is noted (decision 56); when an answer did not come, nobody was.
 */
export async function authorise(workplace: Workplace, wish: Wish, known: Known = "fetch"): Promise<Role> {
  const config = await rolesInForce(workplace, known);
  let first: Role | undefined;
  for (const person of peopleOf(workplace)) {
    const held = await holding(workplace, { config, wish, person });
    if (held.role === undefined) throw await denied(workplace, { wish, person, held, config });
    first ??= held.role;
  }
  if (first !== undefined) return first;
  throw new ReleaseFault("permission", "Nobody is known to act here", { hint: "Sign in: export GITHUB_TOKEN=…" });
}

/** Why somebody who acts here may not; `undefined` when all may. Asks like `authorise`, and denies nobody anything. */
export async function whyNot(workplace: Workplace, deed: Deed, known: Known = "fetch"): Promise<string | undefined> {
  const config = await rolesInForce(workplace, known);
  const wish: Wish = { deeds: [deed] };
  for (const person of peopleOf(workplace)) {
    const held = await holding(workplace, { config, wish, person });
    if (held.role === undefined) return messageOf(wish, person, held);
  }
  return undefined;
}

/**
 * What going on with a release asks for. Whoever ends a rollback needs no more than to begin one, and the run that began a
 * retry goes on with it by the role that confirmed it.
 */
export function goingOn({ id, facts, record }: StoredRelease, { surroundings: { env } }: Workplace): Wish {
  const opened = facts[0]?.run.id;
  const isRetry =
    record.plan.retry !== undefined && env["GITHUB_ACTIONS"] === "true" && opened === env["GITHUB_RUN_ID"];
  const isBack = record.plan.rollback !== undefined || record.state === "rolled_back";
  return {
    deeds: [
      "resume",
      ...(isBack ? ["rollback" as const] : []),
      ...(record.plan.redeploy === undefined ? [] : ["redeploy" as const]),
      ...(isRetry ? [retryAfter(record.plan.retry?.gate)] : []),
    ],
    release: id,
  };
}

/** The lists of the default branch: whoever writes another branch, or a work tree, does not make themselves anything there. */
async function rolesInForce({ git, forge }: Workplace, known: Known): Promise<RolesInForce> {
  const branch = await forge.defaultBranch();
  const ref = `refs/remotes/origin/${branch}`;
  if (known === "fetch") await git.fetch([`+refs/heads/${branch}:${ref}`]);
  return { branch, roles: (await configAt(git, ref)).config.roles };
}

interface RolesInForce {
  readonly branch: string;
  readonly roles: Config["roles"];
}

/** Everybody whose role counts; `undefined` is somebody whom the runner does not name. */
function peopleOf({ actor, surroundings: { env } }: Workplace): readonly (string | undefined)[] {
  if (env["GITHUB_ACTIONS"] !== "true") return [actor];
  const named = [env["GITHUB_ACTOR"], env["GITHUB_TRIGGERING_ACTOR"]].map((login) =>
    login === "" ? undefined : login,
  );
  return named.includes(undefined) ? [undefined] : [...new Set([actor, named[1]])];
}

interface Question {
  readonly config: RolesInForce;
  readonly wish: Wish;
  readonly person: string | undefined;
}

function rolesOf({ deeds }: Wish): readonly Role[] {
  return [...new Set(deeds.flatMap((deed) => authority[deed].roles))];
}

async function holding({ forge }: Workplace, { config, wish, person }: Question): Promise<Held> {
  if (person === undefined) return unnamed;
  const lists = rolesOf(wish).map((role) => ({ role, holders: holdersOf(config, role) }));
  try {
    const repositoryRole = await forge.roleOf(person);
    return await findHolder({ login: person, repositoryRole, lists }, (team) => forge.isTeamMember(team, person));
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault) || thrown.code !== "permission") throw thrown;
    return { role: undefined, why: thrown.message, hints: [thrown.hint] };
  }
}

function holdersOf({ roles }: RolesInForce, role: Role): readonly string[] {
  return role === "admin" ? givenRoles[role] : roles[role];
}

/** A re-run keeps the actor of the first attempt: without the other name anybody could be behind it. */
const unnamed: Refusal = {
  role: undefined,
  why: "the runner does not say who asks: GITHUB_ACTOR or GITHUB_TRIGGERING_ACTOR is not set",
  hints: [
    "GitHub sets both for every step. On another runner set them for the step, to the person who started the run.",
  ],
};

type Refusal = Extract<Held, { role: undefined }>;

function messageOf({ deeds: [deed] }: Wish, person: string | undefined, { why }: Refusal): string {
  return `${person ?? "Nobody"} may not ${authority[deed].text}: ${why}`;
}

async function denied(workplace: Workplace, { wish, person, held, config }: Question & { readonly held: Refusal }) {
  const wanted = rolesOf(wish);
  const lists = wanted.filter((role) => role !== "admin").map((role) => `roles.${role}`);
  const message = messageOf(wish, person, held);
  const { release } = wish;
  const asked = {
    person: person ?? workplace.actor,
    deed: wish.deeds[0],
    why: held.why,
    ...(release === undefined ? {} : { release }),
  };
  const noted = await workplace.journal.noteDenied(asked).then(
    () => "The attempt was noted.",
    (thrown: unknown) => `The attempt could not be noted: ${asFault(thrown).message}`,
  );
  const where = `${lists.join(" or ")} of ${defaultConfigPath} on ${config.branch}`;
  const whom =
    lists.length === 0 ? "Ask an admin of the repository." : `Ask somebody of ${where}, or to be added there.`;
  return new ReleaseFault("permission", message, {
    hint: [whom, ...held.hints, noted].join("\n"),
  });
}
