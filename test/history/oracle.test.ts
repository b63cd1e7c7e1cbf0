import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { historyOf, type Period, type Spread, type Told } from "#history";
import { fold, type Fact, type FactType } from "#machine";

import { releaseMade, rollbackRelease, type Course, type Facts } from "../support/release-histories.ts";
import { randomOf } from "../support/release-script.ts";

/** What happened to a version, told in advance: the oracle counts these, never facts that it did not need. */
interface Story {
  readonly course: Course;
  /** A failed gate: tried again, and completed. */
  readonly retried: boolean;
  /** Completed: taken back later. */
  readonly undone: boolean;
  /** Completed: mended later, and how that went. */
  readonly hotfix?: Course | undefined;
}

const courses: readonly Course[] = [
  "completed",
  "gate failed",
  "refused",
  "caught",
  "rolled back at 100 %",
  "rolled back by hand",
  "escalated",
  "in review",
  "in production",
];
const story: fc.Arbitrary<Story> = fc.record({
  course: fc.oneof({ weight: 3, arbitrary: fc.constant<Course>("completed") }, fc.constantFrom(...courses)),
  retried: fc.boolean(),
  undone: fc.boolean(),
  hotfix: fc.option(fc.constantFrom<Course>("completed", "caught", "rolled back at 100 %", "gate failed"), {
    nil: undefined,
  }),
});

/** One try, with its story and what came after it. */
interface Try {
  readonly course: Course;
  readonly facts: Facts;
  readonly isHotfix: boolean;
  readonly rollback?: Facts;
  readonly hotfix?: Try;
}

function play(stories: readonly Story[], seed: number): { readonly tries: readonly Try[]; readonly told: Told[] } {
  const random = randomOf(seed);
  const lists: Facts[] = [];
  const tries: Try[] = [];
  let startMs = Date.UTC(2025, 10, 3);
  const told = (facts: Facts): Facts => {
    lists.push(facts);
    startMs = Math.max(startMs, Date.parse(facts.at(-1)?.at ?? "")) + random() * 20 * 24 * 3_600_000;
    return facts;
  };
  for (const [index, { course, retried, undone, hotfix }] of stories.entries()) {
    const tag = `v1.${index + 1}.0`;
    const from = { tag, previousTag: `v1.${index}.0` };
    const facts = told(releaseMade(random, { ...from, startMs, course }));
    if (course !== "completed") tries.push({ course, facts, isHotfix: false });
    const again = course === "gate failed" && retried;
    if (course !== "completed" && !again) continue;
    const good = again ? told(releaseMade(random, { ...from, startMs, course: "completed", attempt: 2 })) : facts;
    const mended =
      hotfix === undefined
        ? undefined
        : told(
            releaseMade(random, { tag: `v1.${index + 1}.1`, previousTag: tag, startMs, course: hotfix, hotfix: true }),
          );
    const fix: Try | undefined =
      mended === undefined || hotfix === undefined ? undefined : { course: hotfix, facts: mended, isHotfix: true };
    const back = undone ? told(rollbackRelease(random, { tag, to: from.previousTag, startMs })) : undefined;
    tries.push({
      course: "completed",
      facts: good,
      isHotfix: false,
      ...(back === undefined ? {} : { rollback: back }),
      ...(fix === undefined ? {} : { hotfix: fix }),
    });
    if (fix !== undefined) tries.push(fix);
  }
  // The order in which the journal tells them is nobody's promise.
  const shuffled = lists.map((facts) => ({ facts, at: random() })).toSorted((a, b) => a.at - b.at);
  return { tries, told: shuffled.map(({ facts }) => ({ facts, record: fold(facts) })) };
}

const now = Date.UTC(2036, 0, 1);
const flying: readonly Course[] = ["in review", "in production"];
const back: readonly Course[] = ["caught", "rolled back at 100 %", "rolled back by hand", "escalated"];
const actions: Readonly<Record<Course, number>> = {
  completed: 3,
  "gate failed": 1,
  refused: 2,
  caught: 3,
  "rolled back at 100 %": 3,
  "rolled back by hand": 4,
  escalated: 3,
  "in review": 1,
  "in production": 3,
};

function at<T extends FactType>(
  facts: Facts,
  type: T,
  holds: (fact: Extract<Fact, { type: T }>) => boolean = () => true,
) {
  for (const fact of facts) if (isOf(fact, type) && holds(fact)) return Date.parse(fact.at);
  return Number.NaN;
}

const isOf = <T extends FactType>(fact: Fact, type: T): fact is Extract<Fact, { type: T }> => fact.type === type;

const endedAt = (facts: Facts) =>
  Math.max(
    ...[
      at(facts, "moved", ({ to }) => to === "completed" || to === "failed"),
      at(facts, "rollback-moved", ({ to }) => to === "rollback_completed" || to === "escalation"),
    ].filter((ms) => !Number.isNaN(ms)),
  );

/** How long a failed deployment was one; `undefined`: it was none, NaN: it still is. */
function recovery({ course, facts, rollback, hotfix }: Try): number | undefined {
  const ended = (list: Facts) => at(list, "rollback-moved", ({ to }) => to === "rollback_completed");
  if (course === "rolled back at 100 %" || course === "rolled back by hand" || course === "escalated")
    return ended(facts) - at(facts, "verdict");
  const roads: (readonly [number, number])[] = [];
  if (rollback !== undefined) roads.push([at(rollback, "opened"), ended(rollback)]);
  if (hotfix?.course === "completed") roads.push([at(hotfix.facts, "opened"), endedAt(hotfix.facts)]);
  if (course !== "completed" || roads.length === 0) return undefined;
  return Math.min(...roads.map(([, end]) => end)) - Math.min(...roads.map(([begin]) => begin));
}

/** Median and 90th percentile by counting, without sorting. */
function spread(values: readonly number[]): Spread {
  const upTo = (limit: number) => values.filter((value) => value <= limit).length;
  const ranked = (rank: number) => Math.min(...values.filter((value) => upTo(value) >= rank));
  const n = values.length;
  if (n === 0) return { n, median: null, p90: null };
  const p90 = Math.min(...values.filter((value) => upTo(value) * 10 >= 9 * n));
  return { n, median: (ranked(Math.floor((n + 1) / 2)) + ranked(Math.floor(n / 2) + 1)) / 2, p90 };
}

const share = (part: number, n: number) => ({ part, n, share: n === 0 ? null : part / n });

it("counts what happened, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 12 }), fc.nat(), (stories, seed) => {
      const { tries, told } = play(stories, seed);
      const over = tries.filter(({ course }) => !flying.includes(course));
      const completed = over.filter(({ course }) => course === "completed");
      const caught = over.filter(({ course }) => course === "caught");
      const rolledBack = over.filter(({ course }) => back.includes(course));
      const undone = completed.filter(({ rollback }) => rollback !== undefined);
      const deployed = [...completed, ...rolledBack.filter(({ course }) => course !== "caught")];
      const recoveries = deployed.flatMap((one) => recovery(one) ?? []);
      const recovered = recoveries.filter((ms) => !Number.isNaN(ms));

      const { overall, releases } = historyOf(told, { now });

      expect(releases).toHaveLength(told.length);
      expect(overall.counts).toMatchObject({
        attempts: over.length,
        completed: completed.length,
        failed: over.filter(({ course }) => course === "gate failed" || course === "refused").length,
        rolledBack: rolledBack.length,
        undone: undone.length,
        hotfixes: over.filter(({ isHotfix }) => isHotfix).length,
        rollbackReleases: undone.length,
        escalated: over.filter(({ course }) => course === "escalated").length,
      });
      expect(overall.success).toEqual(share(completed.length - undone.length, over.length));
      expect(overall.rollbackFrequency).toEqual(share(rolledBack.length + undone.length, over.length));
      expect(overall.cycleTimeMs).toEqual(spread(completed.map(({ facts }) => endedAt(facts) - at(facts, "opened"))));
      expect(overall.humanActions.total).toBe(over.reduce((sum, { course }) => sum + actions[course], 0));
      expect(overall.dora).toMatchObject({
        changeFailRate: share(recoveries.length, deployed.length),
        failedDeploymentRecoveryMs: { ...spread(recovered), open: recoveries.length - recovered.length },
        deploymentReworkRate: share(deployed.filter(({ isHotfix }) => isHotfix).length, deployed.length),
        caughtInCanary: share(caught.length, completed.length + rolledBack.length),
        changeLeadTimeMs: spread(
          completed.flatMap(({ facts }) =>
            facts.flatMap((fact) =>
              fact.type === "branch-prepared"
                ? (fact.ledger.committedAt ?? []).map((time) => endedAt(facts) - time * 1000)
                : [],
            ),
          ),
        ),
        deploymentFrequency: { n: completed.length },
      });
    }),
    { numRuns: 60 },
  );
});

const dayMs = 24 * 3_600_000;
/** The first day of the sprint by walking: from the start on, day by day. */
function sprint(iso: string): string {
  let first = Date.UTC(2026, 0, 5);
  const ms = Date.parse(iso);
  while (first > ms) first -= 10 * dayMs;
  while (first + 10 * dayMs <= ms) first += 10 * dayMs;
  return new Date(first).toISOString().slice(0, 10);
}

it.each<[Period, (iso: string) => string]>([
  [{ kind: "month" }, (iso) => iso.slice(0, 7)],
  [{ kind: "quarter" }, (iso) => `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`],
  [{ kind: "sprint", days: 10, start: "2026-01-05" }, sprint],
])("puts every release into the %j in which its outcome stood, without gaps between them", (period, nameOf) => {
  fc.assert(
    fc.property(fc.array(story, { minLength: 1, maxLength: 8 }), fc.nat(), (stories, seed) => {
      const { tries, told } = play(stories, seed);
      const ends = tries
        .filter(({ course }) => !flying.includes(course))
        .map(({ facts }) => nameOf(new Date(endedAt(facts)).toISOString()));

      const { periods } = historyOf(told, { now, period });

      for (const { name, counts } of periods)
        expect([name, counts.attempts]).toEqual([name, ends.filter((end) => end === name).length]);
      expect(periods.reduce((sum, { counts }) => sum + counts.attempts, 0)).toBe(ends.length);
      for (const [index, { window }] of periods.entries())
        if (index > 0) expect(window.from).toBe(periods[index - 1]?.window.to);
    }),
    { numRuns: 15 },
  );
});

it("looks at nothing outside the time that it was asked for", () => {
  fc.assert(
    fc.property(fc.array(story, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(200), (stories, seed, days) => {
      const { tries, told } = play(stories, seed);
      const from = Date.UTC(2025, 10, 20);
      const to = from + days * dayMs;
      const inside = tries.filter(
        ({ course, facts }) => !flying.includes(course) && endedAt(facts) >= from && endedAt(facts) < to,
      );

      const { overall } = historyOf(told, { now, from, to });

      expect(overall.counts.attempts).toBe(inside.length);
      expect(overall.window).toMatchObject({ from: new Date(from).toISOString(), days });
    }),
    { numRuns: 60 },
  );
});
