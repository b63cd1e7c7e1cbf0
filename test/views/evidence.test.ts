import { expect, it } from "@jest/globals";
import canonicalize from "canonicalize";

import { facts } from "../../packages/report/test/facts.ts";
import { toCompleted } from "../../packages/report/test/stories.ts";
import { continueLog, loadVerifier } from "#audit";

const { auditEvidence, evidenceText } = await loadVerifier();

const known = facts(toCompleted());
const denied = { hour: "2026-03-01T14", person: "mallory", count: 3, asked: { start: 3 }, why: "no role" };
const log = Buffer.from(continueLog("", { facts: known, denied: [denied] }));
const archive = new Map([["v2.5.0", Buffer.from(known.map((fact) => `${canonicalize(fact)}\n`).join(""))]]);
const evidence = (period: { readonly from?: string; readonly to?: string } = {}, problems: readonly string[] = []) =>
  auditEvidence({ log, facts: archive, people: new Map(), problems }, period);

it("tells who did what, when, with which outcome, and which controls that is evidence for", () => {
  const all = evidence();

  expect(all[0]).toMatchObject({ who: "mallory", what: "denied 3 times: start", outcome: "denied", why: "no role" });
  expect(all).toContainEqual(
    expect.objectContaining({
      who: "sarah",
      what: "standard release of 2.5.0 ended",
      outcome: "completed",
      controls: "SOC 2 CC8.1; ISO 27001 A.8.32; HIPAA 164.312(b)",
    }),
  );
  expect(all.filter(({ what }) => what.startsWith("gate ")).length).toBeGreaterThan(3);
  expect(all.at(-1)).toMatchObject({ outcome: "whole", controls: expect.stringContaining("164.312(c)(1)") });
});

it("is of the days that were asked for, both included, and says what the verifier found", () => {
  expect(evidence({ to: "2026-03-01" }).map(({ who }) => who)).toEqual(["mallory", ""]);
  expect(evidence({ from: "2026-03-02" }).map(({ who }) => who)).not.toContain("mallory");
  expect(evidence({ from: "2027-01-01" }, ["line 2: is cut off"])).toMatchObject([
    { outcome: "1 problems", why: "line 2: is cut off" },
  ]);
});

it("is rows that a spreadsheet reads as text, a table without foreign markup, and JSON", () => {
  const [one] = evidence();
  if (one === undefined) throw new Error("there is none");
  const rows = [{ ...one, who: '=HYPERLINK("x"),y', why: "a|b <img>\nc" }];

  expect(evidenceText(rows, "csv").split("\r\n")).toEqual([
    "when,who,what,release,outcome,approvals,why,controls",
    expect.stringContaining(`,"'=HYPERLINK(""x""),y",denied 3 times: start,`),
    "",
  ]);
  const table = evidenceText(rows, "md").split("\n");
  expect(table).toHaveLength(4);
  expect(table[2]).toContain("a&#124;b &#60;img&#62; c");
  expect(JSON.parse(evidenceText(rows, "json"))).toEqual(rows);
});
