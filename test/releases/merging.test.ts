import { expect, it } from "@jest/globals";

import { foundCompany, impatient, type Company, type Setting } from "./company.ts";
import { read, resume, resumeUntil, start } from "./drivers.ts";

const deploying = "staging: v1.1.0 is starting";
const id = "v1.1.0";

/** A release that waits for its approval in a company with these settings. */
async function waiting(settings: readonly Setting[] = [], before?: (company: Company) => Promise<unknown>) {
  const company = await foundCompany({ settings: [...impatient, ...settings] });
  await before?.(company);
  expect(await start(company)).toEqual({ id, end: "suspended" });
  const pull = await company.world.findOpen();
  if (pull === undefined) throw new Error("no pull request is open");
  return { company, number: pull.number, head: pull.headSha };
}

async function reasonOf(company: Company): Promise<string | undefined> {
  return (await read(company, id)).record.suspended?.reason;
}

it("where only squashes are allowed, a base that moved is merged into the branch and gated before anything is merged", async () => {
  const { company, number, head } = await waiting();
  await company.govern({ mergeMethods: ["squash"] });
  await company.push("main", "feat: whom to call", { "docs/operations.md": "Call Ines.\n" });
  const elsewhere = await company.clone("elsewhere");
  await company.world.review("aisha", number, "APPROVE");

  // The driver ends when the branch is pushed; another machine, which has never seen the old head alone, goes on.
  await resumeUntil(company, id, "release/1.1.0 has it now");
  expect(await resume(company, id, { cwd: elsewhere })).toEqual({ id, end: "suspended" });
  expect(await reasonOf(company)).toContain("1 more approval");
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);

  await company.world.review("aisha", number, "APPROVE");
  await resumeUntil(company, id, deploying);

  const { record, facts } = await read(company, id);
  const gated = facts.flatMap((fact) => (fact.type === "gate-finished" ? [fact.sha] : []));
  expect(new Set(gated).size).toBe(2);
  expect(gated[0]).toBe(head);
  expect(record.merge?.gated).toBe("same-tree");
  expect((await company.refs()).get(id)).toBe(record.merge?.sha);
  expect(record.changelog).toContain("whom to call");
});

it("a merge queue merges the release, after it was queued again when the queue had thrown it out", async () => {
  const { company, number } = await waiting();
  const queued = { owner: "acme", name: "shop", number };
  await company.govern({
    protection: { main: { requiredApprovals: 1, mergeQueue: "merge", bypass: ["release-bot"] } },
  });
  await company.world.review("aisha", number, "APPROVE");

  expect(await resume(company, id)).toEqual({ id, end: "suspended" });
  expect(await reasonOf(company)).toBe("the pull request waits in the merge queue");
  await company.admin.mergeQueue({ ...queued, outcome: "removed" });
  expect(await resume(company, id)).toEqual({ id, end: "suspended" });
  await company.admin.mergeQueue({ ...queued, outcome: "merged" });
  await resumeUntil(company, id, deploying);

  const { record } = await read(company, id);
  expect(record.merge?.gated).toBe("same-tree");
  expect((await company.refs()).get(id)).toBe(record.merge?.sha);
});

it("asks the owners of what changed, and only the word of one of them counts", async () => {
  const { company, number } = await waiting([], async (its) => {
    await its.govern({ teams: { leads: ["marcus"] }, protection: {} });
    await its.push("main", "ci: owners", { ".github/CODEOWNERS": "* @ines\n/CHANGELOG.md @acme/leads\n[x] @aisha\n" });
  });
  const asked = (await company.api("sarah", "GET", `pulls/${number}`)) as Asked;
  expect(asked.requested_teams.map(({ slug }) => slug)).toEqual(["leads"]);
  expect(asked.requested_reviewers.map(({ login }) => login)).toEqual(["ines"]);

  await company.world.review("aisha", number, "APPROVE");
  expect(await resume(company, id)).toEqual({ id, end: "suspended" });
  expect(await reasonOf(company)).toMatch(/needs the approval of .*@acme\/leads/);

  await company.world.review("marcus", number, "APPROVE");
  await resumeUntil(company, id, deploying);
  const { record } = await read(company, id);
  expect(record.approval?.by).toEqual(["aisha", "marcus"]);
  expect(record.warnings).toContainEqual(expect.stringContaining("CODEOWNERS: line 3"));
});

interface Asked {
  readonly requested_reviewers: readonly { readonly login: string }[];
  readonly requested_teams: readonly { readonly slug: string }[];
}

it("a merge that the host refuses waits for people, and does not end the release", async () => {
  const { company, number } = await waiting();
  await company.world.review("aisha", number, "APPROVE");
  await company.admin.fault({
    match: { method: "PUT", path: "/merge$" },
    action: { status: 405, body: { message: "Required deployments have not succeeded" } },
    applied: "before",
  });

  expect(await resume(company, id)).toEqual({ id, end: "suspended" });
  expect(await reasonOf(company)).toContain("Required deployments have not succeeded");

  await company.admin.clearFaults();
  await resumeUntil(company, id, deploying);
});
