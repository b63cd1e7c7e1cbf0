import { ReleaseFault } from "#faults";

import { readOrThrow } from "./known-release.ts";
import type { Workplace } from "../open.ts";
import { planRelease, type PlannedRelease } from "../plan/plan.ts";
import { overridesOf, sameAgain } from "./start-command.ts";

/** Which release is tried again, and what may fail this time: one `gate: reason` a line. */
export interface RetryWords {
  readonly id: string;
  readonly override?: string | undefined;
}

/** The next attempt at a version, before it is opened. */
export interface Retry {
  readonly id: string;
  readonly attempt: number;
  readonly planned: PlannedRelease;
}

/** Plans another attempt at a version that failed before its tag existed. Only reads; any other release is refused. */
export async function planRetry(workplace: Workplace, { id, override }: RetryWords): Promise<Retry> {
  const overrides = overridesOf(override);
  const before = await readOrThrow(workplace, id);
  const attempts = (await workplace.journal.archived()).filter(
    ({ record }) => record.plan.tag === before.record.plan.tag,
  );
  const newest = attempts.toSorted((a, b) => a.record.attempt - b.record.attempt).at(-1) ?? before;
  if (newest.record.state !== "failed" || newest.record.tag !== undefined) {
    throw new ReleaseFault(
      "policy",
      `Release ${newest.id} is ${newest.record.state}${newest.record.tag === undefined ? "" : " and tagged"}: only a release that failed before its tag can be retried`,
      {
        hint: "A tagged version is used up. Example: release start --version=patch",
      },
    );
  }
  const { plan } = newest.record;
  const planned = await planRelease(workplace, {
    ...sameAgain(plan),
    ...overrides,
    retryOf: { release: newest.id, gate: newest.record.failure?.failedGate, branchHead: newest.record.branchHead },
  });
  const attempt = newest.record.attempt + 1;
  return { id: `${plan.tag}_${attempt}`, attempt, planned };
}
