import { expect, it } from "@jest/globals";

import type { Fact } from "#machine";

import { fittingReport } from "./fitting.ts";
import { reportAs, type ReportFormat } from "./formats.ts";
import { releaseReport } from "./release-report.ts";
import { facts, gate, opened, prepared } from "./test/facts.ts";
import { toCompleted } from "./test/stories.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that it is none is what the test is about
const unreadable = { type: "compared", releases: 3, p95Ms: {}, advice: 7 } as unknown as Fact;

it.each<ReportFormat>(["md", "html"])(
  "in %s, what cannot be rendered is the raw record with the reason",
  async (format) => {
    const told = facts([opened(), unreadable]);

    const { text, failure } = await reportAs(format, told);

    expect(failure).toMatch(/map/);
    expect(text).toContain("the raw record");
    expect(text.replaceAll("&quot;", '"')).toContain('"type":"compared"');
  },
);

it("of a gate without numbers, one that did not run and one that is no part of it, the report says what is not known", () => {
  const check = { name: "ci", app: "GitHub Actions" };
  const { metrics: _, ...bare } = gate("unit", { check });
  const report = releaseReport(facts([opened({ gates: ["unit", "e2e"] }), ...prepared(), bare]));

  expect(report).toContain("- gate unit: its numbers are those of the check ci of GitHub Actions");
  expect(report).toContain("- gate e2e: did not run");
  expect(report).toContain("- gate dod: no part of a standard release here");
});

const headings = (text: string): readonly string[] => text.split("\n").filter((line) => /^##? /.test(line));

it("a report that is too long says in each section how much was left out, and where the whole is", () => {
  const whole = releaseReport(facts(toCompleted()));
  const short = fittingReport(whole, 4000, "in the archive");

  expect(short.length).toBeLessThanOrEqual(4000);
  expect(short).toMatch(/… and \d+ more lines in the archive\./);
  expect(headings(short)).toEqual(headings(whole));
  expect(fittingReport(whole, 60_000, "")).toBe(whole);
});

it("notes with one heading and a thousand entries fit a release page", () => {
  const entries = Array.from({ length: 5000 }, (_, index) => `- entry ${index} of a long year`);
  const notes = ["## 2.5.0 (2026-03-02)", "", "### Features", "", ...entries].join("\n");
  const short = fittingReport(notes, 120_000, "in CHANGELOG.md");

  expect(short.length).toBeLessThanOrEqual(120_000);
  expect(short).toMatch(/^## 2\.5\.0 \(2026-03-02\)\n\n### Features\n\n- entry 0 /);
  expect(short).toMatch(/… and \d+ more lines in CHANGELOG\.md\.$/);
});
