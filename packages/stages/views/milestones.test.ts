import { expect, it } from "@jest/globals";

import type { Fact } from "#machine";

import { isNews } from "./courier.ts";
import { tellingsOf } from "./notices.ts";
import { play } from "../test/play.ts";

const minute = 60_000;
const names = (some: readonly Fact[]) => tellingsOf(some).map(({ event, number }) => `${event} ${number ?? 1}`);
const of = (some: readonly Fact[]) => tellingsOf(some).map(({ event }) => event);

it("each share of production is a milestone of its own, and what comes back is none", async () => {
  const { facts, record } = await play({ smoke: ({ percent }) => percent !== 50 });

  const told = tellingsOf(facts);
  const shares = told.filter(({ event }) => event === "canary-step");
  expect(record.verdict).toBeDefined();
  expect(shares.map(({ title, number = 1 }) => [number, title])).toEqual([
    [1, "v2.5.0 has 5 % of production"],
    [2, "v2.5.0 has 25 % of production"],
    [3, "v2.5.0 has 50 % of production"],
  ]);
  expect(new Set(told.map(({ event, number }) => `${event} ${number ?? 1}`)).size).toBe(told.length);
});

it("whoever derives the milestones, from more or fewer facts, names them alike", async () => {
  const { facts } = await play({ people: [[6 * minute, "promote"]] });

  const all = names(facts);
  for (let length = 1; length < facts.length; length += 1) {
    const some = names(facts.slice(0, length));
    expect(all.slice(0, some.length)).toEqual(some);
  }
});

it("in a run of the code host reviewers are asked before production, elsewhere nobody is", async () => {
  const { facts } = await play({ in: "staging" });
  const inRun = facts.map((fact) => ({ ...fact, run: { id: "4711", attempt: 1 } }));
  const inShell = facts.map((fact) => ({ ...fact, run: { id: "shell-4711", attempt: 1 } }));

  expect(of(inRun)).toContain("approval-wanted");
  expect(of(inShell)).not.toContain("approval-wanted");
  expect(of(inShell)).toContain("staging-verified");
});

it("nobody is asked for what was done meanwhile, or told what is a week old", async () => {
  const { record } = await play({});
  const { merge: _merge, settled: _settled, ...open } = record;
  const at = record.lastAt;
  const now = Date.parse(at);
  const merged = { ...record, merge: {} } as unknown as typeof record;

  expect(isNews({ event: "review-wanted", at }, open, now)).toBe(true);
  expect(isNews({ event: "review-wanted", at }, merged, now)).toBe(false);
  expect(isNews({ event: "canary-step", at }, merged, now)).toBe(true);
  expect(isNews({ event: "canary-step", at }, merged, now + 8 * 24 * 3_600_000)).toBe(false);
  expect(isNews({ event: "approval-wanted", at }, record, now)).toBe(false);
});
