import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

import { states } from "#machine";

import { composite, conditionOf, jobOf, replay, text, type Step } from "./composite.ts";
import { everyRun, type Graph } from "./run.ts";
import type { Release } from "./release.ts";
import { unbegun } from "./simulate.ts";
import { graphOf, problemsOf, root, workflowSource, workflowText, type JobSource } from "./workflow.ts";

const { steps } = composite.runs;
const release = workflowSource(workflowText("release"));
const jobs: Readonly<Record<string, JobSource>> = {
  ...release.jobs,
  ...Object.fromEntries(
    Object.entries(workflowSource(workflowText("production")).jobs).map(([id, job]) => [`production/${id}`, job]),
  ),
};

describe("the steps of the composite action", () => {
  it("are the jobs of the workflows, each once, and every state is among them", () => {
    const drawn = Object.keys(jobs).filter((id) => id !== "production");

    expect(steps.map(({ id }) => id)).toEqual(["sources", ...Object.keys(jobOf)]);
    expect(Object.values(jobOf).toSorted()).toEqual(drawn.toSorted());
    expect(states.filter((state) => !(state in jobOf))).toEqual([]);
  });

  it.each(Object.entries(jobOf))("%s does what the job %s does", (id, job) => {
    const step = steps.find((one) => one.id === id);
    const own = jobs[job]?.steps?.at(-1);

    if (id === "approval") {
      expect(step?.uses).toBe("$/actions/approval");
      return;
    }
    expect(step?.uses).toBe(own?.uses);
    expect(Object.keys(step?.with ?? {})).toEqual(Object.keys(own?.with ?? {}));
    for (const word of ["mode", "environment", "state"]) expect(step?.with[word]).toBe(own?.with?.[word]);
  });

  it("run our own actions only, with the token that the caller gave", () => {
    for (const { id, uses, with: given } of steps) {
      expect(uses).toMatch(/^\$\/actions\/[a-z]+$/);
      if (id !== "approval") expect(given["token"]).toBe("${{ inputs.token }}");
    }
    expect(steps.filter((step) => "run" in step)).toEqual([]);
  });
});

describe("the conditions of the composite action", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = {
      release: await graphOf("release", workflowText("release")),
      production: await graphOf("production", workflowText("production")),
    };
  });

  /** Records that a run may find: at its start, and wherever one before it was left. */
  const found: readonly Release[] = [
    unbegun("standard", false),
    unbegun("hotfix", false),
    unbegun("hotfix", true),
    unbegun("hotfix", true, "due"),
    ...(["standard", "hotfix"] as const).flatMap((type): Release[] => {
      const begun = unbegun(type, false);
      const tagged: Release = { ...begun, tagged: true };
      return [
        { ...begun, state: "quality_gates" },
        { ...begun, state: "review" },
        { ...begun, state: "review", verdict: true },
        { ...tagged, state: "review" },
        { ...tagged, state: "staging", staging: "touched" },
        { ...tagged, state: "staging", staging: "verified" },
        { ...tagged, state: "production", touched: true },
        { ...tagged, state: "production", touched: true, verified: true },
        { ...tagged, state: "rolled_back", touched: true, verdict: true, duties: true },
        { ...tagged, state: "completed", touched: true, verified: true, duties: true },
        { ...tagged, state: "completed", touched: true, verified: true, duties: true, journeys: "due" },
        { ...begun, state: "failed", verdict: true, duties: true },
        { ...begun, state: "failed", verdict: true },
      ];
    }),
  ];

  it("wake the same work as the workflows', whatever ends in whichever way", () => {
    const { runs, differences } = compare(steps);

    expect(runs).toBeGreaterThan(1000);
    expect(differences).toEqual([]);
  });

  it.each(steps.filter((step) => step.if !== undefined))("of $id matters: without it other work is done", (step) => {
    const changed = (condition: string): readonly Step[] =>
      steps.map((one) => (one.id === step.id ? { ...one, if: condition } : one));

    expect(compare(changed("always()")).differences.length).toBeGreaterThan(0);
    expect(compare(changed("cancelled() && success()")).differences.length).toBeGreaterThan(0);
  });

  /**
   * Every run of the graph in which at most one thing goes wrong, replayed as one job. Left out is what a job cannot suffer:
   * a cancel in the queue of production or between jobs, and outputs of a called workflow that get lost.
   */
  function compare(played: readonly Step[]): { readonly runs: number; readonly differences: readonly string[] } {
    const conditions = new Map(played.map((step) => [step.id, conditionOf(step)]));
    const differences = new Set<string>();
    let runs = 0;
    for (const before of found) {
      everyRun(graph, before, { faults: 1, suspensions: 1 }, (run) => {
        const inside = run.wakes.some(({ job }) => job.startsWith("production/"));
        const cut = run.wakes.some(({ job }) => job === "production") && !inside;
        const blamed = run.wakes.reduce((sum, { ending }) => sum + (faulty(ending) ? 1 : 0), 0);
        if (cut || run.calleeDied || blamed + run.budget.faults !== 1) return;
        runs += 1;
        const seen = replay(run, played, conditions);
        if (seen.graph.join() !== seen.steps.join())
          differences.add(
            `${run.wakes.map(({ job, ending }) => `${job}: ${ending}`).join(" · ")} → ${seen.steps.join()}`,
          );
      });
    }
    return { runs, differences: [...differences] };
  }
});

const faults = /^(killed|broke|outputs lost|cancelled)|, outputs lost$|^refuses the evidence$/;
const faulty = (ending: string) => faults.test(ending);

describe("inputs of the composite action", () => {
  it("are those of release.yml, in the same words, with a token, an approval, and its secrets", () => {
    const {
      token,
      approved,
      "signing-key": key,
      "signing-passphrase": passphrase,
      "audit-key": audit,
      "notify-secrets": channels,
      ...own
    } = composite.inputs;
    const called = release.on["workflow_call"]?.inputs ?? {};
    const secrets = Object.values(release.on["workflow_call"]?.secrets ?? {});

    expect([key, passphrase, audit, channels].map((input) => input?.description)).toEqual(
      secrets.map(({ description }) => description),
    );

    expect([token?.required, approved?.required, approved?.default]).toEqual([false, false, "false"]);
    expect(Object.entries(own).map(([name, { description, default: value }]) => [name, description, value])).toEqual(
      Object.entries(called).map(([name, { description, default: value }]) => [name, description, String(value)]),
    );
  });

  it("all reach a step, and each step is given inputs that its action has", () => {
    for (const name of Object.keys(composite.inputs)) expect(text).toContain(`\${{ inputs.${name} }}`);
    for (const { uses, with: given } of steps) {
      const file = readFileSync(new URL(`${uses.slice(2)}/action.yml`, root), "utf8");
      const declared = Object.keys((parse(file) as { readonly inputs: object }).inputs);
      expect(Object.keys(given).filter((name) => !declared.includes(name))).toEqual([]);
    }
  });
});

describe("the example with two jobs", () => {
  const example = readFileSync(new URL("examples/composite.yml", root), "utf8");

  it("is valid for GitHub's own parser, and gives inputs that there are", async () => {
    const source = workflowSource(example);
    const given = Object.values(source.jobs).flatMap((job) => Object.keys(job.steps?.[0]?.with ?? {}));

    expect(await problemsOf("composite.yml", example)).toEqual([]);
    expect(given.filter((name) => composite.inputs[name] === undefined)).toEqual([]);
  });

  it("asks for what release.yml asks for, in each job, and approves in none that has no environment", () => {
    const caller = workflowSource(readFileSync(new URL("examples/caller.yml", root), "utf8"));
    const source = workflowSource(example);

    for (const job of Object.values(source.jobs)) {
      expect(job.permissions).toEqual(caller.jobs["release"]?.permissions);
      const approves = job.steps?.some((step) => "approved" in (step.with ?? {})) ?? false;
      expect(approves && job.environment === undefined).toBe(false);
    }
    expect(source.jobs["production"]?.steps?.[0]?.with?.["approved"]).toBe("true");
  });
});
