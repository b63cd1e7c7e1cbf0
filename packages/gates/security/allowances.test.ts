import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { applyAllowances, type Allowance } from "./allowances.ts";
import { mergeFindings } from "./merge-findings.ts";
import { finding, severityOf, type SecurityFinding } from "../readers/findings.ts";

const today = "2026-06-15";
const base = { reason: "RISK-4", expires: "2026-12-31" };
const hole = (id: string, name: string, version = "1.0.0") =>
  finding({ ids: [id, "npm:1"], text: "x", severity: severityOf({ scores: [9.8] }), package: { name, version } });
const flaw = (rule: string, file: string) =>
  finding({ ids: [rule], text: "x", severity: severityOf({ word: "high" }), file });

const openIds = (findings: readonly SecurityFinding[], ...list: readonly Allowance[]) =>
  applyAllowances(findings, list, today).open.map(({ finding: one }) => one);

describe("an entry accepts", () => {
  const two = [hole("GHSA-aaaa-bbbb-cccc", "minimist"), hole("GHSA-aaaa-bbbb-cccc", "other")];

  it.each<[string, Omit<Allowance, "reason" | "expires">, readonly SecurityFinding[], readonly number[]]>([
    ["a hole wherever it is", { id: "ghsa-AAAA-bbbb-cccc" }, two, []],
    ["a hole of one package alone", { id: "GHSA-aaaa-bbbb-cccc", package: "other" }, two, [0]],
    ["a scanner's own number only with its package", { id: "npm:1" }, two, [0, 1]],
    ["a scanner's own number with its package", { id: "npm:1", package: "minimist" }, two, [1]],
    ["no rule without a path", { id: "R1" }, [flaw("R1", "a.js")], [0]],
    ["a rule in a file", { id: "R1", path: "a.js" }, [flaw("R1", "./a.js"), flaw("R1", "a.jsx")], [1]],
    ["a rule below a folder", { id: "R1", path: "old/" }, [flaw("R1", "old/a.js"), flaw("R1", "older/a.js")], [1]],
    ["nothing that leads out of it", { id: "R1", path: "old/" }, [flaw("R1", "old/../a.js")], [0]],
    ["no package by a path of another", { id: "npm:1", path: "a.js" }, two, [0, 1]],
  ])("%s", (_, entry, findings, open) => {
    expect(openIds(findings, { ...base, ...entry })).toEqual(open.map((at) => findings[at]));
  });
});

it("counts through its last day, and is told as lapsed from the next", () => {
  const found = [hole("CVE-2024-1111", "a")];
  const entry = { ...base, id: "CVE-2024-1111" };

  expect(applyAllowances(found, [entry], "2026-12-31").open).toEqual([]);
  expect(applyAllowances(found, [entry], "2027-01-01").open).toEqual([{ finding: found[0], lapsed: entry }]);
});

it("tells entries that nothing matches, and no others", () => {
  const used = { ...base, id: "CVE-2024-1111" };
  const unused = { ...base, id: "CVE-2024-2222" };

  expect(applyAllowances([hole("CVE-2024-1111", "a")], [used, unused], today).unused).toEqual([unused]);
});

const ids = fc.constantFrom("CVE-2024-1111", "CVE-2024-2222", "GHSA-aaaa-bbbb-cccc", "R1", "R2");
const names = fc.constantFrom("a", "b");
const files = fc.constantFrom("a.js", "src/a.js", "src/b.js");
const someFinding = fc.oneof(
  fc.tuple(ids, names).map(([id, name]) => hole(id, name)),
  fc.tuple(ids, files).map(([id, file]) => flaw(id, file)),
);
const entries = fc.record(
  {
    id: ids,
    reason: fc.constant("r"),
    expires: fc.constantFrom("2026-06-14", "2026-06-15", "2027-01-01"),
    package: names,
    path: fc.oneof(files, fc.constant("src/")),
  },
  { requiredKeys: ["id", "reason", "expires"] },
);

it("loses no finding: each is open or allowed, and allowed only by an entry that names it, its place, and a day to come", () => {
  fc.assert(
    fc.property(fc.array(someFinding), fc.array(entries), (findings, list) => {
      const { open, allowed } = applyAllowances(findings, list, today);
      const all = new Set([...open, ...allowed].map(({ finding: one }) => one));
      expect(all).toEqual(new Set(findings));
      expect(open.length + allowed.length).toBe(findings.length);
      for (const { finding: one, by } of allowed) {
        expect([one.ruleId, ...one.aliases]).toContain(by.id);
        expect(by.expires >= today).toBe(true);
        if (by.package !== undefined) expect(one.package?.name).toBe(by.package);
        if (by.path !== undefined) expect(one.file?.startsWith(by.path)).toBe(true);
        if (one.package === undefined) expect(by.path).toBeDefined();
      }
    }),
  );
});

it("hides no other finding: an entry changes nothing for those that it does not name", () => {
  fc.assert(
    fc.property(fc.array(someFinding), fc.array(entries), entries, (findings, list, added) => {
      const before = openIds(findings, ...list);
      const after = new Set(openIds(findings, ...list, added));
      const hidden = before.filter((one) => !after.has(one));
      for (const one of hidden) expect([one.ruleId, ...one.aliases]).toContain(added.id);
    }),
  );
});

describe("findings of several scanners", () => {
  const told = finding({
    ids: ["GHSA-aaaa-bbbb-cccc", "CVE-2024-1111"],
    text: "osv",
    severity: severityOf({ scores: [7.5] }),
    package: { name: "a" },
    file: "package-lock.json",
  });

  it("are one where two tell the same hole of a package, with the higher score and all names", () => {
    const [one, ...more] = mergeFindings([[hole("GHSA-aaaa-bbbb-cccc", "a")], [told]]);

    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ruleId: "CVE-2024-1111",
      aliases: ["GHSA-aaaa-bbbb-cccc", "npm:1"],
      score: 9.8,
      package: { name: "a", version: "1.0.0" },
      file: "package-lock.json",
    });
  });

  it.each([
    ["another package", [hole("GHSA-aaaa-bbbb-cccc", "b")], [told]],
    ["another version", [hole("CVE-2024-1111", "a", "1.0.0")], [hole("CVE-2024-1111", "a", "2.0.0")]],
    ["a rule of that name alone", [hole("R1", "a")], [hole("R2", "a")]],
    ["code", [flaw("R1", "a.js")], [flaw("R1", "a.js")]],
    ["the same scanner", [told, told], []],
  ])("stay two: %s", (_, first, second) => {
    expect(mergeFindings([first, second])).toHaveLength(2);
  });

  it("lose no score and no name, however they are merged", () => {
    fc.assert(
      fc.property(fc.array(fc.array(someFinding), { maxLength: 3 }), (reports) => {
        const merged = mergeFindings(reports);
        for (const one of reports.flat())
          expect(
            merged.some(
              (kept) =>
                kept.score >= one.score &&
                kept.package?.name === one.package?.name &&
                [kept.ruleId, ...kept.aliases].includes(one.ruleId),
            ),
          ).toBe(true);
      }),
    );
  });
});
