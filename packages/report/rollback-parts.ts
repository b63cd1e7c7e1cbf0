import type { Fact, ReleaseRecord, RollbackTrigger } from "#machine";

import { cell, code, duration, moment, table } from "./text.ts";

const minuteMs = 60_000;

/** Each part of a rollback with its time since it was decided, beside what decision 15 allows. */
export function rollbackTimes(facts: readonly Fact[]): string {
  const opened = facts[0];
  const isOwn = opened?.type === "opened" && opened.plan.releaseType === "rollback";
  const decided = isOwn ? opened : facts.find(({ type }) => type === "verdict");
  if (decided === undefined) return "The decision is not in the record.";
  const rows = parts.map(({ what, atMostMs, is }) => {
    const fact = facts.find((one) => one.seq > decided.seq && is(one));
    if (fact === undefined) return [what, "–", "not reached", atMost(atMostMs)];
    const tookMs = Date.parse(fact.at) - Date.parse(decided.at);
    return [what, moment(fact.at), `${duration(tookMs)}${tookMs > atMostMs ? " ⚠️ late" : ""}`, atMost(atMostMs)];
  });
  return table(["", "Time (UTC)", "After", "Target"], [["decided", moment(decided.at), "–", "–"], ...rows]);
}

const atMost = (ms: number) => `< ${duration(ms)}`;

const parts: readonly { readonly what: string; readonly atMostMs: number; readonly is: (fact: Fact) => boolean }[] = [
  {
    what: "traffic back",
    atMostMs: 2 * minuteMs,
    is: (fact) =>
      (fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0) ||
      (fact.type === "traffic-reverted" && fact.environment === "production" && fact.status === "passed"),
  },
  {
    what: "smoke tests done",
    atMostMs: 5 * minuteMs,
    is: (fact) => fact.type === "smoke-finished" && fact.point === "rollback",
  },
  { what: "health proved", atMostMs: 10 * minuteMs, is: ({ type }) => type === "health-validated" },
];

/** What people need at once where the rollback itself failed. */
export function escalation({ escalation: failed }: ReleaseRecord): readonly string[] {
  if (failed === undefined) return [];
  const { reason, shows = [], manualSteps } = failed;
  return [
    "### The rollback failed",
    cell(reason),
    ...(shows.length === 0 ? [] : [shows.map((line) => `- ${cell(line)}`).join("\n")]),
    ...(manualSteps.length === 0 ? [] : ["By hand:", manualSteps.map((step) => `- ${code(step)}`).join("\n")]),
    "Where the version before fails as well, look at what both share: database, network, services of others.",
  ];
}

/** The commits that touch what failed; says that this is a hint. */
export function suspects({ suspected }: ReleaseRecord): readonly string[] {
  if (suspected === undefined) return [];
  const { signal, searched, commits } = suspected;
  if (commits.length === 0)
    return [
      `Of ${searched} commits none touches files that are named like what failed (${cell(signal)}): that says little.`,
    ];
  const list = commits.map(({ sha, subject, why }) => `- ${sha.slice(0, 7)} ${cell(subject)}: ${cell(why)}`);
  return [`Likelier than the others, by the names of files only, for ${cell(signal)}:`, list.join("\n")];
}

const toTest = "Add a check that fails on this to the smoke tests or the journeys, so that staging finds it.";

const advice: Readonly<Record<RollbackTrigger, string>> = {
  "smoke-test-failure": "The check passed in staging: compare data, settings and services of staging and production.",
  "error-rate-spike":
    "Look at the errors of the new version by route and by client, and at the first commit that touches them.",
  latency: "Compare traces of both versions: new queries, missing indexes, calls in a loop.",
  resources: "Profile the new version under the load it had: what takes CPU or memory that the old one did not take?",
  "health-check-failure": "Look at the logs of the instances: memory, start-up, lost connections.",
  "deployment-timeout": "See which step took the time, and whether the platform had room for a second version.",
  "deployment-failure": "See what the platform said, and whether its credentials and quotas are in order.",
  incident: "Both versions suffered: look first at what they share.",
  "not-proved": "There was not enough to tell: watch longer, or bring more traffic to the canary.",
  manual: "Write down what people saw that no check saw.",
};

/** What to do next, by what was seen. */
export function recommendations({ verdict, plan }: ReleaseRecord): string {
  const from = plan.rollback?.from ?? plan.tag;
  const lines = [
    advice[verdict?.trigger ?? "manual"],
    toTest,
    `The artifacts of ${from} stay: tag ${from}, and its version on the platform without traffic.`,
  ];
  return lines.map((line) => `- ${cell(line)}`).join("\n");
}
