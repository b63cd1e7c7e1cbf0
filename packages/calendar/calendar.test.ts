import { describe, expect, it } from "@jest/globals";

import { openingAt, type Calendar, type Opening } from "./opening.ts";
import { kindOf } from "./spans.ts";
import { instantsOf, isZone, localText, parseMoment } from "./zone.ts";

const at = (text: string): number => Date.parse(text);
const iso = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : new Date(ms).toISOString());

const office: Calendar = {
  zone: "Europe/Berlin",
  open: [{ days: ["mon", "tue", "wed", "thu"], from: "09:00", to: "16:00" }],
  freezes: [
    { from: "2026-12-18T12:00", to: "2027-01-04", reason: "end of year" },
    { days: ["wed"], from: "12:00", to: "13:00", reason: "lunch" },
  ],
};

function told(opening: Opening): readonly (string | undefined)[] {
  return opening.isOpen ? ["open until", iso(opening.untilMs)] : ["shut until", iso(opening.atMs), opening.freeze];
}

it.each<[string, Calendar, string, readonly (string | undefined)[]]>([
  ["within hours", office, "2026-06-01T08:30Z", ["open until", "2026-06-01T14:00:00.000Z"]],
  ["at the first minute", office, "2026-06-01T07:00Z", ["open until", "2026-06-01T14:00:00.000Z"]],
  ["at the last instant", office, "2026-06-01T14:00Z", ["shut until", "2026-06-02T07:00:00.000Z", undefined]],
  ["over the weekend", office, "2026-06-05T10:00Z", ["shut until", "2026-06-08T07:00:00.000Z", undefined]],
  ["before a freeze within", office, "2026-06-03T09:00Z", ["open until", "2026-06-03T10:00:00.000Z"]],
  ["in a weekly freeze", office, "2026-06-03T10:15Z", ["shut until", "2026-06-03T11:00:00.000Z", "lunch"]],
  ["in a dated freeze", office, "2026-12-21T10:00Z", ["shut until", "2027-01-05T08:00:00.000Z", "end of year"]],
  [
    "over the change to summer time",
    office,
    "2026-03-27T18:00Z",
    ["shut until", "2026-03-30T07:00:00.000Z", undefined],
  ],
  [
    "over the change to winter time",
    office,
    "2026-10-23T18:00Z",
    ["shut until", "2026-10-26T08:00:00.000Z", undefined],
  ],
  ["with no rule at all", { zone: "UTC", open: [], freezes: [] }, "2026-06-05T10:00Z", ["open until", undefined]],
  [
    "round the clock",
    { zone: "UTC", open: [{ from: "00:00", to: "24:00" }], freezes: [] },
    "2026-06-05T10:00Z",
    ["open until", undefined],
  ],
  [
    "past midnight",
    { zone: "America/New_York", open: [{ days: ["fri"], from: "22:00", to: "04:00" }], freezes: [] },
    "2026-06-06T07:30Z",
    ["open until", "2026-06-06T08:00:00.000Z"],
  ],
  [
    "every year, over its end",
    { zone: "UTC", open: [], freezes: [{ from: "12-20", to: "01-02", reason: "holidays" }] },
    "2031-01-01T00:00Z",
    ["shut until", "2031-01-03T00:00:00.000Z", "holidays"],
  ],
  [
    "never again",
    { zone: "UTC", open: [{ from: "2026-01-01", to: "2026-01-31" }], freezes: [] },
    "2026-06-01T00:00Z",
    ["shut until", undefined, undefined],
  ],
  [
    "months ahead",
    { zone: "UTC", open: [{ from: "2026-11-02", to: "2026-11-02" }], freezes: [] },
    "2026-06-01T00:00Z",
    ["shut until", "2026-11-02T00:00:00.000Z", undefined],
  ],
])("%s", (_, calendar, now, expected) => {
  expect(told(openingAt(calendar, at(now)))).toEqual(expected);
});

const night = (from: string, to: string): Calendar => ({
  zone: "Europe/Berlin",
  open: [{ days: ["sun"], from, to }],
  freezes: [],
});

it("a window in the hour that is left out opens when the clocks go on, and one in the hour that comes twice lasts both", () => {
  expect(told(openingAt(night("02:30", "05:00"), at("2026-03-29T00:00Z")))).toEqual([
    "shut until",
    "2026-03-29T01:00:00.000Z",
    undefined,
  ]);
  expect(told(openingAt(night("02:00", "02:30"), at("2026-03-29T01:00Z")))[0]).toBe("shut until");
  // 02:00 to 02:30, twice, with half an hour between them that is named by no other clock.
  expect(told(openingAt(night("02:00", "02:30"), at("2026-10-25T00:15Z")))).toEqual([
    "open until",
    "2026-10-25T01:30:00.000Z",
  ]);
});

it("agrees with the clocks of every zone all through a year", () => {
  for (const zone of ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]) {
    const shown = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    for (let ms = at("2026-01-01T00:00Z"); ms < at("2027-01-01T00:00Z"); ms += 3 * 3_600_000) {
      const [date = "", clock = ""] = shown.format(ms).split(" ");
      const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
      const [hours = 0, minutes = 0] = clock.split(":").map(Number);
      const found = instantsOf({ year, month, day, minutes: hours * 60 + minutes }, zone).at;
      if (!found.includes(ms))
        throw new Error(`${zone}: ${date} ${clock} is ${iso(ms)}, found ${found.map(iso).join()}`);
    }
  }
});

describe("a moment", () => {
  it.each<[string, string]>([
    ["2026-12-01T09:00 Europe/Berlin", "2026-12-01T08:00:00.000Z"],
    ["2026-07-01 09:00 Europe/Berlin", "2026-07-01T07:00:00.000Z"],
    ["2026-12-01T08:00Z", "2026-12-01T08:00:00.000Z"],
    ["2026-12-01T09:00:00+01:00", "2026-12-01T08:00:00.000Z"],
    ["2026-10-25T02:30 Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-12-01T08:00 UTC", "2026-12-01T08:00:00.000Z"],
  ])("%s", (text, expected) => {
    const found = parseMoment(text);
    expect(typeof found === "string" ? found : iso(found.ms)).toBe(expected);
  });

  it.each<[string, string]>([
    ["tomorrow", "must be a time like"],
    ["2026-12-01T09:00", "needs one time zone"],
    ["2026-12-01T09:00Z Europe/Berlin", "needs one time zone"],
    ["2026-12-01T09:00 Mars/Olympus", "is no time zone"],
    ["2026-02-30T09:00Z", "no time of the calendar"],
    ["2026-12-01T25:00Z", "no time of the calendar"],
    ["2026-12-01T09:00+99:00", "is no offset"],
    ["2026-03-29T02:30 Europe/Berlin", "does not exist"],
  ])("%s is refused", (text, why) => {
    expect(parseMoment(text)).toContain(why);
  });
});

it("tells a time by the clock of the zone, and by UTC", () => {
  expect(localText(at("2026-12-07T08:00Z"), "Europe/Berlin")).toBe("Mon 2026-12-07 09:00 GMT+1 (08:00 UTC)");
  expect(localText(at("2026-12-07T23:30Z"), "Europe/Berlin")).toBe("Tue 2026-12-08 00:30 GMT+1 (2026-12-07 23:30 UTC)");
  expect(localText(at("2026-12-07T08:00Z"), "UTC")).toBe("Mon 2026-12-07 08:00 UTC");
});

it("knows what is a zone and what a span", () => {
  expect([isZone("Europe/Berlin"), isZone("UTC"), isZone("Mars/Olympus"), isZone("")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([
    kindOf({ from: "09:00", to: "24:00" }),
    kindOf({ from: "12-20", to: "01-02" }),
    kindOf({ from: "2026-12-20", to: "2027-01-02T09:00" }),
    kindOf({ from: "2026-02-30", to: "2026-03-01" }),
    kindOf({ from: "09:00", to: "2026-12-20" }),
    kindOf({ from: "9", to: "17" }),
  ]).toEqual(["weekly", "yearly", "once", undefined, undefined, undefined]);
});
