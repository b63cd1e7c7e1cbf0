import { expect, it } from "@jest/globals";

import { foundCompany, impatient, type Company } from "./company.ts";
import { read, resume, start } from "./drivers.ts";

/** A feature branch that a person merged into `develop` by a pull request, which somebody else approved or not. */
async function mergedChange(company: Company, approver: "aisha" | undefined): Promise<number> {
  const branch = "feature/menu";
  const { home, git } = company;
  await git("marcus", home, "push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
  await company.push(branch, "feat: a menu", { "docs/menu.md": "The menu.\n" });
  const wanted = { title: "feat: a menu", head: branch, base: "develop" };
  const { number } = (await company.api("marcus", "POST", "pulls", wanted)) as { readonly number: number };
  if (approver !== undefined) await company.world.review(approver, number, "APPROVE");
  await company.world.merge("marcus", number);
  await git("sarah", home, "pull", "--quiet", "origin", "develop");
  return number;
}

async function categories(company: Company, id = "v1.1.0") {
  const metrics = (await read(company, id)).record.gates.get("dod")?.metrics;
  return metrics?.gate === "dod" ? metrics.categories : [];
}

const issue = (company: Company) =>
  company.api("ines", "POST", "issues", { title: "loses orders", labels: ["release-blocker"] });

it("a change that nobody approved fails the gate, and an approval after its merge mends it", async () => {
  const company = await foundCompany({ settings: impatient });
  const number = await mergedChange(company, undefined);

  expect(await start(company)).toMatchObject({ end: "failed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.failure).toMatchObject({ failedGate: "dod" });
  expect(await categories(company)).toContainEqual(
    expect.objectContaining({ name: "code review", evidence: expect.stringContaining(`#${number}`) }),
  );
});

it("an open issue that blocks fails the gate, and names it", async () => {
  const company = await foundCompany({ settings: impatient });
  await issue(company);

  expect(await start(company)).toMatchObject({ end: "failed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.failure?.failureReason).toContain("open blockers");
});

it("what was pending at the gate and turns red keeps the release in its review until it is green", async () => {
  const company = await foundCompany({ settings: impatient });
  const sha = (await company.refs()).get("develop") ?? "";
  const report = (state: string) => company.api("marcus", "POST", `statuses/${sha}`, { state, context: "ci" });
  await report("pending");
  expect(await start(company)).toMatchObject({ end: "suspended" });
  expect(await categories(company)).toContainEqual(
    expect.objectContaining({ name: "CI status", status: "provisional", evidence: expect.stringContaining("ci") }),
  );
  const pull = await company.world.findOpen();
  await company.world.review("aisha", pull?.number ?? 0, "APPROVE");
  await report("failure");

  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  const { record } = await read(company, "v1.1.0");
  expect(record.suspended?.reason).toContain("CI checks failed: ci (failure)");
  expect(record.assertion?.status).toBe("failed");
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);

  await report("success");
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "completed" });
  expect((await read(company, "v1.1.0")).record.assertion).toMatchObject({ status: "passed" });
});

it("a person's merge of what is not proved does not bring it to staging", async () => {
  const company = await foundCompany({ settings: impatient });
  const sha = (await company.refs()).get("develop") ?? "";
  const report = (state: string) => company.api("marcus", "POST", `statuses/${sha}`, { state, context: "ci" });
  await report("pending");
  expect(await start(company)).toMatchObject({ end: "suspended" });
  const pull = await company.world.findOpen();
  await company.world.review("aisha", pull?.number ?? 0, "APPROVE");
  await company.world.merge("marcus", pull?.number ?? 0);

  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  const { record } = await read(company, "v1.1.0");
  expect(record.state).toBe("review");
  expect((await company.refs()).has("v1.1.0")).toBe(false);
});
