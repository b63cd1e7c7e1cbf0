import { beforeAll, describe, expect, it } from "@jest/globals";

import { mutantsOf } from "./mutants.ts";
import type { Graph } from "./run.ts";
import { simulate } from "./simulate.ts";
import { graphOf, workflowText } from "./workflow.ts";

let graph: Graph;

beforeAll(async () => {
  graph = {
    release: await graphOf("release.yml", workflowText("release")),
    production: await graphOf("production.yml", workflowText("production")),
  };
});

describe("the graph of a release", () => {
  it.each([0, 1, 2, 3])("holds every promise with up to %i faults", (faults) => {
    const t = Date.now();
    const found = simulate(graph, { faults, suspensions: 2 });
    console.log(faults, found.runs, found.releases, Date.now() - t, [...found.objections]);

    expect([...found.objections]).toEqual([]);
  });
});
it("muts", () => {
  const t = Date.now();
  const all = mutantsOf(graph);
  const survivors = all.filter(({ graph: mutant }) => simulate(mutant, { faults: 2, suspensions: 1 }, true).objections.size === 0);
  console.log(all.length, Date.now() - t, survivors.map(({ name }) => name).join("\n"));
});
