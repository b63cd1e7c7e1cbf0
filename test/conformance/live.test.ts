import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

import { problemsOf, workflowSource, workflowText } from "../graph/workflow.ts";

const names = ["live", "failing"] as const;
const workflows = new URL("../../.github/workflows/", import.meta.url);
const caller = new URL("../../examples/caller.yml", import.meta.url);

describe.each(names)("%s.yml", (name) => {
  const text = workflowText(name);
  const source = workflowSource(text);

  it("is valid for GitHub's own parser and gives nothing at the top", async () => {
    expect(await problemsOf(`${name}.yml`, text)).toEqual([]);
    expect(source.permissions).toEqual({});
  });

  it("runs our own actions only, for a bounded time, with inputs that they have", () => {
    for (const job of Object.values(source.jobs)) {
      if (job.uses === undefined) expect(job["timeout-minutes"]).toBeGreaterThan(0);
      for (const { uses = "", run, with: given = {} } of job.steps ?? []) {
        expect(run).toBeUndefined();
        const file = readFileSync(new URL(`../../${uses.slice(2)}/action.yml`, import.meta.url), "utf8");
        const declared = Object.keys((parse(file) as { readonly inputs: object }).inputs);
        expect(Object.keys(given).filter((input) => !declared.includes(input))).toEqual([]);
      }
    }
  });
});

it("live.yml is started by a person, and nothing that it sends starts a workflow", () => {
  expect(Object.keys(workflowSource(workflowText("live")).on)).toEqual(["workflow_dispatch"]);
  for (const file of [...readdirSync(workflows).map((name) => new URL(name, workflows)), caller])
    expect(readFileSync(file, "utf8")).not.toMatch(/types:[^\n]*release-command-live/);
});

it("live.yml gives each check the permissions that the check is about", () => {
  const { jobs } = workflowSource(workflowText("live"));
  const given = Object.entries(jobs).map(([id, { permissions }]) => [id, permissions?.["contents"] ?? "none"]);

  expect(Object.fromEntries(given)).toEqual({
    write: "write",
    read: "read",
    environment: "read",
    callee: "none",
    caller: "none",
  });
});
