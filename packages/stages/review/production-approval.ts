import type { Config } from "#config";
import { isHostRun, type Approval, type Forge } from "#forge";
import type { Git } from "#git";
import type { Fact, ReleasePlan, ReleaseRecord } from "#machine";

import { failRelease, type StageClock, type StageContext } from "../context.ts";
import { configAt } from "../open.ts";

/** Before production people are asked, or they said yes in an earlier run, or a rule for hotfixes lets it pass. */
export type ApprovalRoute = "ask" | "given" | "auto";

/** The environment whose reviewers decide. */
export function approvalEnvironment({ releaseType }: Pick<ReleasePlan, "releaseType">): string {
  return releaseType === "hotfix" ? "hotfix-approval" : "production-approval";
}

export function approvalRoute({ plan, productionApproval, tag }: ReleaseRecord): ApprovalRoute {
  if (plan.releaseType === "hotfix" && plan.incident?.autoApproved === true) return "auto";
  return tag !== undefined && productionApproval?.sha === tag.sha ? "given" : "ask";
}

/** What people said about exactly the tagged commit. `open`: nothing yet. */
export type Answer =
  | { readonly kind: "approved"; readonly by: readonly string[]; readonly runId: string }
  | { readonly kind: "refused"; readonly cause: "refused" | "expired"; readonly reason: string }
  | { readonly kind: "open" };

interface Question {
  readonly forge: Forge;
  readonly clock: StageClock;
  readonly config: Config;
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
}

/**
 * Looks at every run that worked on this release since its tag: the commit is the same from then on. A refusal outweighs
 * whatever else was said; an approval counts only by the environment of this kind of release.
 */
export async function answerOf({ forge, clock, config, record, facts }: Question): Promise<Answer> {
  const { tag, plan } = record;
  if (tag === undefined) return { kind: "open" };
  const environment = approvalEnvironment(plan);
  let approved: Answer | undefined;
  for (const runId of runsSince(facts, tag.seq)) {
    const said = (await forge.approvalsOf(runId)).filter(({ environments }) => environments.includes(environment));
    const refusal = said.find(({ state }) => state === "rejected");
    if (refusal !== undefined) return { kind: "refused", cause: "refused", reason: refusedBy(refusal) };
    if (said.length > 0) approved = { kind: "approved", by: said.map(({ by }) => by), runId };
  }
  return approved ?? (hasExpired(record, config, clock.now()) ? expired : { kind: "open" });
}

/** Nobody was asked in what a shell drove. */
function runsSince(facts: readonly Fact[], seq: number): readonly string[] {
  const ids = facts.filter((fact) => fact.seq >= seq).map(({ run }) => run.id);
  return [...new Set(ids)].filter(isHostRun);
}

function refusedBy({ by, comment }: Approval): string {
  const why = comment.trim();
  return `Production was refused by ${by}${why === "" ? "" : `: ${why}`}`;
}

const expired: Answer = { kind: "refused", cause: "expired", reason: "Nobody approved production in time" };

function hasExpired({ state, visits }: ReleaseRecord, config: Config, nowMs: number): boolean {
  const since = visits.at(-1)?.since;
  const asked = state === "production" || state === "production_canary";
  return asked && since !== undefined && nowMs - Date.parse(since) >= config.review.expires;
}

/** Whether it is for people to say now: the commit is verified as far as it can be, and production is as it was. */
export function isUndecided({ state, tag, touched, verdict, plan }: ReleaseRecord): boolean {
  const asked = state === "production" || state === "production_canary";
  return (
    asked && tag !== undefined && !touched.has("production") && verdict === undefined && plan.rollback === undefined
  );
}

/** Records what people said; a refusal ends the release. Safe to repeat: the code host remembers who said what. */
export async function recordAnswer(context: StageContext): Promise<Answer["kind"]> {
  const { driver } = context;
  const { record, facts } = driver;
  const answer = await answerOf({ ...context, record, facts });
  if (answer.kind === "open") return "open";
  if (answer.kind === "approved") {
    if (record.productionApproval?.runId !== answer.runId) {
      const environment = approvalEnvironment(record.plan);
      const { by, runId } = answer;
      driver.observe({ type: "production-approved", by, environment, runId, sha: record.tag?.sha ?? "" });
    }
  } else {
    if (record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
    failRelease(driver, {
      cause: answer.cause,
      failureReason: answer.reason,
      actionableFixSuggestions: ["Fix forward and release the next version. Example: --version=patch"],
    });
  }
  await driver.flush();
  return answer.kind;
}

/** The configuration that says who is asked: that of the protected branch, for whoever writes a source branch may not excuse it. */
export async function policyOf(git: Git, targetBranch: string): Promise<Config> {
  return (await configAt(git, `refs/remotes/origin/${targetBranch}`)).config;
}

/** Whether the configuration in force asks nobody: for every release, or for incidents of this severity (decision 19). */
export function asksNobody({ environments, hotfix }: Config, { releaseType, incident }: ReleasePlan): boolean {
  if (environments.production.approval === "none") return true;
  return releaseType === "hotfix" && incident?.autoApproved === true && hotfix.autoApproval.includes(incident.severity);
}
