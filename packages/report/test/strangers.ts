import * as fc from "fast-check";

import { facts, gate, move, opened, prepared, smoke, watched } from "./facts.ts";

/** A release in which strangers wrote everything that strangers can write. */
export const releaseBy = (text: string) =>
  facts([
    opened({
      overrides: [{ gate: "unit", reason: text }],
      initiatedBy: text,
      baseBranch: text,
      targetBranch: text,
      previousTag: text,
    }),
    ...prepared("## 2.5.0\n\n- x"),
    move("initiated", "quality_gates", text),
    gate("unit", {
      status: "failed",
      failures: [{ title: text, detail: text, file: text, line: 3, suggestion: text }],
    }),
    gate("dod", {
      metrics: {
        gate: "dod",
        categoriesPassed: 1,
        categoriesFailed: 0,
        categories: [{ name: text, status: "passed", evidence: text }],
      },
    }),
    gate("smoke", {
      metrics: {
        gate: "smoke",
        categoriesPassed: 1,
        categoriesFailed: 0,
        checks: [{ category: "api", name: text, status: "failed", durationMs: 1, detail: text }],
      },
    }),
    gate("e2e", {
      metrics: {
        gate: "e2e",
        journeysPassed: 1,
        journeysFailed: 0,
        journeys: [{ name: text, status: "passed", durationMs: 1 }],
      },
    }),
    { type: "pull-request-opened", number: 1, url: `https://x.example/${text}`, head: "a" },
    { type: "approved", by: [text], sha: "a" },
    smoke("staging", "100%", { failedTests: [text], checks: [] }),
    watched("staging", "100%", { evidence: [text], notMeasured: [text] }),
    { type: "requested", id: "1", kind: "hold", by: text, reason: text },
    { type: "answered", id: "1", outcome: "refused", reason: text },
    {
      type: "failure-captured",
      failedState: "quality_gates",
      failureReason: text,
      actionableFixSuggestions: [text],
    },
    { type: "verdict", trigger: "manual", reason: text, evidence: [text] },
    { type: "escalated", reason: text, manualSteps: [text] },
    { type: "warned", message: text },
    { type: "published", what: "report", url: `https://x.example/${text}` },
    {
      ...gate("e2e"),
      type: "validation-finished",
      status: "failed",
      failures: [{ title: text, detail: text, suggestion: text }],
    },
    { type: "validation-decided", decision: "accepted", by: text, reason: text },
    { type: "suspended", waitsFor: "approval", reason: text, command: "release resume v2.5.0" },
  ]);

const piece = fc.oneof(
  fc.constantFrom(
    ..."|,||,\\|,`,```,\n\n```\n,\n,\r,\u2028,\n\n# Fake\n\n,# a,- a,1. a,***,---,===,~~~,<b>,<!--,-->,</td></tr></table>,<script>alert(1)</script>,<style>,&lt;,&,&#60;,@aisha,@acme/owners,closes #1,Fixes acme/shop#2,[x](javascript:alert(1)),![x](http://evil.example/i.png),[x]: http://evil.example,$x$,\u0000,\u001b[31m,\u202e,\u2066,\uD800,\t,    code,> q,\",',word".split(
      ",",
    ),
  ),
  fc.string(),
  fc.string({ unit: "binary" }),
);
/** What a stranger may write anywhere. */
export const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(" "));
