import { randomBytes } from "node:crypto";

import { realClock } from "#http";
import type { Deed } from "#machine";
import { openWorkplace, type Surroundings, type Workplace } from "#stages";

import { decree, foundCompany, type Company } from "./company.ts";

/** Who they are is what they are called. */
export const people = {
  mona: "release captain",
  otto: "read",
  tara: "write",
  quinn: "triage",
  dev: "write",
  emma: "write",
  admin: "admin",
} as const;
export type Name = keyof typeof people;

const lists = {
  releaseManager: ["release captain"],
  onCall: ["@acme/on-call"],
  technicalLead: ["@tara"],
  qa: ["@quinn"],
  developer: ["@dev"],
  emergencyApprover: ["@emma"],
};

/** A company in which each role has exactly one person. */
export async function staffed(): Promise<Company> {
  const company = await foundCompany();
  for (const login of Object.keys(people))
    await company.admin.user({ login, token: `ghp_${randomBytes(18).toString("hex")}` });
  const users = { sarah: "maintain", aisha: "write", "release-bot": "admin", ...people } as const;
  await company.govern({
    users,
    customRoles: { "release captain": "maintain" },
    protection: {},
    teams: { "on-call": ["otto"] },
  });
  await decree(company, [[["roles"], lists]]);
  return company;
}

/** The process of a person as GitHub's runner starts it: with the token of the workflow. */
export async function runBy(
  company: Company,
  actor: string,
  env: Readonly<Record<string, string | undefined>> = {},
  others: Partial<Pick<Surroundings, "fetch" | "clock">> = {},
): Promise<Workplace> {
  const { world, home } = company;
  return openWorkplace({
    cwd: home,
    env: {
      ...process.env,
      ...world.env,
      GITHUB_TOKEN: world.tokens.bot,
      GITHUB_ACTIONS: "true",
      GITHUB_ACTOR: actor,
      GITHUB_TRIGGERING_ACTOR: actor,
      GITHUB_RUN_ID: "7001",
      ...env,
    },
    clock: realClock,
    say: () => undefined,
    signal: new AbortController().signal,
    fetch: globalThis.fetch,
    ...others,
  });
}

/** The same process in a run of these two people. */
export function as(workplace: Workplace, actor: string | undefined, triggering: string | undefined): Workplace {
  const { surroundings } = workplace;
  const env = { ...surroundings.env, GITHUB_ACTOR: actor, GITHUB_TRIGGERING_ACTOR: triggering };
  return { ...workplace, ...(actor ? { actor } : {}), surroundings: { ...surroundings, env } };
}

/** Who may what, by the lists above. */
export const may: { readonly [D in Deed]: readonly Name[] } = {
  start: ["mona"],
  resume: ["mona"],
  hold: ["mona"],
  promote: ["mona", "otto"],
  abort: ["mona"],
  rollback: ["mona", "otto"],
  redeploy: ["mona", "otto"],
  retry: ["mona"],
  "retry-after-unit": ["dev"],
  "retry-after-integration": ["tara"],
  "retry-after-e2e": ["quinn", "dev"],
  "auto-approval": ["emma"],
  emergency: ["emma"],
  override: ["admin"],
  erase: ["admin"],
};
