import { expect, it } from "@jest/globals";

import type { Fact, FactBody, ReleaseType } from "./facts.ts";
import { fold, type ReleaseRecord } from "./record.ts";
import type { State } from "./table.ts";
import { isValidating, mayDecide, validationOf, type Validation } from "./validation.ts";

type GateFinished = Extract<FactBody, { type: "gate-finished" }>;

const sha = "a".repeat(40);
const found = { gate: "e2e", status: "passed", sha, executionTimeMs: 1, targetMs: 1, failures: [] } as const;
const gate = (changes: Partial<GateFinished> = {}): FactBody => ({ type: "gate-finished", ...found, ...changes });
const walked = (status: "passed" | "failed"): FactBody => ({ type: "validation-finished", ...found, status });
const affected = gate({ scope: "affected: the journeys named by @critical" });
const resumed: FactBody = { type: "resumed", by: "sarah" };
const accepted: FactBody = { type: "validation-decided", decision: "accepted", by: "sarah", reason: "it is known" };

function completed(releaseType: ReleaseType, ...more: readonly FactBody[]): ReleaseRecord {
  const gates = releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates";
  const way: readonly State[] =
    releaseType === "hotfix"
      ? ["initiated", gates, "review", "production_canary", "completed"]
      : ["initiated", gates, "review", "staging", "production", "completed"];
  const moves = way
    .slice(1)
    .map((to, index): FactBody => ({ type: "moved", from: way[index] ?? "initiated", to, reason: "" }));
  const plan = {
    releaseVersion: "2.5.1",
    releaseType,
    baseBranch: "v2.5.0",
    baseSha: sha,
    targetBranch: "main",
    releaseBranch: "hotfix/2.5.1",
    tag: "v2.5.1",
    gates: ["e2e"],
    steps: [100],
    stagingStrategy: "rolling",
    productionStrategy: "canary",
    initiatedBy: "sarah",
    configDigest: "",
  } as const;
  const bodies: readonly FactBody[] = [{ type: "opened", plan, attempt: 1 }, ...moves, ...more];
  const envelope = { release: "v2.5.1", at: "2026-01-01T00:00:00.000Z", actor: "sarah", run: { id: "1", attempt: 1 } };
  return fold(bodies.map((body, index): Fact => ({ ...envelope, seq: index + 1, prev: "", ...body })));
}

it.each<[string, ReleaseType, readonly FactBody[], Validation]>([
  ["walked some of them", "hotfix", [affected], "due"],
  ["skipped them", "hotfix", [gate({ scope: "skipped: no journey" })], "due"],
  ["had no such gate", "hotfix", [], "due"],
  ["was let pass although they failed", "hotfix", [gate({ status: "failed" })], "due"],
  ["walked all of them", "hotfix", [gate()], "none"],
  ["is a standard release", "standard", [gate()], "none"],
  ["is a standard release whose gate was overridden", "standard", [gate({ status: "failed" })], "none"],
  ["walked the rest", "hotfix", [affected, walked("passed")], "passed"],
  ["failed then", "hotfix", [affected, walked("failed")], "failed"],
  ["failed, and goes on", "hotfix", [affected, walked("failed"), resumed], "due"],
  ["failed twice", "hotfix", [affected, walked("failed"), resumed, walked("failed")], "failed"],
  ["passed the second time", "hotfix", [affected, walked("failed"), resumed, walked("passed")], "passed"],
  ["passed, and goes on", "hotfix", [affected, walked("passed"), resumed], "passed"],
  ["was accepted", "hotfix", [affected, walked("failed"), resumed, accepted], "decided"],
])("a release that %s (%s) → %#", (_, type, bodies, standing) => {
  const record = completed(type, ...bodies);

  expect(validationOf(record)).toBe(standing);
  const isOpen = standing === "due" || standing === "failed";
  expect(isValidating(record)).toBe(isOpen);
  expect((["promote", "rollback", "hold", "abort"] as const).filter((kind) => mayDecide(record, kind))).toEqual(
    isOpen ? ["promote", "rollback"] : [],
  );
});

it("is over once the release is settled", () => {
  const record = completed("hotfix", affected, { type: "settled", outcome: "completed" });

  expect(isValidating(record)).toBe(false);
});
