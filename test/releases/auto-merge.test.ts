import { setTimeout as pause } from "node:timers/promises";

import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import { askFor } from "#stages";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { read, resume, resumeUntil, start, workplaceIn, type DriverOptions } from "./drivers.ts";

const id = "v1.1.0";
const deploying = "staging: v1.1.0 is starting";
const offered = "the host merges as soon as the required checks are green";
const patient: readonly Setting[] = [
  [["review", "wait"], "100ms"],
  [["review", "pollEvery"], "50ms"],
];
const rule = { requiredApprovals: 1, requiredChecks: ["build"], bypass: ["release-bot"] };

interface Waiting {
  readonly company: Company;
  readonly number: number;
  readonly head: string;
  /** Reports the state of the required check on the head that was gated. */
  readonly report: (state: "pending" | "success") => Promise<unknown>;
  readonly hasOffer: () => Promise<boolean>;
}

/** A release that is approved and lacks nothing but its required check, in a repository that wants auto-merge. */
async function waiting(rules: Parameters<Company["govern"]>[0] = {}): Promise<Waiting> {
  const company = await foundCompany({ settings: patient });
  await company.govern({ autoMerge: true, protection: { main: rule }, ...rules });
  expect(await start(company)).toEqual({ id, end: "suspended" });
  const { number, headSha: head = "" } = (await company.world.findOpen()) ?? { number: 0 };
  const report = (state: string) => company.api("marcus", "POST", `statuses/${head}`, { state, context: "build" });
  await report("pending");
  await company.world.review("aisha", number, "APPROVE");
  const hasOffer = async () => {
    const pull = (await company.api("sarah", "GET", `pulls/${number}`)) as { readonly auto_merge: object | null };
    return pull.auto_merge !== null;
  };
  return { company, number, head, report, hasOffer };
}

/** Time stands still, so that no wait is over, until the test lets it be. */
function stillClock() {
  let nowMs = Date.now();
  return {
    now: () => nowMs,
    sleep: async (ms: number, signal?: AbortSignal) => realClock.sleep(ms, signal),
    /** Later than anybody waits for a review. */
    pass: async () => {
      nowMs += 60_000;
    },
  };
}

/** Goes on with the release, does this once the host was asked to merge, and stops the driver where it says something. */
async function whenOffered(
  company: Company,
  act: () => Promise<unknown>,
  options: DriverOptions & { until?: string } = {},
) {
  const { until, ...driver } = options;
  let acted: Promise<unknown> | undefined;
  const stop = new AbortController();
  const say = (text: string) => {
    if (text.includes(offered)) acted ??= act();
    if (until !== undefined && text.includes(until)) stop.abort(new Error(`it said "${until}"`));
  };
  const going = resume(company, id, { clock: stillClock(), ...driver, say, signal: stop.signal });
  const end = await going.catch((thrown: unknown) => {
    if (!stop.signal.aborted) throw thrown;
    return undefined;
  });
  if (acted === undefined) throw new Error("the host was never asked to merge");
  await acted;
  return end;
}

it("the host merges when the last required check is green, and exactly that is tagged", async () => {
  const { company, head, report } = await waiting();

  await whenOffered(company, () => report("success"), { until: deploying });

  const { record, facts } = await read(company, id);
  expect(record.approval).toMatchObject({ by: ["aisha"], sha: head });
  expect(record.merge).toMatchObject({ gated: "same-tree", by: "sarah" });
  expect((await company.refs()).get(id)).toBe(record.merge?.sha);
  expect(facts.filter((fact) => fact.type === "step-done" && fact.step === "review#1/auto-merge-1")).toHaveLength(1);
});

it("a category of the Definition of Done that is open keeps the host from being asked", async () => {
  const { company, hasOffer } = await waiting();
  const source = (await company.refs()).get("develop") ?? "";
  await company.api("marcus", "POST", `statuses/${source}`, { state: "failure", context: "ci" });

  const open = "no auto-merge yet: CI status: CI checks failed: ci (failure)";
  await resumeUntil(company, id, open, { clock: stillClock() });

  expect(await hasOffer()).toBe(false);
});

it("a base that moves before the host merges: the commit that was gated is tagged", async () => {
  const { company, head, report } = await waiting();
  const act = async () => {
    await company.push("main", "docs: meanwhile", { "meanwhile.txt": "yes\n" });
    await report("success");
  };

  await whenOffered(company, act, { until: deploying });

  expect((await read(company, id)).record.merge).toMatchObject({ gated: "ancestor" });
  expect((await company.refs()).get(id)).toBe(head);
});

it("a base that moves before the host squashes: the merged tree is gated before it is tagged", async () => {
  const { company, report } = await waiting({ mergeMethods: ["squash"] });
  const act = async () => {
    await company.push("main", "docs: meanwhile", { "meanwhile.txt": "yes\n" });
    await report("success");
  };

  await whenOffered(company, act, { until: deploying });

  const { record, facts } = await read(company, id);
  const gated = facts.flatMap((fact) => (fact.type === "gate-finished" ? [fact.sha] : []));
  expect(gated.at(-1)).toBe(record.merge?.sha);
  expect(record.visits.filter(({ state }) => state === "quality_gates")).toHaveLength(2);
  expect((await company.refs()).get(id)).toBe(record.merge?.sha);
});

it.each<[string, (its: Waiting) => Promise<unknown>, string, string]>([
  [
    "a conversation is opened",
    async ({ company, number }) => {
      const comments = [{ path: "docs/operations.md", position: 1, body: "Why?" }];
      await company.api("marcus", "POST", `pulls/${number}/reviews`, { event: "COMMENT", body: "Hm", comments });
    },
    "review",
    "1 unresolved review thread",
  ],
  [
    "somebody wants changes",
    ({ company, number }) => company.world.review("marcus", number, "REQUEST_CHANGES", "No."),
    "review",
    "marcus, who requested changes",
  ],
  [
    "the head moves",
    ({ company }) => company.push("release/1.1.0", "feat: one more", { "more.txt": "more\n" }),
    "failed",
    "The release branch moved",
  ],
])("when %s the offer is taken back, and nothing is merged", async (_, act, state, reason) => {
  const its = await waiting();
  const { company, report, hasOffer } = its;
  const clock = stillClock();
  const say = async () => {
    await act(its);
    // Until the driver has seen it; then it gives up.
    while (await hasOffer()) await pause(20);
    await clock.pass();
  };

  await whenOffered(company, say, { clock });
  await report("success");

  const { record } = await read(company, id);
  expect(record.state).toBe(state);
  expect(record.suspended?.reason ?? record.failure?.failureReason).toContain(reason);
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);
});

it("a release that is suspended has no offer", async () => {
  const { company, report, hasOffer } = await waiting();
  const clock = stillClock();

  expect(await whenOffered(company, clock.pass, { clock })).toEqual({ id, end: "suspended" });

  expect(await hasOffer()).toBe(false);
  await report("success");
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);
});

it("a driver that dies leaves its offer, and whoever aborts the release takes it back", async () => {
  const { company, hasOffer } = await waiting();
  await whenOffered(company, async () => undefined, { until: offered });
  expect(await hasOffer()).toBe(true);

  await askFor(await workplaceIn(company), id, { kind: "abort", id: "abort-1", reason: "not today" });
  expect(await resume(company, id)).toEqual({ id, end: "failed" });

  expect(await hasOffer()).toBe(false);
});
