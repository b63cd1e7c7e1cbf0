import { expect, it } from "@jest/globals";

import { foundCompany, impatient, type Company } from "./company.ts";
import { beforeStep, hurried, read, resume, start, type DriverOptions } from "./drivers.ts";

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

/** Each question of GraphQL goes to an address with its name, so that one of them can go wrong. */
const named: NonNullable<DriverOptions["fetch"]> = async (input, init) => {
  const place = typeof input === "string" ? input : "href" in input ? input.href : input.url;
  if (!place.endsWith("/graphql")) return fetch(input, init);
  const asked = /"query (\w+)\(/.exec(await new Response(init?.body ?? null).text())?.[1];
  return fetch(`${place}?ask=${asked}`, init);
};

it.each([
  ["Changes", 500, "code review", "GitHub said 500"],
  ["Ci", 403, "CI status", "GitHub said 403"],
  ["Blocking", 429, "open blockers", "too many requests"],
])(
  "what GitHub does not tell (%s: %d) is never proved: the release waits until it is told",
  async (ask, status, name, said) => {
    const company = await foundCompany({ settings: impatient });
    const options: DriverOptions = { fetch: named, clock: hurried };
    const headers = status === 429 ? { "retry-after": "3" } : {};
    await company.admin.fault({ match: { path: `/graphql\\?ask=${ask}$` }, action: { status, headers } });

    expect(await start(company, options)).toMatchObject({ end: "suspended" });
    const seen = (await categories(company)).find((category) => category.name === name);
    expect(seen).toMatchObject({ status: "provisional", evidence: expect.stringContaining(said) });
    const pull = await company.world.findOpen();
    await company.world.review("aisha", pull?.number ?? 0, "APPROVE");

    expect(await resume(company, "v1.1.0", options)).toMatchObject({ end: "suspended" });
    const { record } = await read(company, "v1.1.0");
    expect(record.suspended?.reason).toContain(`${name}: `);
    expect(record.suspended?.reason).toContain(said);
    expect(record.assertion?.status).toBe("failed");
    expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);

    await company.admin.clearFaults();
    expect(await resume(company, "v1.1.0", options)).toMatchObject({ end: "completed" });
  },
  60_000,
);

it("killed between assertion and merge, it looks again and merges nothing that turned red since", async () => {
  const company = await foundCompany({ settings: impatient });
  const sha = (await company.refs()).get("develop") ?? "";
  const report = (state: string) => company.api("marcus", "POST", `statuses/${sha}`, { state, context: "ci" });
  await report("pending");
  expect(await start(company)).toMatchObject({ end: "suspended" });
  const pull = await company.world.findOpen();
  await company.world.review("aisha", pull?.number ?? 0, "APPROVE");
  await report("success");
  const stop = new AbortController();
  const hooks = beforeStep("merge", async () => {
    stop.abort(new Error("killed"));
    throw stop.signal.reason;
  });

  await expect(resume(company, "v1.1.0", { hooks, signal: stop.signal })).rejects.toThrow("killed");
  expect((await read(company, "v1.1.0")).record.assertion?.status).toBe("passed");
  await report("failure");

  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  const { record } = await read(company, "v1.1.0");
  expect(record.assertion?.status).toBe("failed");
  expect((await company.pulls()).map(({ isMerged }) => isMerged)).toEqual([false]);
  await report("success");
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "completed" });
}, 60_000);
