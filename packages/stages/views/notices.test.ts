import { expect, it } from "@jest/globals";

import { channelNotes, wants } from "./channels.ts";
import { tellingsOf } from "./notices.ts";
import { play } from "../test/play.ts";

const minute = 60_000;
const onCall = { name: "on-call", kind: "webhook", urlFrom: "PAGER", to: "on-call" } as const;

const holds = (facts: Parameters<typeof tellingsOf>[0]) => tellingsOf(facts).filter(({ event }) => event === "hold");

it("who is on call is asked whether a version goes on, with the commands to answer, and until when (41)", async () => {
  const { facts, record } = await play({ silent: (ms) => ms > 40_000 });

  const [question, ...more] = holds(facts);
  expect(more).toEqual([]);
  expect(question).toMatchObject({
    priority: "P1",
    labels: [],
    number: 1,
    title: expect.stringMatching(
      /^v2\.5\.0 waits for an answer in production: does it go on\? The monitor gives no data/,
    ),
    lines: expect.arrayContaining([expect.stringContaining("Without an answer it goes back at 2026-03-02T10:1")]),
    commands: ["release promote v2.5.0", 'release rollback v2.5.0 --reason="…"'],
  });
  expect(wants(onCall, "hold")).toBe(true);
  expect(record.verdict?.trigger).toBe("not-proved");
});

it("in staging the other answer is an abort", async () => {
  const { facts } = await play({ in: "staging", silent: (ms) => ms > 40_000 });

  expect(holds(facts)).toMatchObject([{ commands: ["release promote v2.5.0", 'release abort v2.5.0 --reason="…"'] }]);
});

it("each halt of a hotfix is told anew, as HOTFIX: somebody promoted, and it is red again (11)", async () => {
  const { facts } = await play({
    type: "hotfix",
    smoke: ({ percent }) => percent !== 25,
    people: [[6 * minute, "promote"]],
  });

  expect(holds(facts).map(({ number, labels, commands }) => [number, labels, commands[0]])).toEqual([
    [1, ["HOTFIX"], "release promote v2.5.0"],
    [2, ["HOTFIX"], "release promote v2.5.0"],
  ]);
});

it("an incident that comes, goes and outlives a driver is told once at each share (26)", async () => {
  const ill = (ms: number) => (ms > minute && Math.floor(ms / (4 * minute)) % 2 === 0 ? { errors: 0.3 } : {});
  const { facts } = await play({ perSecond: 100, before: ill, candidate: ill, deaths: [3 * minute] });

  expect(facts.filter(({ type }) => type === "incident-held").length).toBeGreaterThan(1);
  const told = holds(facts);
  expect(new Set(told.map(({ title }) => /at (?<point>\S+) in/.exec(title)?.groups?.["point"])).size).toBe(told.length);
  expect(told[0]).toMatchObject({
    priority: "P1",
    title: expect.stringMatching(/^v2\.5\.0 is held at 5% in production: INCIDENT\. Both versions/),
    commands: ['release rollback v2.5.0 --reason="…"', "release status v2.5.0"],
  });
});

const metricsSettings = { period: "month" as const, sprint: { days: 14, start: "2026-01-05" }, push: [] };

it("a channel that takes no escalations is a warning before a release begins", () => {
  const notes = channelNotes(
    { notify: { channels: [{ ...onCall, events: ["hold"] }] }, metrics: metricsSettings },
    { PAGER: "x" },
  );

  expect(notes).toEqual([expect.stringContaining("nobody is paged when a rollback fails")]);
});
