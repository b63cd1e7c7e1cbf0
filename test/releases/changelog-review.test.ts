import { expect, it } from "@jest/globals";

import { watchJob } from "#stages";

import { foundCompany, type Company, type Setting } from "./company.ts";
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
