import { expect, it } from "@jest/globals";

import { loadConfig } from "#config";
import type { ReleasePlan, ReleaseRecord } from "#machine";

import { parseEmergency } from "../commands/emergency.ts";
import { parseSchedule, refusePast } from "../commands/schedule.ts";
import { isExpired, openingNotes, planned, shutFor } from "./windows.ts";

const text = `
windows:
  zone: Europe/Berlin
  production:
    open:
      - { days: [mon, tue], from: "09:00", to: "16:00" }
    freezes:
      - { from: "2026-06-09", to: "2026-06-09", reason: fair }
`;
const load = (yaml: string) =>
  loadConfig({ text: yaml, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] });
const { windows } = load(text).written;

const plan: ReleasePlan = {
  releaseVersion: "1.1.0",
  releaseType: "standard",
  baseBranch: "develop",
  baseSha: "a".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/1.1.0",
  tag: "v1.1.0",
  gates: [],
  steps: [100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "sarah",
  configDigest: "",
};
const declared = { by: "emma", reason: "checkout is down", at: "" };
const scheduled: ReleasePlan = { ...plan, schedule: { notBefore: "2026-06-06T10:00:00.000Z", zone: "Europe/Berlin" } };

const shut = (
  record: Pick<ReleaseRecord, "plan" | "emergency">,
  now: string,
  environment: "staging" | "production" = "production",
) => shutFor({ windows, record, environment, nowMs: Date.parse(now) });

it("says why production is shut, and until when in the zone and in UTC", () => {
  expect(shut({ plan }, "2026-06-05T10:00Z")).toEqual({
    reason: "production is outside its release window; it opens Mon 2026-06-08 09:00 GMT+2 (07:00 UTC)",
    untilMs: Date.parse("2026-06-08T07:00Z"),
  });
  expect(shut({ plan }, "2026-06-09T08:00Z")?.reason).toBe(
    "production is frozen (fair); it opens Mon 2026-06-15 09:00 GMT+2 (07:00 UTC)",
  );
  expect(shut({ plan }, "2026-06-08T08:00Z")).toBeUndefined();
  expect(shut({ plan }, "2026-06-05T10:00Z", "staging")).toBeUndefined();
});

it("a rollback is never held, an emergency not by windows, and not by the schedule when it was declared later", () => {
  const now = "2026-06-05T10:00Z";
  expect(shut({ plan: { ...plan, releaseType: "rollback" } }, now)).toBeUndefined();
  expect(shut({ plan: { ...plan, releaseType: "hotfix" } }, now)).toBeDefined();
  expect(shut({ plan, emergency: declared }, now)).toBeUndefined();
  expect(shut({ plan: scheduled, emergency: declared }, now)).toEqual({
    reason: "it is scheduled for Sat 2026-06-06 12:00 GMT+2 (10:00 UTC)",
    untilMs: Date.parse("2026-06-06T10:00Z"),
  });
  expect(shut({ plan: scheduled, emergency: { ...declared, late: true } }, now)).toBeUndefined();
});

it("a schedule that falls outside the window waits for the window after it", () => {
  expect(shut({ plan: scheduled }, "2026-06-05T10:00Z")).toEqual({
    reason:
      "it is scheduled for Sat 2026-06-06 12:00 GMT+2 (10:00 UTC); production is outside its release window; it opens Mon 2026-06-08 09:00 GMT+2 (07:00 UTC)",
    untilMs: Date.parse("2026-06-08T07:00Z"),
  });
});

const notes = (which: ReleasePlan, now: string) => openingNotes(windows, planned(which), Date.parse(now));

it("tells the next opening of what is planned, and of an emergency", () => {
  expect(notes(plan, "2026-06-08T08:00Z")).toEqual(["production is open until Mon 2026-06-08 16:00 GMT+2 (14:00 UTC)"]);
  expect(notes(plan, "2026-06-05T10:00Z")).toEqual([
    "it would wait now: production is outside its release window; it opens Mon 2026-06-08 09:00 GMT+2 (07:00 UTC)",
  ]);
  expect(notes({ ...plan, emergency: "down" }, "2026-06-05T10:00Z")).toEqual([
    "windows and freezes do not hold it, by sarah: down",
  ]);
  expect(openingNotes(load("{}").written.windows, planned(plan), 0)).toEqual([]);
  const soon = { ...plan, schedule: { expires: "2026-06-07T10:00:00.000Z", zone: "UTC" } };
  expect(notes(soon, "2026-06-05T10:00Z")[1]).toBe(
    "it expires Sun 2026-06-07 10:00 UTC, before production opens: it cannot get there. Name a later time, or none",
  );
  const never = load('windows: { production: { open: [{ from: "2020-01-01", to: "2020-01-02" }] } }').written.windows;
  expect(openingNotes(never, planned(soon), Date.parse("2026-06-05T10:00Z"))).toEqual([
    "it would wait now: production is outside its release window; no window opens within a year (windows.production)",
    expect.stringContaining("it cannot get there"),
  ]);
});

it("reads a schedule, and refuses what is over or cannot be meant", () => {
  const schedule = parseSchedule({ at: "2026-12-01T09:00 Europe/Berlin", expires: "2026-12-01T17:00Z" });
  expect(schedule).toEqual({
    notBefore: "2026-12-01T08:00:00.000Z",
    expires: "2026-12-01T17:00:00.000Z",
    zone: "Europe/Berlin",
  });
  const lastMs = Date.parse("2026-12-01T17:00Z");
  const told = { ...plan, ...(schedule === undefined ? {} : { schedule }) };
  expect([isExpired(told, lastMs - 1), isExpired(told, lastMs), isExpired(plan, lastMs)]).toEqual([false, true, false]);
  const said = schedule === undefined ? {} : { schedule };
  expect(() => refusePast(said, lastMs)).toThrow("expires: Tue 2026-12-01 18:00 GMT+1 (17:00 UTC) is over");
  const beginsMs = Date.parse("2026-12-01T08:00Z");
  expect(() => refusePast(said, beginsMs + 3_599_000)).not.toThrow();
  expect(() => refusePast(said, beginsMs + 3_600_000)).toThrow("at: Tue 2026-12-01 09:00 GMT+1 (08:00 UTC) is over");
  const again = { ...said, retryOf: { release: "v2.5.0", gate: undefined, branchHead: undefined } };
  expect(() => refusePast(again, beginsMs + 3_600_000)).not.toThrow();
  expect(() => refusePast(again, lastMs)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("next version") }),
  );
  expect(() => parseSchedule({ at: "soon" })).toThrow("at: must be a time like");
  expect(() => parseSchedule({ at: "2026-12-02T09:00Z", expires: "2026-12-01T17:00Z" })).toThrow(
    "over before it may begin",
  );
  expect(() => parseEmergency(" – ")).toThrow("emergency: it needs a reason");
  expect(parseEmergency(" checkout is down ")).toBe("checkout is down");
});

it("refuses windows that mean nothing, all at once and with their lines", () => {
  const wrong = `
windows:
  zone: Mars/Olympus
  production:
    open:
      - { from: "9", to: "17" }
      - { from: "09:00", to: "09:00" }
      - { days: [fri], from: "12-20", to: "01-02" }
    freezes:
      - { from: "2026-06-09", to: "2026-06-01" }
      - { from: "2026-06-09T18:00", to: "2026-06-09T09:00" }
      - { from: "2026-06-09T18:00", to: "2026-06-09T18:00" }
      - { from: "2026-06-09T18:00", to: "2026-06-09" }
`;
  let message = "";
  try {
    load(wrong);
  } catch (thrown) {
    message = String(thrown);
  }
  for (const line of [3, 6, 7, 8, 10, 11, 12]) expect(message).toContain(`yml:${line}:`);
  // Half a day, until it is over.
  expect(message).not.toContain("yml:13:");
  expect(message).toContain('like "Europe/Berlin" or "UTC"; got "Mars/Olympus"');
});
