import { expect } from "@jest/globals";

import { inAct, recordOf, withAisha } from "./suite.ts";
import type { Run } from "./act.ts";
import type { ActWorld } from "./world.ts";

type Person = "sarah" | "marcus";

async function api(opened: ActWorld, person: Person, method: string, route: string, body?: object): Promise<unknown> {
  const { githubUrl, repository, tokens } = opened.world;
  const response = await fetch(`${githubUrl}/repos/${repository}/${route}`, {
    method,
    headers: { authorization: `Bearer ${tokens[person]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** Somebody writes a comment, and its run. */
async function say(opened: ActWorld, person: Person, issue: number, body: string): Promise<Run> {
  const comment = (await api(opened, person, "POST", `issues/${issue}/comments`, { body })) as { readonly id: number };
  const payload = { action: "created", issue: { number: issue }, comment, repository: { default_branch: "main" } };
  return opened.happens("issue_comment", payload, person);
}

async function comments(opened: ActWorld, issue: number): Promise<readonly string[]> {
  const list = (await api(opened, "sarah", "GET", `issues/${issue}/comments`)) as readonly { readonly body: string }[];
  return list.map(({ body }) => body);
}

inAct("comments ask for the status, start a release, and are refused", {}, async (opened) => {
  const issue = (await api(opened, "sarah", "POST", "issues", { title: "Release 1.1.0" })) as {
    readonly number: number;
  };

  expect((await say(opened, "sarah", issue.number, "Shall we /release today?")).jobs).toEqual({});
  const status = await say(opened, "sarah", issue.number, "/release status");
  expect(status).toMatchObject({ succeeded: true, jobs: { command: "success" } });
  expect(Object.keys(status.jobs)).not.toContain("initiated");
  expect((await comments(opened, issue.number)).at(-1)).toContain("No release is under way.");

  const refused = await say(opened, "marcus", issue.number, "/release start --version=1.1.0 --from=develop --to=main");
  expect(refused).toMatchObject({ succeeded: true, jobs: { command: "success" } });
  expect(Object.keys(refused.jobs)).not.toContain("initiated");
  expect((await comments(opened, issue.number)).join("\n")).toContain("marcus may not start a release");

  const line = "/release start --version=1.1.0 --from=develop --to=main";
  const run = await withAisha(opened, () => say(opened, "sarah", issue.number, line));
  expect(run).toMatchObject({
    succeeded: true,
    jobs: { command: "success", initiated: "success", completed: "success" },
  });
  const { record } = await recordOf(opened, "v1.1.0");
  expect([record.state, record.plan.initiatedBy]).toEqual(["completed", "sarah"]);
  const answers = (await comments(opened, issue.number)).filter((body) => body.includes("release-command answer"));
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain("v1.1.0 is started");
});
