import { afterEach, beforeEach, expect, it } from "@jest/globals";

import type { Driver } from "#journal";
import type { FactBody } from "#machine";
import { noteRootCause, rollBackRelease, startRelease } from "#stages";

import { openReceiver, type Receiver } from "../notify/receiver.ts";
import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, resume, standard, start, workplaceIn } from "./drivers.ts";

let chat: Receiver;

beforeEach(async () => {
  chat = await openReceiver();
});
afterEach(async () => chat.close());

const env = () => ({ CHAT_URL: `${chat.url}/hook` });
const channels = (): Setting => [["notify"], { channels: [{ name: "chat", kind: "webhook", urlFrom: "CHAT_URL" }] }];

/** A fact as a later version, or a defect of ours, may have written it: the report cannot read it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that it is none is what the test is about
const unreadable = { type: "backported", into: 7, via: "merge", reason: "r" } as unknown as FactBody;

async function fileOf(company: Company, path: string, branch = "release-journal"): Promise<string> {
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", branch);
  return company.git("sarah", company.home, "show", `FETCH_HEAD:${path}`);
}

it("goes on where the report cannot be written: people, archive and release page get the raw record, and a warning says so", async () => {
  const company = await foundCompany({ settings: [channels()] });
  let driver: Driver | undefined;
  const hooks = beforeStep("github-release", async () => driver?.observe(unreadable));
  const workplace = await workplaceIn(company, { env: env(), hooks });

  const end = await approved(company, () =>
    startRelease(workplace, standard, (opened) => {
      driver = opened;
    }),
  );

  expect(end).toEqual({ id: "v1.1.0", end: "completed" });
  const { record, facts } = await read(company, "v1.1.0");
  expect(facts.filter(({ type }) => type === "report-failed")).toHaveLength(1);
  expect(record.warnings.join()).toMatch(/The report could not be written: .*releases\/v1\.1\.0\.jsonl/);
  const archived = await fileOf(company, "docs/releases/v1.1.0.md");
  expect(archived).toContain("# Release v1.1.0: the raw record");
  expect(archived.split("\n").filter((line) => line.startsWith("    {"))).toHaveLength(facts.length);
  expect(await assetsOf(company)).toMatchObject([{ name: "release-report-v1.1.0.md", state: "uploaded" }]);
  const told = chat.received.filter(({ body }) => body["type"] === "release.report-failed");
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain("gate-finished");
  expect(told[0]?.text).toContain("/blob/release-journal/releases/v1.1.0.jsonl");
});

it("where nobody is to be notified the release goes on all the same, and says so", async () => {
  const company = await foundCompany();
  let driver: Driver | undefined;
  const hooks = beforeStep("github-release", async () => driver?.observe(unreadable));
  const said: string[] = [];
  const workplace = await workplaceIn(company, { hooks, say: (text) => said.push(text) });

  await approved(company, () =>
    startRelease(workplace, standard, (opened) => {
      driver = opened;
    }),
  );

  expect(await assetsOf(company)).toMatchObject([{ name: "release-report-v1.1.0.md", state: "uploaded" }]);
  expect(said.join("\n")).toContain("the report could not be written");
});

it("a cause that was noted before a death is brought into the files by saying it again", async () => {
  const company = await foundCompany({ fault: "production-errors" });
  await company.govern({ protection: {} });
  await approved(company, () => start(company));
  const workplace = await workplaceIn(company);
  const note = { id: "root-cause v1.1.0 1", release: "v1.1.0", kind: "root-cause", text: "a leak" } as const;
  await workplace.journal.note(note);

  await noteRootCause(await workplaceIn(company), { id: "1.1.0", text: "a leak" });
  await noteRootCause(await workplaceIn(company), { id: "1.1.0", text: "a leak" });

  expect(await workplace.journal.notes()).toHaveLength(1);
  expect(await fileOf(company, "docs/releases/v1.1.0.md", "main")).toContain("| Root cause | a leak (sarah, ");
});

it("the report of a rollback is attached to the release page of the version that went back, once", async () => {
  const company = await foundCompany();
  await approved(company, () => start(company));
  const wanted = { from: "v1.1.0", reason: "orders fail", requestId: "r1" };
  const hooks = {
    onEffect: async (phase: string, step: string) => {
      if (phase === "after" && step.endsWith("/attach-report")) throw new Error("the machine is gone");
    },
  };
  await rollBackRelease(await workplaceIn(company, { hooks }), wanted, () => undefined).catch(() => undefined);
  expect((await read(company, "v1.1.0-rollback")).live).toBe(true);

  expect(await resume(company, "v1.1.0-rollback")).toMatchObject({ end: "rolled_back" });

  const attached = ["release-report-v1.1.0.md", "release-report-v1.1.0-rollback.md"];
  expect(await assetsOf(company)).toMatchObject(attached.map((name) => ({ name, state: "uploaded" })));
  const row = "| Root cause | not known yet";
  expect(await fileOf(company, "docs/releases/v1.1.0-rollback.md")).toContain(row);
});

it.each([
  ["never", 0],
  ["pull-request", 1],
])("records.publish: %s brings the records to the target branch by nothing else", async (publish, pulls) => {
  const company = await foundCompany({ settings: [[["records"], { publish }]] });
  await company.govern({ protection: {} });

  await approved(company, () => start(company));

  const standing = (await company.pulls()).filter(({ head }) => head === "release-command/records");
  expect(standing).toHaveLength(pulls);
  await expect(fileOf(company, "docs/releases/v1.1.0.md", "main")).rejects.toThrow("docs/releases");
  expect(await fileOf(company, "docs/releases/v1.1.0.md")).toContain("# Release v1.1.0: completed");
});

it("records reach a branch that moves at the very moment by commit, not by a pull request", async () => {
  const company = await foundCompany();
  await company.govern({ protection: {} });
  await approved(company, () => start(company));
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  let pushed = 0;
  const act = async (): Promise<unknown> => company.push("main", `chore: ${(pushed += 1)}`, { "other.txt": "x" });
  await company.push("main", "docs: somebody deletes the report", { "docs/releases/v1.1.0.md": "gone\n" });

  await resume(company, "v1.1.0", { rival: { branch: "main", act } });

  expect(pushed).toBe(1);
  expect(await fileOf(company, "docs/releases/v1.1.0.md", "main")).toContain("# Release v1.1.0: completed");
  expect((await company.pulls()).map(({ head }) => head)).not.toContain("release-command/records");
});

it("a cause of what went well, or none at all, is refused", async () => {
  const company = await foundCompany();
  await approved(company, () => start(company));
  const workplace = await workplaceIn(company);

  await expect(noteRootCause(workplace, { id: "v1.1.0", text: "x" })).rejects.toThrow("v1.1.0 did not fail");
  await expect(noteRootCause(workplace, { id: "v1.1.0", text: " " })).rejects.toThrow("1 to 1000 characters, not 0");
  await expect(noteRootCause(workplace, { id: "v9.9.9", text: "x" })).rejects.toThrow("There is no release v9.9.9");
  expect(await workplace.journal.notes()).toEqual([]);
});

it("keeps the root cause that a person writes down, in the archive and on the target branch; the last one counts", async () => {
  const company = await foundCompany({ fault: "production-errors" });
  await company.govern({ protection: {} });
  await approved(company, () => start(company));
  expect(await fileOf(company, "docs/releases/v1.1.0.md")).toContain("not known yet; write it down");

  const workplace = await workplaceIn(company);
  await noteRootCause(workplace, { id: "v1.1.0", text: "pool of 5 | connections" });
  await noteRootCause(workplace, { id: "v1.1.0", text: "pool of 50 | connections, INC-7" });

  const row = /^\| Root cause \| pool of 50 \\\| connections, INC-7 \(sarah, .* UTC\) \|$/m;
  expect(await fileOf(company, "docs/releases/v1.1.0.md")).toMatch(row);
  expect(await fileOf(company, "docs/releases/v1.1.0.md", "main")).toMatch(row);
  expect((await read(company, "v1.1.0")).record.state).toBe("rolled_back");
});

async function assetsOf(company: Company): Promise<readonly unknown[]> {
  const release = (await company.api("sarah", "GET", "releases/tags/v1.1.0")) as {
    readonly assets: readonly unknown[];
  };
  return release.assets;
}
