import { expect, it } from "@jest/globals";

import { foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, read, resume, resumeUntil, start } from "./drivers.ts";

interface Comment {
  readonly body: string;
}

async function issue(company: Company): Promise<number> {
  const made = await company.api("sarah", "POST", "issues", { title: "When is 1.1.0?" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stand-in's answers are judged by GitHub's schema
  return (made as { readonly number: number }).number;
}

async function followers(company: Company, page: number): Promise<readonly string[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const all = (await company.api("sarah", "GET", `issues/${page}/comments`)) as readonly Comment[];
  return all.map(({ body }) => body).filter((body) => body.startsWith("<!-- release-command v1.1.0 -->"));
}

it("the page where a release was asked for and its pull request each have one comment, which ends as it does", async () => {
  const company = await foundCompany();
  const page = await issue(company);

  const { end } = await approved(company, () => start(company, { page }));

  expect(end).toBe("completed");
  const { record } = await read(company, "v1.1.0");
  expect(record.pages).toEqual([page]);
  const [[onIssue, ...more], [onPull, ...others]] = [
    await followers(company, page),
    await followers(company, record.pullRequest?.number ?? 0),
  ];
  expect([more, others]).toEqual([[], []]);
  expect(onPull).toBe(onIssue);
  expect(onIssue).toMatch(/### v1\.1\.0: .*\(100 %\)/);
  expect(onIssue).toContain("- production: v1.1.0 100 %");
  expect(onIssue).toContain("| unit | ✅ passed |");
  expect(onIssue).not.toContain("/release abort");
  const { calls } = await company.admin.report();
  const comments = ["issues/list-comments", "issues/create-comment", "issues/update-comment", "issues/delete-comment"];
  // Two of them are this test's own.
  expect(comments.reduce((sum, name) => sum + (calls[name] ?? 0), 0)).toBeLessThanOrEqual(30);
}, 120_000);

it("a host that takes no comments stops nothing; a comment that a death left behind is brought up to date", async () => {
  const company = await foundCompany();
  const page = await issue(company);
  const refused = { match: { path: "/comments" }, action: { status: 403 } };
  await company.admin.fault(refused);
  const stop = new AbortController();
  const died = approved(company, () =>
    start(company, {
      page,
      signal: stop.signal,
      hooks: beforeStep("staging-prepare", async () => stop.abort(new Error("died"))),
    }),
  );
  await died.catch(() => undefined);
  expect((await read(company, "v1.1.0")).record).toMatchObject({ state: "staging", pages: [page] });
  expect(await followersUnfaulted(company, page)).toEqual([]);

  await resumeUntil(company, "v1.1.0", "production: v1.1.0 is starting");
  expect(await followers(company, page)).toEqual([expect.stringMatching(/### v1\.1\.0/)]);
  await resume(company, "v1.1.0");

  expect(await followers(company, page)).toEqual([expect.stringContaining("(100 %)")]);
}, 120_000);

async function followersUnfaulted(company: Company, page: number): Promise<readonly string[]> {
  await company.admin.clearFaults();
  return followers(company, page);
}
