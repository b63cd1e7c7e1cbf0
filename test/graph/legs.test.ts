import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { describe, expect, it } from "@jest/globals";

import { shardsAtMost } from "#config";

import { workflowSource, workflowText } from "./workflow.ts";

const gates = ["security", "dod", "unit", "integration", "smoke", "e2e"] as const;
const shards = (gate: string) => Array.from({ length: shardsAtMost }, (_, at) => `${gate}-${at + 1}`);
/** What a hotfix affects is known where it runs only: its gates have no shards. */
const legsOf = {
  quality_gates: [
    "all",
    ...gates.flatMap((gate) => [gate, ...(gate === "unit" || gate === "e2e" ? shards(gate) : [])]),
  ],
  quality_gates_fast: ["all", ...gates],
};
const jobs = workflowSource(workflowText("release")).jobs;

function words(values: Readonly<Record<string, string>>): data.Dictionary {
  const pairs = Object.entries(values).map(([key, value]) => ({ key, value: new data.StringData(value) }));
  return new data.Dictionary(...pairs);
}

/** An output of a job by GitHub's own evaluator: of the leg, and of what its step put out. */
function evaluated(text: string, leg: string, outputs: Readonly<Record<string, string>>): string {
  const expression = /^\$\{\{(.*)\}\}$/s.exec(text)?.[1];
  if (expression === undefined) throw new Error(`${text} is no expression`);
  const tree = new Parser(new Lexer(expression).lex().tokens, ["matrix", "steps"], []).parse();
  const step = new data.Dictionary({ key: "outputs", value: words(outputs) });
  const context = new data.Dictionary(
    { key: "matrix", value: words({ leg }) },
    { key: "steps", value: new data.Dictionary({ key: "gate", value: step }) },
  );
  return new Evaluator(tree, context).evaluate().coerceString();
}

describe.each(["quality_gates", "quality_gates_fast"] as const)("%s", (job) => {
  const legs = legsOf[job];
  const outputs = jobs[job]?.outputs ?? {};

  it("has an output for every leg", () => {
    expect(Object.keys(outputs)).toEqual(legs);
  });

  it.each(legs)("passes on the digest of leg %s under its own name, whatever else its step puts out", (leg) => {
    const forged = Object.fromEntries(legs.map((name) => [name, "forged"]));

    const passed = Object.entries(outputs).map(([name, text]) => [
      name,
      evaluated(text, leg, { ...forged, digest: "own" }),
    ]);

    expect(passed.filter(([, value]) => value !== "")).toEqual([[leg, "own"]]);
  });

  it("gives review the outputs of all of its legs, and its result", () => {
    const given = jobs["review"]?.steps?.find(({ id }) => id === "review")?.with ?? {};

    expect(given["evidence"]).toContain(`needs.${job}.outputs`);
    expect(given["gates-result"]).toContain(`needs.${job}.result`);
  });
});
