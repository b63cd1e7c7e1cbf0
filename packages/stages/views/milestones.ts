import type { NoticeEvent } from "#config";
import { isHostRun } from "#forge";
import { standingOf, type Fact, type FactType, type ReleasePlan } from "#machine";

/** How far a release has come, and whom it needs next. */
export interface Milestone {
  readonly event: NoticeEvent;
  readonly priority: "P2" | "P3";
  readonly title: string;
  readonly lines?: readonly string[];
  readonly commands?: readonly string[];
  /** Tells milestones of one kind apart; the first has none. */
  readonly number?: number;
}

/** The milestone that each of the facts of a release is, if it is one. A function of the facts, so that everybody names it alike. */
export function milestonesOf(facts: readonly Fact[], plan: ReleasePlan): readonly (Milestone | undefined)[] {
  const counts = new Map<NoticeEvent, number>();
  return facts.map((fact) => {
    const said = saidOf(fact, plan);
    if (said === undefined) return undefined;
    const number = (counts.get(said.event) ?? 0) + 1;
    counts.set(said.event, number);
    return number === 1 ? said : { ...said, number };
  });
}

type Sayer<T extends FactType> = (
  fact: Extract<Fact, { readonly type: T }>,
  plan: ReleasePlan,
) => Milestone | undefined;

const sayers: { readonly [T in FactType]?: Sayer<T> } = {
  opened: ({ release }, { releaseType, initiatedBy, baseBranch, targetBranch }) =>
    releaseType === "standard"
      ? milestone(
          "started",
          `${release} has begun`,
          [`by ${initiatedBy}, ${baseBranch} → ${targetBranch}`],
          see(release),
        )
      : undefined,
  "gate-finished"(finished, plan) {
    const { release, gate, failures } = finished;
    if (standingOf(plan, finished) !== "failed") return undefined;
    return milestone(
      "gate-failed",
      `${release}: gate ${gate} failed`,
      failures.slice(0, 3).map(({ title }) => title),
      see(release),
    );
  },
  "pull-request-opened": ({ release, number, url }) => ({
    ...milestone("review-wanted", `${release} waits for review: pull request ${number}`, [url], see(release)),
    priority: "P2",
  }),
  moved: (fact, plan) => movedOn(fact, plan),
  "deployment-started": ({ release, environment, strategy, previous }) =>
    environment === "production"
      ? milestone(
          "production-begun",
          `${release} begins in production, ${strategy}`,
          [`${previous ?? "nothing"} serves now`],
          see(release),
        )
      : undefined,
  "traffic-shifted": ({ release, environment, version, percent }, { tag }) =>
    environment === "production" && version === tag && percent > 0
      ? milestone(
          "canary-step",
          `${release} has ${percent} % of production`,
          [],
          [`release hold ${release} --reason="…"`, `release rollback ${release} --reason="…"`],
        )
      : undefined,
};

function saidOf<T extends FactType>(fact: Extract<Fact, { readonly type: T }>, plan: ReleasePlan) {
  // What is brought up again or back is told by events of its own.
  const isForward = plan.releaseType === "standard" || plan.releaseType === "hotfix";
  return isForward ? sayers[fact.type]?.(fact, plan) : undefined;
}

function movedOn(
  { release, from, to, run }: Extract<Fact, { type: "moved" }>,
  plan: ReleasePlan,
): Milestone | undefined {
  if (to === "review") return milestone("gates-passed", `${release} passed its gates`, [], see(release));
  if (to !== "production" && to !== "production_canary") return undefined;
  // In a run of the code host the reviewers of an environment are asked next; elsewhere nobody is.
  const isAsked = isHostRun(run.id) && plan.incident?.autoApproved !== true;
  const where = plan.releaseType === "hotfix" ? "hotfix-approval" : "production-approval";
  const so = from === "staging" ? "is verified in staging" : "is merged and tagged";
  if (isAsked)
    return {
      ...milestone(
        "approval-wanted",
        `${release} ${so} and waits for approval`,
        [`reviewers of ${where} decide in its run`],
        see(release),
      ),
      priority: "P2",
    };
  return from === "staging" ? milestone("staging-verified", `${release} ${so}`, [], see(release)) : undefined;
}

const see = (release: string): readonly string[] => [`release status ${release}`];

function milestone(
  event: NoticeEvent,
  title: string,
  lines: readonly string[],
  commands: readonly string[],
): Milestone {
  return { event, priority: "P3", title, lines, commands };
}
