import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { loadConfig } from "#config";
import { ReleaseFault } from "#faults";
import type { GateName } from "#machine";

import { parseOverrides, requireOverridable } from "./overrides.ts";

it.each<[string, readonly (readonly [GateName, string])[]]>([
  ["", []],
  ["\n  \n", []],
  ["unit: flaky runner, INC-7", [["unit", "flaky runner, INC-7"]]],
  ["  unit  :   why: because   ", [["unit", "why: because"]]],
  [
    "e2e: the shop's browser farm is down\r\n\r\nunit: INC-7",
    [
      ["unit", "INC-7"],
      ["e2e", "the shop's browser farm is down"],
    ],
  ],
  ["dod: 承認済み", [["dod", "承認済み"]]],
  [
    "e2e: farm is down; see INC-8;unit : flaky;; dod:x",
    [
      ["dod", "x"],
      ["unit", "flaky;"],
      ["e2e", "farm is down; see INC-8"],
    ],
  ],
  ["unit: as subunit: slow; because: INC-7", [["unit", "as subunit: slow; because: INC-7"]]],
])("%p", (text, found) => {
  expect(parseOverrides(text)).toEqual(found.map(([gate, reason]) => ({ gate, reason })));
});

it.each<[string, string]>([
  ["unit", "unit needs a reason"],
  ["unit:", "unit needs a reason"],
  ["unit: -", "unit needs a reason"],
  ["unit: \u200b", "unit needs a reason"],
  ["Unit: INC-7", '"Unit" is no gate; use one of security, dod, unit, integration, e2e'],
  ["smoke: INC-7", "smoke can never be overridden"],
  ["constructor: INC-7", '"constructor" is no gate'],
  ["unit: a\nunit: b", "unit is named twice"],
  ["unit: a; unit: b", "unit is named twice"],
  ["unit: a; smoke: b", "smoke can never be overridden"],
  ["unit: a; e2e: ", "e2e needs a reason"],
  ["unit: a, e2e: b", 'the reason for unit names "e2e:"; write ; before another gate, or no colon'],
  ["unit: a e2e : b", 'names "e2e :"'],
  [`unit: ${"x".repeat(501)}`, "longer than 500 characters"],
  ["unit: a\u0007b", "cannot be seen"],
  ["unit: a\u202eb", "cannot be seen"],
  ["unit: a\u2028e2e: b", "cannot be seen"],
  ["nothing: x\nsmoke: y", "is no gate; use one of security, dod, unit, integration, e2e; smoke can never"],
])("%p is refused", (text, says) => {
  expect(() => parseOverrides(text)).toThrow(
    expect.objectContaining({ code: "input", message: expect.stringContaining(says) }),
  );
});

describe("whatever is written", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc
      .tuple(fc.constantFrom("unit", "smoke", "security", "e2e", "__proto__"), fc.string({ unit: "binary" }))
      .map(([gate, reason]) => `${gate}: ${reason}`),
    fc.constantFrom(
      "unit: ::error::x",
      "e2e: ##[set-output name=a]b",
      "dod: EOF",
      "unit: `id` $(id) ${{ github.token }}",
    ),
  );

  it("is an override of a known gate with a reason of one printable line, or refused as input", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
        try {
          for (const { gate, reason } of parseOverrides(lines.join(end))) {
            expect(["security", "dod", "unit", "integration", "e2e"]).toContain(gate);
            expect(reason).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,500}$/u);
            expect(reason.trim()).toBe(reason);
          }
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ReleaseFault);
          expect(thrown).toMatchObject({ code: "input" });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

const policy = (text: string) =>
  loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] }).config;

describe("what a release may override", () => {
  const planned: readonly GateName[] = ["security", "unit", "smoke"];
  const security = [{ gate: "security", reason: "INC-7" }] as const;

  it("is a gate that it runs", () => {
    expect(() =>
      requireOverridable([{ gate: "e2e", reason: "r" }], { planned, policy: policy(""), target: "main" }),
    ).toThrow("this release does not run gate e2e");
    expect(requireOverridable([{ gate: "unit", reason: "r" }], { planned, policy: policy(""), target: "main" })).toBe(
      undefined,
    );
  });

  it.each([
    ["", false],
    ["gates: { security: { command: scan, report: s.sarif } }", false],
    ["gates: { security: { command: scan, report: s.sarif, override: false } }", false],
    ["gates: { security: { command: scan, report: s.sarif, override: true } }", true],
  ])("is security only where it is allowed: %p", (text, allowed) => {
    const ask = () => requireOverridable(security, { planned, policy: policy(text), target: "main" });
    if (allowed) expect(ask()).toBeUndefined();
    else expect(ask).toThrow(expect.objectContaining({ code: "policy", hint: expect.stringContaining("main") }));
  });
});
