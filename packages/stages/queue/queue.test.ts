import { expect, it } from "@jest/globals";

import type { StoredRelease } from "#journal";
import type { ReleaseRecord } from "#machine";

import { firstBefore, queueFor } from "./queue.ts";

const plan = { releaseType: "standard" as const };

/** What the queue reads of a release. */
function release(id: string, minute: number, rest: object = {}): StoredRelease {
  const record = {
    id,
    state: "production",
    openedAt: new Date(minute * 60_000).toISOString(),
    plan,
    suspended: { waitsFor: "environment", environment: "production" },
    ...rest,
  } as unknown as ReleaseRecord;
  return { id, record, facts: [], live: true };
}

const old = release("v1.1.0", 1);
const later = release("v1.2.0", 2);
const hotfix = release("v1.0.1", 3, { plan: { releaseType: "hotfix" } });
const closed = release("v1.0.9", 0, { suspended: { waitsFor: "window", environment: "production" } });
const elsewhere = release("v1.0.8", 0, { suspended: { waitsFor: "environment", environment: "staging" } });
const all = [later, hotfix, closed, elsewhere, old];

const before = (one: StoredRelease, among = all) => firstBefore(among, "production", one.record)?.id;

it("is in the order of the starts, hotfixes first, and only of those that wait for this environment", () => {
  expect(queueFor(all, "production").map(({ id }) => id)).toEqual(["v1.0.1", "v1.1.0", "v1.2.0"]);
  expect(queueFor(all, "staging").map(({ id }) => id)).toEqual(["v1.0.8"]);
});

it("lets pass who is first, whether they wait yet or not", () => {
  expect([before(hotfix), before(old), before(later)]).toEqual([undefined, "v1.0.1", "v1.0.1"]);
  expect([before(old, [old, later]), before(later, [old, later])]).toEqual([undefined, "v1.1.0"]);
  expect(
    before(release("v1.3.0", 9, { suspended: undefined, plan: { releaseType: "hotfix" } }), [old]),
  ).toBeUndefined();
  expect(before(release("v1.3.0", 9, { suspended: undefined }), [old])).toBe("v1.1.0");
  expect(before(old, [release("v1.2.0", 1), old])).toBeUndefined();
});
