import { expect, it } from "@jest/globals";
import { mkdir } from "node:fs/promises";
import path from "node:path";

import { planRelease } from "#stages";

import { foundCompany, type Company } from "./company.ts";
import { workplaceIn } from "./drivers.ts";

/** A line of stock git after `git`; `commit X` is an empty commit of that subject. */
type History = readonly string[];

const released: History = ["switch --quiet -c main", "commit feat: the shop", "tag v1.0.0"];

interface Case {
  readonly history: History;
  readonly plan: { readonly baseBranch: string; readonly targetBranch: string; readonly releaseVersion: string };
  readonly why: string;
}

const cases: Readonly<Record<string, Case>> = {
  "git-flow": {
    history: [...released, "switch --quiet -c develop", "commit feat: a basket", "commit fix: its sum"],
    plan: { baseBranch: "develop", targetBranch: "main", releaseVersion: "1.1.0" },
    why: "develop contains the last release and 2 commits after it",
  },
  "git-flow after a hotfix that was merged back": {
    history: [
      ...released,
      "switch --quiet -c develop",
      "commit feat: a basket",
      "switch --quiet -c hotfix/1.0.1 v1.0.0",
      "commit fix: the sum",
      "switch --quiet main",
      "merge --quiet --no-ff -m merged hotfix/1.0.1",
      "tag v1.0.1",
      "switch --quiet develop",
      "merge --quiet --no-ff -m merged main",
      "branch --quiet -D hotfix/1.0.1",
    ],
    plan: { baseBranch: "develop", targetBranch: "main", releaseVersion: "1.1.0" },
    why: "develop contains the last release and 2 commits after it",
  },
  "trunk-based": {
    history: [...released, "commit fix: the sum", "commit feat: a basket"],
    plan: { baseBranch: "main", targetBranch: "main", releaseVersion: "1.1.0" },
    why: "there is no branch develop",
  },
  "GitHub Flow, merged and squashed, with work under way": {
    history: [
      ...released,
      "switch --quiet -c basket",
      "commit feat: a basket",
      "switch --quiet main",
      "merge --quiet --no-ff -m merged basket",
      "commit feat!: orders by post (#12)",
      "switch --quiet -c under-way",
      "commit feat: not yet",
      "switch --quiet main",
    ],
    plan: { baseBranch: "main", targetBranch: "main", releaseVersion: "2.0.0" },
    why: "there is no branch develop",
  },
  "a develop that the last release left behind": {
    history: [
      ...released,
      "switch --quiet -c develop",
      "commit feat: never finished",
      "switch --quiet main",
      "commit fix: the sum",
      "tag v1.0.1",
      "commit fix: the tax",
    ],
    plan: { baseBranch: "main", targetBranch: "main", releaseVersion: "1.0.2" },
    why: "develop does not contain the last release",
  },
  "a develop with nothing new": {
    history: [...released, "branch develop", "commit fix: the sum"],
    plan: { baseBranch: "main", targetBranch: "main", releaseVersion: "1.0.1" },
    why: "develop has no commits after the last release",
  },
  "a repository before its first release": {
    history: ["switch --quiet -c main", "commit feat: the shop"],
    plan: { baseBranch: "main", targetBranch: "main", releaseVersion: "0.1.0" },
    why: "there is no branch develop",
  },
};

async function build(company: Company, { history }: Case): Promise<string> {
  const directory = path.join(company.world.directory, "by-hand");
  await mkdir(directory);
  const git = (...args: readonly string[]) =>
    company.git("bot", directory, "-c", "user.name=Ines", "-c", "user.email=ines@acme.example", ...args);
  await git("init", "--quiet");
  for (const line of history) {
    const [verb = "", ...words] = line.split(" ");
    await (verb === "commit" ? git("commit", "--quiet", "--allow-empty", "-m", words.join(" ")) : git(verb, ...words));
  }
  const origin = (await company.git("bot", company.home, "remote", "get-url", "origin")).trim();
  await git("remote", "add", "origin", origin);
  await company.govern({ protection: {} });
  await git("push", "--quiet", "--force", "origin", "refs/heads/*:refs/heads/*", "refs/tags/*:refs/tags/*");
  const made = await git("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags");
  const ours = new Set(made.trim().split("\n"));
  const there = (await git("ls-remote", "--refs", "origin", "refs/heads/*", "refs/tags/*")).trim().split("\n");
  const others = there.flatMap((line) => line.split("\t").slice(1)).filter((ref) => !ours.has(ref));
  if (others.length > 0) await git("push", "--quiet", "origin", "--delete", ...others);
  return directory;
}

it.each(Object.entries(cases))("%s is found without configuration, and said", async (_, wanted) => {
  const company = await foundCompany();
  const cwd = await build(company, wanted);
  const before = await company.refs();

  const { plan, notes } = await planRelease(await workplaceIn(company, { cwd }), {
    type: "standard",
    version: "auto",
    dryRun: true,
  });

  expect(plan).toMatchObject(wanted.plan);
  expect(notes).toContain(`branches: ${plan.baseBranch} → ${plan.targetBranch} (${wanted.why})`);
  expect(await company.refs()).toEqual(before);
});
