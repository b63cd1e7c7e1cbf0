import { expect, it } from "@jest/globals";

import type { Role } from "#machine";

import { findAsked } from "../../actions/command/asked.ts";
import { replyTo, type Reply } from "../../actions/command/reply.ts";
import { decree, foundCompany, type Company, type Setting } from "../releases/company.ts";
import { start } from "../releases/drivers.ts";
import { machineAt, type Artifacts } from "./actions.ts";
import { hireRunners, jobsOn, type Runners } from "./runners.ts";
import { runRelease } from "./workflow.ts";

const nobody = ["@nobody-at-all"];
const lists = { technicalLead: nobody, qa: nobody, developer: nobody };

/** A release that failed at a gate, which is mended now, in a company where only Marcus has `role`. */
async function failedAt(gate: string, role: Role): Promise<Company> {
  const red: Setting = [
    ["gates", gate, "command"],
    `test -f mended.txt && ${gate === "unit" ? "sh mended.sh" : "true"}`,
  ];
  const company = await foundCompany({ settings: [red] });
  await company.govern({ protection: {} });
  expect(await start(company)).toMatchObject({ end: "failed" });
  await decree(company, [[["roles"], { releaseManager: ["maintain"], ...lists, [role]: ["@marcus"] }]]);
  await company.push("develop", "fix: what failed", {
    "mended.txt": "yes\n",
    "mended.sh": "mkdir -p reports && cp checks/unit.xml reports/ && cp checks/coverage.lcov reports/unit.lcov\n",
  });
  return company;
}

/** Machines of a run that a person started, as GitHub names them. */
function runnersOf({ world }: Company, person: string): Runners {
  const { machine } = hireRunners(world);
  const said = { GITHUB_ACTIONS: "true", GITHUB_ACTOR: person, GITHUB_TRIGGERING_ACTOR: person };
  return {
    world,
    machine: (env, ...rest) => machine({ ...env, ...said, GITHUB_TOKEN: world.tokens.bot }, ...rest),
  };
}

async function comment(company: Company, person: "sarah" | "marcus" | "ines", body: string): Promise<Reply> {
  const { number } = (await company.api("sarah", "POST", "issues", { title: "Release" })) as {
    readonly number: number;
  };
  const { id } = (await company.api(person, "POST", `issues/${number}/comments`, { body })) as { readonly id: number };
  const asked = findAsked({ action: "created", comment: { id, body } });
  if (asked === undefined) throw new Error("it asks for nothing");
  return replyTo(await runnersOf(company, person).machine({ GITHUB_RUN_ID: "8001" }), asked);
}

it.each<[string, Role, string]>([
  ["integration", "technicalLead", "retry a release whose integration tests failed"],
  ["e2e", "qa", "retry a release whose end-to-end tests failed"],
  ["e2e", "developer", "retry a release whose end-to-end tests failed"],
  ["security", "releaseManager", "retry a release"],
])(
  "a retry after %s is confirmed in a comment by %s and by nobody else",
  async (gate, role, text) => {
    const company = await failedAt(gate, role);

    expect(await comment(company, "ines", "/release retry v1.1.0")).toMatchObject({
      kind: "refused",
      fault: { code: "permission", message: expect.stringContaining(`ines may not ${text}: `) },
    });
    expect(await comment(company, "marcus", "/release retry v1.1.0")).toMatchObject({
      kind: "done",
      done: {
        text: expect.stringContaining("v1.1.0&#95;2 begins"),
        next: { inputs: { command: "retry", override: "" } },
      },
    });
  },
  60_000,
);

it("what a developer confirmed in a comment goes its whole way in the run that follows, and an override takes more", async () => {
  const company = await failedAt("unit", "developer");
  const wanted = '/release retry v1.1.0 --override="unit: flaky runner, INC-7"';

  expect(await comment(company, "marcus", wanted)).toMatchObject({
    kind: "refused",
    fault: { code: "permission", message: expect.stringContaining("marcus may not override a gate") },
  });
  expect(await comment(company, "sarah", "/release retry v1.1.0")).toMatchObject({ kind: "refused" });
  const reply = await comment(company, "marcus", "/release retry v1.1.0");
  if (reply.kind !== "done" || reply.done.next === undefined) throw new Error("it was refused");

  const artifacts: Artifacts = new Map();
  const place = { runners: runnersOf(company, "marcus"), runId: "8001", artifacts, onMoment: () => Promise.resolve() };
  const machine = () => Promise.resolve(machineAt(place));
  const host = { github: { sha: "develop", token: company.world.tokens.sarah }, machine };
  const ended = await runRelease(host, reply.done.next.inputs);

  expect(ended.get("production")?.outputs).toMatchObject({ outcome: "completed" });
  const { record } = await jobsOn(hireRunners(company.world)).record("v1.1.0_2");
  expect(record.plan.retry).toMatchObject({ gate: "unit", confirmedBy: "marcus", confirmedAs: "developer" });
}, 120_000);

it("an admin's override in a comment reaches the run word for word", async () => {
  const company = await failedAt("unit", "developer");
  await company.govern({ users: { sarah: "admin", marcus: "write", "release-bot": "admin" }, protection: {} });
  await decree(company, [[["roles", "developer"], ["admin"]]]);

  const reply = await comment(
    company,
    "sarah",
    '/release retry v1.1.0 --override="unit: it’s `flaky`, ::error::" --override="e2e: browsers"',
  );

  expect(reply).toMatchObject({
    done: { next: { inputs: { override: "unit: it’s `flaky`, ::error::\ne2e: browsers" } } },
  });
}, 60_000);
