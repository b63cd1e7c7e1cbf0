import path from "node:path";

import { expect } from "@jest/globals";

import { validateJob } from "#stages";

import { connectGitHub } from "../../packages/testbed/index.ts";
import { reportIn, turnHostile } from "../hostile/project.ts";
import { inAct, recordOf, start } from "./suite.ts";

const legs = ["security", "dod", "unit", "integration", "smoke", "e2e"] as const;
const sideBySide = {
  ".github/release-command.yml": (text: string) => text.replace("gates:\n", "gates:\n  parallel: true\n"),
};

inAct(
  "legs side by side run and leave their evidence; act passes on the outputs of one",
  { edits: sideBySide },
  async (opened) => {
    const run = await opened.dispatch(start);

    // On GitHub all of them reach the review: test/graph proves the lines, test/jobs what the review makes of them.
    expect(run).toMatchObject({ succeeded: false, jobs: { quality_gates: "success", review: "failure" } });
    expect(run.log).toMatch(/The evidence of the gates of v1\.1\.0 is refused: no leg proves \w+, \w+/);
    expect(opened.artifacts(run).toSorted()).toEqual(legs.map((leg) => `evidence-${leg}-1`).toSorted());
    expect((await recordOf(opened, "v1.1.0")).record).toMatchObject({
      state: "quality_gates",
      plan: { parallelGates: true },
    });
  },
);

inAct("hostile tests in a leg on a runner find no token that can write", {}, async (opened) => {
  const { world } = opened;
  const token = "ghs_leg0that0may0only0read";
  const report = path.join(world.directory, "report.json");
  await turnHostile(world, { cwd: path.join(world.directory, "hostile"), report });
  const { version, from, to } = start;
  await validateJob(await opened.look(), { kind: "start", start: { type: "standard", version, from, to } });
  const { admin } = await connectGitHub(world.githubUrl);
  await admin.user({ login: "sarah", token, readOnly: true });
  opened.giveJobs(token);

  await opened.dispatch({ command: "resume", release: "v1.1.0" });

  const found = await reportIn(report);
  const runtime = found.tokens.find((one) => one.token.startsWith("eyJ"))?.token;
  expect(new Set(found.tokens.map((one) => one.token))).toEqual(new Set([token, runtime]));
  for (const place of found.tokens.flatMap(({ from: places }) => places))
    expect(place).toMatch(/^\/proc\/\d+\/environ$/);
  expect(found.tokens.flatMap(({ writes }) => writes)).toEqual([]);
  expect((await recordOf(opened, "v1.1.0")).record.gates.size).toBe(0);
});
