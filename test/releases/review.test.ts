import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import { askFor, retryRelease } from "#stages";

import { foundCompany, impatient, type Company } from "./company.ts";
import { read, resume, resumeUntil, start, workplaceIn } from "./drivers.ts";

interface Waiting {
  readonly company: Company;
  /** Another machine's clone, older than the release. */
  readonly before: string;
  readonly number: number;
  readonly head: string;
}

/** A release that waits in vain for its approval. */
async function waiting(): Promise<Waiting> {
  const company = await foundCompany({ settings: impatient });
  const before = await company.clone("before");
  expect(await start(company)).toEqual({ id: "v1.1.0", end: "suspended" });
  const pull = await company.world.findOpen();
  if (pull === undefined) throw new Error("no pull request is open");
  return { company, before, number: pull.number, head: pull.headSha };
}

/** What a driver says once it has tagged and gone on. */
const deploying = "staging: v1.1.0 is starting";
const elsewhere = { "docs/operations.md": "Call Ines.\n" };

it("without an approval the release is suspended, and goes on to its end once there is one", async () => {
  const { company, number } = await waiting();
  const { record } = await read(company, "v1.1.0");
  expect(record.suspended).toMatchObject({ waitsFor: "approval", command: "release resume v1.1.0" });
  expect(record.suspended?.reason).toContain("1 more approval");

  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "suspended" });
  await company.world.review("aisha", number, "APPROVE");
  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "completed" });

  expect((await read(company, "v1.1.0")).record.approval?.by).toEqual(["aisha"]);
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
});

it("an approval does not cover what is pushed to the release branch after it", async () => {
  const { company, number, head } = await waiting();
  await company.world.review("aisha", number, "APPROVE");
  const pushed = await company.push("release/1.1.0", "feat: one more thing", elsewhere);

  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "failed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.failure?.failureReason).toContain(`moved to ${pushed.slice(0, 7)}`);
  expect(record.failure?.failureReason).toContain(head.slice(0, 7));
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);
  expect((await company.refs()).has("v1.1.0")).toBe(false);
});

it("a pull request that a person closes ends the release as failed", async () => {
  const { company, number } = await waiting();
  await company.api("marcus", "PATCH", `pulls/${number}`, { state: "closed" });

  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "failed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.failure?.failureReason).toContain("closed without a merge");
  expect(record.failure?.actionableFixSuggestions).toContain("Start again with: release retry v1.1.0");
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
});

it("an answer that nobody gives in time ends the release as failed, and an abort while it waits by its own reason", async () => {
  const { company } = await waiting();
  const late = { now: () => realClock.now() + 31 * 86_400_000, sleep: (ms: number) => realClock.sleep(ms) };

  expect(await resume(company, "v1.1.0", { clock: late })).toEqual({ id: "v1.1.0", end: "failed" });
  expect((await read(company, "v1.1.0")).record.failure).toMatchObject({
    failedState: "review",
    failureReason: "Nobody approved the pull request in time",
  });

  expect(await retryRelease(await workplaceIn(company), { id: "v1.1.0" }, () => undefined)).toMatchObject({
    end: "suspended",
  });
  await askFor(await workplaceIn(company), "v1.1.0_2", { kind: "abort", id: "stop-1", reason: "wrong branch" });
  expect(await resume(company, "v1.1.0_2")).toEqual({ id: "v1.1.0_2", end: "failed" });
  expect((await read(company, "v1.1.0_2")).record.failure).toMatchObject({
    failedState: "review",
    failureReason: "Aborted by sarah: wrong branch",
  });
  expect((await company.refs()).has("v1.1.0")).toBe(false);
});

it("a pull request that a person merges goes on, tagged on that merge", async () => {
  const { company, number, head } = await waiting();
  await company.world.review("aisha", number, "APPROVE");
  await company.world.merge("marcus", number);

  await resumeUntil(company, "v1.1.0", deploying);

  const { record } = await read(company, "v1.1.0");
  const refs = await company.refs();
  expect(record.merge).toMatchObject({ by: "marcus", gated: "same-tree" });
  expect(refs.get("v1.1.0")).toBe(record.merge?.sha);
  expect(refs.get("v1.1.0")).not.toBe(head);
});

it("a squash onto a base that moved is gated again, on whichever machine, and the tag goes on the tree that was gated then", async () => {
  const { company, before, number } = await waiting();
  await company.world.review("aisha", number, "APPROVE");
  await company.govern({});
  await company.push("main", "docs: whom to call", elsewhere);
  await company.api("marcus", "PUT", `pulls/${number}/merge`, { merge_method: "squash" });

  await resumeUntil(company, "v1.1.0", deploying, { cwd: before });

  const { record, facts } = await read(company, "v1.1.0");
  const squash = record.merge?.sha;
  expect(facts.flatMap((fact) => (fact.type === "moved" ? [fact.to] : []))).toEqual([
    "quality_gates",
    "review",
    "quality_gates",
    "review",
    "staging",
  ]);
  const gated = facts.flatMap((fact) => (fact.type === "gate-finished" ? [fact.sha] : []));
  expect(new Set(gated.slice(6))).toEqual(new Set([squash]));
  expect((await company.refs()).get("v1.1.0")).toBe(squash);
});

it("a merge onto a base that moved is tagged on the gated head, and only that is deployed", async () => {
  const { company, number, head } = await waiting();
  await company.govern({});
  await company.push("main", "docs: whom to call", elsewhere);
  await company.world.review("aisha", number, "APPROVE");

  await resumeUntil(company, "v1.1.0", deploying);

  const { record } = await read(company, "v1.1.0");
  expect(record.merge?.gated).toBe("ancestor");
  expect((await company.refs()).get("v1.1.0")).toBe(head);
});
