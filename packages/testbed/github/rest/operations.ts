import type { Handlers } from "../call.ts";
import type { Level } from "../identity.ts";
import { alerts } from "./alerts.ts";
import { checks } from "./checks.ts";
import { deployments } from "./deployments.ts";
import { issues } from "./issues.ts";
import { pulls } from "./pulls.ts";
import { releases } from "./releases.ts";
import { teams } from "./teams.ts";
import { repositories } from "./repositories.ts";

/** Every operation that is served, by GitHub's id. A new one: a handler here, and its id in `scripts/github-schema.ts`. */
export const handlers: Handlers = {
  ...alerts,
  ...checks,
  ...deployments,
  ...issues,
  ...pulls,
  ...releases,
  ...repositories,
  ...teams,
};

/** What an operation needs where it is not "GET reads, the rest writes". */
const levels: Readonly<Record<string, Level>> = {
  "issues/create": "read",
  "issues/create-comment": "read",
  "issues/update-comment": "read",
  "issues/delete-comment": "read",
  "issues/update": "triage",
  "issues/add-labels": "triage",
  "reactions/create-for-issue-comment": "read",
  "pulls/create-review": "read",
  "repos/get-collaborator-permission-level": "write",
  "repos/get-branch-protection": "admin",
  "repos/create-or-update-environment": "admin",
};

/** The least role that may call this operation. */
export function levelFor(operation: string, method: string): Level {
  if (Object.hasOwn(levels, operation)) return levels[operation] ?? "admin";
  return method === "GET" ? "read" : "write";
}
