import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import type { ProtectedEnvironment } from "#forge";
import type { Environment, ReleasePlan } from "#machine";

import type { Workplace } from "../open.ts";
import { approvalEnvironment } from "../review/production-approval.ts";

/** What a release needs to know of the environments before it begins. Returns what people should know; a fault names every mistake. */
export type EnvironmentCheck = (
  workplace: Workplace,
  policy: Config,
  plan: Pick<ReleasePlan, "releaseType" | "incident" | "targetBranch">,
) => Promise<readonly string[]>;

/** For a release that one process drives: staging and production exist. */
export const bothExist: EnvironmentCheck = async ({ forge }) => {
  const names = ["staging", "production"];
  const exist = await Promise.all(names.map((name) => forge.environmentExists(name)));
  const name = names[exist.indexOf(false)];
  if (name !== undefined) {
    throw new ReleaseFault("config", `The repository has no environment '${name}'`, {
      hint: `Create it: ${forge.webUrl}/settings/environments/new (a missing one would be made without protection).`,
    });
  }
  return [];
};

/**
 * For a release by jobs: people are waited for in the approval environment and nowhere else, for what waits in staging or
 * production waits inside a lock, and a rollback behind it.
 */
export const protectedForJobs: EnvironmentCheck = async ({ forge }, policy, plan) => {
  const asks = policy.environments.production.approval === "required" && plan.incident?.autoApproved !== true;
  const deployed = environmentsOf(plan);
  const approval = approvalEnvironment(plan);
  const names = asks ? [...deployed, approval] : deployed;
  const found = await Promise.all(names.map((name) => forge.findEnvironment(name)));
  const mistakes = names.flatMap((name, index) =>
    name === approval ? wrongForAsking(name, found[index]) : wrongForDeploying(name, found[index]),
  );
  if (mistakes.length > 0) throw wrongEnvironments(forge.webUrl, plan.targetBranch, mistakes);
  const open = found.flatMap((one) => (one?.anyBranch === true ? [one.name] : []));
  return [
    ...(asks || plan.incident?.autoApproved === true
      ? []
      : ["nobody is asked before production: environments.production.approval is none"]),
    ...(open.length === 0
      ? []
      : [`workflows of any branch may use ${open.join(", ")}: choose a branch in its settings`]),
  ];
};

function environmentsOf({ releaseType }: Pick<ReleasePlan, "releaseType">): readonly Environment[] {
  return releaseType === "hotfix" ? ["production"] : ["staging", "production"];
}

const missing = (name: string) => `${name} does not exist: it would be made without protection`;

function wrongForAsking(name: string, found: ProtectedEnvironment | undefined): readonly string[] {
  if (found === undefined) return [missing(name)];
  return found.reviewers.length === 0 ? [`${name} has no reviewers: nobody would be asked`] : [];
}

function wrongForDeploying(name: string, found: ProtectedEnvironment | undefined): readonly string[] {
  if (found === undefined) return [missing(name)];
  const { reviewers, waitMinutes, customRules } = found;
  const waits = [
    ...(reviewers.length > 0 ? [`reviewers (${reviewers.join(", ")})`] : []),
    ...(waitMinutes > 0 ? [`a wait timer of ${waitMinutes} min`] : []),
    ...(customRules.length > 0 ? [`custom rules (${customRules.join(", ")})`] : []),
  ];
  return waits.length === 0 ? [] : [`${name} has ${waits.join(" and ")}: a rollback would wait for that too`];
}

function wrongEnvironments(webUrl: string, branch: string, mistakes: readonly string[]): ReleaseFault {
  const wrong = mistakes.join("; ");
  return new ReleaseFault("config", `The environments of this repository are not ready for a release: ${wrong}`, {
    hint: [
      `Change them: ${webUrl}/settings/environments`,
      `Reviewers belong to the approval environment only. Where the plan of the repository has none, say so in .github/release-command.yml on ${branch}:`,
      "environments:\n  production:\n    approval: none",
    ].join("\n"),
  });
}

/** An environment that a dead driver left in the middle of something is cleared first. */
export async function refuseOrphans({ journal }: Workplace, plan: Pick<ReleasePlan, "releaseType">): Promise<void> {
  for (const environment of environmentsOf(plan)) {
    const holder = await journal.environmentHolder(environment);
    if (holder?.stale !== true) continue;
    const held = await journal.read(holder.release);
    if (held?.live !== true || !held.record.touched.has(environment)) continue;
    throw new ReleaseFault(
      "policy",
      `${environment} belongs to release ${holder.release}, whose driver died in ${held.record.state}`,
      {
        hint: `Continue it first: release resume ${holder.release} (in the form: command resume, release ${holder.release})`,
      },
    );
  }
}

/** A form can be sent from any branch; its workflow, and with it every check of ours, would be that branch's. */
export async function requireDefaultBranch({ forge, surroundings }: Workplace): Promise<void> {
  const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref } = surroundings.env;
  if (event !== "workflow_dispatch" || ref === undefined) return;
  const branch = await forge.defaultBranch();
  if (ref === `refs/heads/${branch}`) return;
  throw new ReleaseFault("policy", `The form was sent from ${ref}, not from ${branch}`, {
    hint: `Choose "Use workflow from: ${branch}", or: gh workflow run release --ref ${branch}`,
  });
}
