import { expect, it } from "@jest/globals";

import { askFor, retryRelease, watchJob } from "#stages";

import { foundCompany, impatient, type Company, type Setting } from "./company.ts";
import { approved, read, resume, standard, start, workplaceIn } from "./drivers.ts";

const reviewed: readonly Setting[] = [[["changelog", "review"], true]];

async function edited(company: Company, edit: (text: string) => string): Promise<string> {
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "release/1.1.0");
  const text = await company.git("sarah", company.home, "show", "FETCH_HEAD:CHANGELOG.md");
  return company.push("release/1.1.0", "docs: the changelog in words for people", { "CHANGELOG.md": edit(text) });
}

it("people edit the changelog on the release branch before anything is tested, and exactly that is gated and released", async () => {
  const company = await foundCompany({ settings: reviewed });
  expect(await start(company, {}, standard)).toEqual({ id: "v1.1.0", end: "suspended" });
  const waiting = await read(company, "v1.1.0");
  expect(waiting.record.state).toBe("initiated");
  expect(waiting.record.suspended).toMatchObject({
    waitsFor: "changelog",
    reason: "read CHANGELOG.md on release/1.1.0, edit and push it there, then go on",
    command: "release resume v1.1.0",
  });
  expect((await company.refs()).get("release/1.1.0")).toBe(waiting.record.branchHead);

  const [sighting] = await watchJob(await workplaceIn(company));
  expect(sighting).toMatchObject({ did: "left" });

  const tip = await edited(company, (text) =>
    text.replace(/(## .*1\.1\.0.*\n)/, "$1\nThe release that everybody waited for.\n"),
  );
  expect(await approved(company, () => resume(company, "v1.1.0"))).toMatchObject({ end: "completed" });

  const { record, facts } = await read(company, "v1.1.0");
  expect(new Set(facts.flatMap((fact) => (fact.type === "gate-finished" ? [fact.sha] : [])))).toEqual(new Set([tip]));
  expect(record.changelog).toContain("The release that everybody waited for.");
  expect(record.changelog).not.toContain("1.0.0\n");
  expect(record.warnings).toEqual([]);
  const notes = (await company.api("sarah", "GET", "releases/tags/v1.1.0")) as { readonly body: string };
  expect(notes.body).toContain("The release that everybody waited for.");
});

it("a branch that lost its section, or that is gone, is waited for again; other changes on it are told", async () => {
  const company = await foundCompany({ settings: [...reviewed, [["review", "wait"], "0s"]] });
  await start(company, {}, standard);
  const ours = (await company.refs()).get("release/1.1.0") ?? "";
  await edited(company, () => "# Changelog\n");
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  expect((await read(company, "v1.1.0")).record.suspended?.reason).toContain("says nothing about 1.1.0");

  await company.git("bot", company.home, "push", "--quiet", "origin", ":release/1.1.0");
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  expect((await read(company, "v1.1.0")).record.suspended?.reason).toContain("release/1.1.0 is gone");

  await company.git("bot", company.home, "push", "--quiet", "origin", `${ours}:refs/heads/release/1.1.0`);
  await company.push("release/1.1.0", "docs: read me", { "NOTES.txt": "more\n" });
  await resume(company, "v1.1.0");
  const { record } = await read(company, "v1.1.0");
  expect(record.state).toBe("review");
  expect(record.warnings[0]).toContain(
    "release/1.1.0 has more than its changelog changed since it was made: NOTES.txt",
  );
});

it("a death before the wait is not taken for people's consent", async () => {
  const company = await foundCompany({ settings: reviewed });
  const stop = new AbortController();
  const hooks = {
    onEffect: async (phase: "before" | "after", name: string) => {
      if (phase !== "after" || !name.endsWith("/prepare-branch")) return;
      stop.abort(new Error("the machine is gone"));
      throw stop.signal.reason;
    },
  };
  await expect(start(company, { hooks, signal: stop.signal }, standard)).rejects.toThrow();
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  expect((await read(company, "v1.1.0")).record.suspended).toMatchObject({ waitsFor: "changelog" });
});

/** A release whose changelog people edited, and which they then ended. */
async function editedAndAborted(company: Company): Promise<void> {
  await start(company, {}, standard);
  await edited(company, (text) => text.replace(/(## .*1\.1\.0.*\n)/, "$1\nThe release that everybody waited for.\n"));
  const workplace = await workplaceIn(company);
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  await askFor(workplace, "v1.1.0", { kind: "abort", id: "abort-1", reason: "not today" });
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "failed" });
}

const again = async (company: Company) => retryRelease(await workplaceIn(company), { id: "v1.1.0" }, () => undefined);
const onBranch = async (company: Company) => {
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "release/1.1.0");
  return company.git("sarah", company.home, "show", "FETCH_HEAD:CHANGELOG.md");
};

it.each<[string, (company: Company) => Promise<unknown>, readonly string[], RegExp]>([
  [
    "the same commits",
    async () => undefined,
    ["everybody waited for"],
    /^The changelog is as people had edited it in v1\.1\.0$/,
  ],
  [
    "one commit more",
    (company) => company.push("develop", "feat: say goodbye", { "bye.txt": "bye\n" }),
    ["everybody waited for", "say goodbye"],
    /; entries of 1 commit\(s\) since then were added to it$/,
  ],
])("a retry with %s keeps what people wrote, and asks them again", async (_, act, kept, said) => {
  const company = await foundCompany({ settings: [...reviewed, ...impatient] });
  await editedAndAborted(company);
  await act(company);

  expect(await again(company)).toEqual({ id: "v1.1.0_2", end: "suspended" });

  const text = await onBranch(company);
  for (const words of kept) expect(text).toContain(words);
  const { record } = await read(company, "v1.1.0_2");
  expect(record.suspended?.waitsFor).toBe("changelog");
  expect(record.warnings).toContainEqual(expect.stringMatching(said));
});

it("a retry without a commit of the attempt before makes the changelog anew, and says so", async () => {
  const company = await foundCompany({ settings: [...reviewed, ...impatient] });
  const before = (await company.refs()).get("develop") ?? "";
  await company.push("develop", "feat: say too much", { "much.txt": "much\n" });
  await editedAndAborted(company);
  await company.git("bot", company.home, "push", "--quiet", "--force", "origin", `${before}:refs/heads/develop`);

  expect(await again(company)).toMatchObject({ end: "suspended" });

  const text = await onBranch(company);
  expect(text).not.toContain("everybody waited for");
  expect(text).not.toContain("say too much");
  expect((await read(company, "v1.1.0_2")).record.warnings).toContainEqual(
    "The changelog that people had edited in v1.1.0 is made anew: its commits are not all in this release",
  );
});

it("what people wrote outlasts a base that moved, and a branch of another origin is not taken", async () => {
  const company = await foundCompany({ settings: [...reviewed, ...impatient] });
  await start(company, {}, standard);
  const ours = (await company.refs()).get("release/1.1.0") ?? "";
  await company.git(
    "bot",
    company.home,
    "push",
    "--quiet",
    "--force",
    "origin",
    "v1.0.0^{commit}:refs/heads/release/1.1.0",
  );
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  expect((await read(company, "v1.1.0")).record.suspended?.reason).toContain("does not descend from develop any more");
  await company.git("bot", company.home, "push", "--quiet", "--force", "origin", `${ours}:refs/heads/release/1.1.0`);

  await edited(company, (text) => text.replace(/(## .*1\.1\.0.*\n)/, "$1\nThe release that everybody waited for.\n"));
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  await company.govern({ mergeMethods: ["squash"] });
  await company.push("main", "docs: whom to call", { "docs/operations.md": "Call Ines.\n" });
  const { number = 0 } = (await company.world.findOpen()) ?? {};
  await company.world.review("aisha", number, "APPROVE");
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });

  const { record } = await read(company, "v1.1.0");
  expect(record.visits.filter(({ state }) => state === "quality_gates")).toHaveLength(2);
  expect(record.changelog).toContain("everybody waited for");
  expect(await onBranch(company)).toContain("everybody waited for");
});
