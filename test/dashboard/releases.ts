import type { DashboardRelease, SiteInput } from "#dashboard";
import { fold } from "#machine";

import { facts, openedAt, opened, type Script } from "../../packages/report/test/facts.ts";
import {
  rollbackOf,
  suspendedForApproval,
  toCompleted,
  toFailed,
  toProduction,
  toReview,
  toRolledBack,
} from "../../packages/report/test/stories.ts";

const day = 86_400_000;

/** A release that began so many days after the first one. */
export function release(id: string, days: number, script: Script, live = false): DashboardRelease {
  const [first, ...rest] = script;
  const version = { tag: id, releaseVersion: id.slice(1), releaseBranch: `release/${id.slice(1)}` };
  const plan = typeof first === "object" && first.type === "opened" ? first.plan : {};
  const own = rest.map((body) =>
    typeof body === "object" && body.type === "traffic-shifted" ? { ...body, version: id } : body,
  );
  const told = facts([opened({ ...plan, ...version }), ...own], { release: id, startMs: openedAt + days * day });
  return { id, facts: told, record: fold(told), live };
}

const undone = facts(rollbackOf(4000), { release: "v2.5.0-rollback", startMs: openedAt + 2 * day });

/** One release of every kind of end, one that waits and one that moves. */
export const everyKind: readonly DashboardRelease[] = [
  release("v2.5.0", 0, toCompleted()),
  release("v2.5.1", 1, toFailed()),
  { id: "v2.5.0-rollback", facts: undone, record: fold(undone), live: false },
  release("v2.6.0", 3, toRolledBack()),
  release("v2.7.0", 4, [...toReview(), suspendedForApproval], true),
  release("v2.8.0", 5, toProduction(), true),
];

/** The site of these releases, a minute after the last of them began. */
export function inputOf(releases: readonly DashboardRelease[], more: Partial<SiteInput> = {}): SiteInput {
  return {
    repository: "acme/shop",
    webUrl: "https://github.com/acme/shop",
    releases,
    overdue: [],
    now: openedAt + 5 * day + 60_000,
    ...more,
  };
}

/** A history of so many releases that ended, one a day, of every kind in turn. */
export function manyReleases(count: number): readonly DashboardRelease[] {
  const kinds = [toCompleted, toCompleted, toFailed, toCompleted, toRolledBack] as const;
  return Array.from({ length: count }, (_, index) => {
    const script = (kinds[index % kinds.length] ?? toCompleted)();
    return release(`v3.${index}.0`, index / 4, script);
  });
}
