import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "@jest/globals";

import type { Tree } from "./condition.ts";
import { misdrawn } from "./drawing.ts";
import { mutantsOf, type Mutant } from "./mutants.ts";
import type { Graph } from "./run.ts";
import { simulate } from "./simulate.ts";
import { graphOf, root, workflowText } from "./workflow.ts";

let graph: Graph;

beforeAll(async () => {
  graph = {
    release: await graphOf("release.yml", workflowText("release")),
    production: await graphOf("production.yml", workflowText("production")),
  };
});

describe("the graph of a release", () => {
  it.each([
    [0, 100, 100],
    [1, 4_000, 10_000],
    [2, 50_000, 1_000_000],
    [3, 400_000, 50_000_000],
  ])("holds every promise with up to %i faults", (faults, runsAtLeast, releasesAtLeast) => {
    const found = simulate(graph, { faults, suspensions: 2 });

    expect([...found.objections]).toEqual([]);
    expect(found.runs).toBeGreaterThan(runsAtLeast);
    expect(found.releases).toBeGreaterThan(releasesAtLeast);
  });

  it("is drawn so that each job waits for what it reads", () => {
    expect(misdrawn(graph)).toEqual([]);
  });
});

/** Changes that leave every run as it was, each with the reason. */
const equivalent: Readonly<Record<string, string>> = {
  "initiated: dropped": "without needs, success() is !cancelled()",
};

describe("the simulator", () => {
  it("objects to every change of a condition or a need that changes a run", () => {
    const mutants = mutantsOf(graph);

    const survivors = mutants.filter((mutant) => survives(mutant)).map(({ name }) => name);

    expect(mutants.length).toBeGreaterThan(250);
    expect(survivors).toEqual(Object.keys(equivalent));
  });
});

describe("the way into a rollback", () => {
  it.each([
    ["success", "", true],
    ["success", "rolled_back", true],
    ["success", "untouched", true],
    ["success", "refused", false],
    ["failure", "", true],
    ["failure", "refused", false],
    ["cancelled", "", true],
  ] as const)("after rollback_triggered %s %p wakes rolled_back: %p", async (result, outcome, woken) => {
    const jobs = await graphOf("rollback.yml", workflowText("rollback"));
    const needs = { rollback_triggered: { result, outputs: { outcome } } };

    expect(jobs.at(-1)?.wakes({ needs, inputs: {}, cancelled: result === "cancelled", ancestors: [result] })).toBe(
      woken,
    );
  });
});

describe("the way from a comment", () => {
  it.each([
    ["success", "release", ["release"]],
    ["success", "rollback", ["rollback"]],
    ["success", "redeploy", ["redeploy"]],
    ["success", "none", []],
    ["success", "", []],
    ["failure", "release", []],
    ["cancelled", "rollback", []],
    ["skipped", "", []],
  ] as const)("command %s with next %p wakes %p", async (result, next, woken) => {
    const jobs = (await graphOf("command.yml", workflowText("command"))).filter(({ id }) => id !== "command");
    const needs = { command: { result, outputs: { next } } };

    const started = jobs.filter(({ wakes }) =>
      wakes({ needs, inputs: {}, cancelled: result === "cancelled", ancestors: [result] }),
    );

    expect(started.map(({ id }) => id)).toEqual(woken);
  });
});

const ours = { id: 1 };
const pull = (ref: string, repo: { readonly id: number } = ours) => ({
  pull_request: { head: { ref, repo }, base: { repo: ours } },
});

describe("the caller's file", () => {
  it.each<[string, string, Tree, string, readonly string[]]>([
    ["the form starts", "workflow_dispatch", {}, "start", ["release"]],
    ["the form resumes", "workflow_dispatch", {}, "resume", ["release"]],
    ["the form rolls back", "workflow_dispatch", {}, "rollback", ["rollback"]],
    ["the form deploys again", "workflow_dispatch", {}, "redeploy", ["redeploy"]],
    ["our own event", "repository_dispatch", { client_payload: { release: "v2.5.0" } }, "", ["release"]],
    ["our event of a re-deploy", "repository_dispatch", { client_payload: { redeploy: "staging" } }, "", ["redeploy"]],
    ["a command", "issue_comment", { comment: { body: "/release status" } }, "", ["command"]],
    ["talk", "issue_comment", { comment: { body: "when do we /release?" } }, "", []],
    ["a release's pull request", "pull_request", pull("release/2.5.0"), "", ["watchdog"]],
    ["its review", "pull_request_review", pull("release/2.5.0"), "", ["watchdog"]],
    ["a hotfix's pull request", "pull_request", pull("hotfix/2.5.1"), "", ["watchdog"]],
    ["any other pull request", "pull_request", pull("feature/release/x"), "", []],
    ["a fork's branch of that name", "pull_request", pull("release/2.5.0", { id: 2 }), "", []],
    ["a review of a fork's", "pull_request_review", pull("release/2.5.0", { id: 2 }), "", []],
    ["a pushed fix", "push", {}, "", ["watchdog"]],
    ["the schedule", "schedule", {}, "", ["watchdog"]],
  ])("%s (%s) wakes the right job", async (_, name, event, command, woken) => {
    const text = readFileSync(new URL("examples/caller.yml", root), "utf8");
    const github = { event_name: name, event };

    const started = (await graphOf("caller.yml", text)).filter(({ wakes }) =>
      wakes({ needs: {}, inputs: { command }, github, cancelled: false, ancestors: [] }),
    );

    expect(started.map(({ id }) => id)).toEqual(woken);
  });
});

function survives({ graph: mutant }: Mutant): boolean {
  if (misdrawn(mutant).length > 0) return false;
  return [0, 1, 2].every((faults) => simulate(mutant, { faults, suspensions: 1 }, true).objections.size === 0);
}
