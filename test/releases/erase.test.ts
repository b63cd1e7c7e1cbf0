import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, it } from "@jest/globals";
import canonicalize from "canonicalize";

import { continueLog } from "#audit";
import { personToken, type Fact } from "#machine";
import { loadErase } from "#stages";

import { signedIn } from "../support/signed-in.ts";
import { foundCompany, impatient, type Company, type Person } from "./company.ts";
import { approved, read, release, start, workplaceIn } from "./drivers.ts";

const id = "v1.1.0";
const reason = "request of 2026-11-20";
const wordsFor = (person: string, why = reason) => ["audit", "erase", id, `--person=${person}`, `--reason=${why}`];
/** As the only admin there is. */
const erase = (company: Company, person: string, by: Person = "bot", cwd = company.home) =>
  release(company, wordsFor(person), { person: by, cwd }).ended;
const verify = (company: Company) => release(company, ["audit", "verify"]).ended;
const whole = { code: 0, output: expect.stringContaining("The audit log is whole") };

/** A company whose first release was approved by Aisha and is in the archive. */
async function released(): Promise<Company> {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  return company;
}

/** A file of the archive as it is on the host. */
async function kept({ git, home }: Company, file: string): Promise<string> {
  await git("sarah", home, "fetch", "--quiet", "origin", "release-journal");
  return git("sarah", home, "show", `FETCH_HEAD:${file}`);
}

const identity = Object.fromEntries(
  ["AUTHOR", "COMMITTER"].flatMap((who) => [
    [`GIT_${who}_NAME`, "Bot"],
    [`GIT_${who}_EMAIL`, "bot@acme.example"],
  ]),
);

async function journalHead({ git, home }: Company): Promise<string> {
  await git("sarah", home, "fetch", "--quiet", "origin", "release-journal");
  return "FETCH_HEAD";
}

const erasuresIn = async (company: Company) =>
  (await kept(company, "docs/audit/releases.log")).split("\n").filter((line) => line.startsWith('{"erased":'));

/** Somebody who may push changes the archive. */
async function tampered(company: Company, file: string, change: (text: string) => string): Promise<void> {
  const { git } = company;
  const clone = await company.clone(`tampering-${Math.random()}`, "release-journal");
  await writeFile(path.join(clone, file), change(await readFile(path.join(clone, file), "utf8")));
  const as = ["-c", "user.name=Eve", "-c", "user.email=eve@acme.example"];
  await git("sarah", clone, ...as, "commit", "--quiet", "--all", "-m", "other people");
  await git("sarah", clone, "push", "--quiet", "origin", "HEAD:refs/heads/release-journal");
}

it("a person is taken out of a release, by an admin, and the audit log is whole", async () => {
  const company = await released();
  const before = await kept(company, `releases/${id}.jsonl`);
  expect(await kept(company, `docs/releases/${id}.md`)).toContain("aisha");
  expect(before).not.toMatch(/"(?:actor|by|initiatedBy)":\[?"(?:sarah|aisha)"/);
  expect(await verify(company)).toMatchObject(whole);

  expect(await erase(company, "aisha", "sarah")).toMatchObject({
    code: 2,
    output: expect.stringMatching(/sarah may not erase a person from the records of a release[^]*was noted/),
  });
  for (const [person, message] of [
    ["aysha", "aysha is not in the records of v1.1.0[^]*Did you mean aisha\\?"],
    ["release-bot", "Nobody erases themselves"],
  ] as const)
    expect(await erase(company, person)).toMatchObject({ code: 2, output: expect.stringMatching(new RegExp(message)) });
  expect(await release(company, wordsFor("aisha", "aisha left"), { person: "bot" }).ended).toMatchObject({
    code: 2,
    output: expect.stringContaining("The reason names aisha"),
  });
  expect(await erasuresIn(company)).toEqual([]);

  const erased = await erase(company, "@Aisha");
  expect(erased).toMatchObject({
    code: 0,
    output: expect.stringContaining("Aisha is erased from the records of v1.1.0"),
  });
  expect(erased.output).toContain("older commits of release-journal: git log --oneline origin/release-journal");
  expect(erased.output).toContain(`${company.world.githubUrl}/acme/shop/releases/tag/v1.1.0`);

  expect(await kept(company, `releases/${id}.jsonl`)).toBe(before);
  expect(await kept(company, `people/${id}.jsonl`)).not.toContain("aisha");
  const [said, ...more] = (await erasuresIn(company)).map((line) => JSON.parse(line) as { readonly erased: object });
  expect(said?.erased).toMatchObject({ release: id, by: "release-bot", reason });
  expect(more).toEqual([]);
  expect(await verify(company)).toMatchObject(whole);
  const script = /```sh\n([^]*?)```/.exec(await readFile("docs/audit.md", "utf8"))?.[1] ?? "exit 9";
  const env = { ...process.env, ...signedIn(company.world) };
  const run = () => execFileSync("sh", ["-c", script], { cwd: company.home, encoding: "utf8", env });
  expect(run()).toBe("v1.1.0 is as it was recorded\n");

  const { output } = await release(company, ["report", id]).ended;
  expect(output).toContain("(erased)");
  expect(output.replace(/^.*could not reach.*$/m, "")).not.toContain("aisha");
  for (const branch of ["release-journal", "release-command/records"]) {
    await company.git("sarah", company.home, "fetch", "--quiet", "origin", branch);
    expect(await company.git("sarah", company.home, "show", `FETCH_HEAD:docs/releases/${id}.md`)).toBe(output);
  }
  const evidence = (await release(company, ["audit", "export", "--format=csv"]).ended).output;
  expect(evidence).toContain("a person was erased from the records");
  expect(evidence).toContain("sarah");
  expect(evidence).not.toContain("aisha");

  expect(await erase(company, "aisha")).toMatchObject({
    code: 0,
    output: expect.stringMatching(
      /aisha is not in the records of v1.1.0, and somebody was erased[^]*by release-bot: request/,
    ),
  });
  expect(await erasuresIn(company)).toHaveLength(1);

  // Whoever throws the history of the branch away, as docs/audit.md says, breaks nothing either.
  const anew =
    /(git fetch origin release-journal\nroot=[^]*?)```/.exec(await readFile("docs/audit.md", "utf8"))?.[1] ?? "exit 9";
  execFileSync("sh", ["-ec", anew], { cwd: company.home, stdio: "pipe", env: { ...env, ...identity } });
  expect((await company.git("sarah", company.home, "rev-list", "--count", await journalHead(company))).trim()).toBe(
    "1",
  );
  expect(await verify(company)).toMatchObject(whole);
  expect(await release(company, ["rollback", id, "--reason=orders fail"]).ended).toMatchObject({ code: 4 });
  expect(await verify(company)).toMatchObject(whole);
}, 240_000);

it("a release under way and one that nobody knows are told, and nothing happens", async () => {
  const company = await foundCompany({ settings: impatient });
  expect(await erase(company, "aisha")).toMatchObject({
    code: 2,
    output: expect.stringContaining("There is no release v1.1.0"),
  });
  expect(await start(company)).toMatchObject({ end: "suspended" });
  expect(await erase(company, "sarah")).toMatchObject({
    code: 2,
    output: expect.stringContaining("v1.1.0 is under way"),
  });
}, 120_000);

/** Lives until it has sent a push, or right before it: from then on it sends nothing more. */
function mortal(when: "before" | "after"): typeof fetch {
  let isDead = false;
  return async (input, init) => {
    const isPush = init?.method === "POST" && new Request(input).url.endsWith("git-receive-pack");
    if (isDead || (isPush && when === "before")) throw new Error("dead");
    const answer = await fetch(input, init);
    isDead = isPush;
    if (isDead) throw new Error("dead");
    return answer;
  };
}

it("a death around the push leaves all or nothing, and the next one ends it", async () => {
  const company = await released();
  const { erasePerson } = await loadErase();
  for (const [person, when] of [
    ["aisha", "before"],
    ["sarah", "after"],
  ] as const) {
    const dying = await workplaceIn(company, { person: "bot", fetch: mortal(when) });
    await expect(erasePerson(dying, { id, person, reason })).rejects.toThrow();
    expect(await verify(company)).toMatchObject(whole);
    const isThere = (await kept(company, `people/${id}.jsonl`)).includes(`"${person}"`);
    expect([when, isThere]).toEqual([when, when === "before"]);

    expect(await erase(company, person)).toMatchObject({ code: 0 });
    expect(await kept(company, `docs/releases/${id}.md`)).not.toContain(`by ${person}`);
  }
  expect(await erasuresIn(company)).toHaveLength(2);
  expect(await verify(company)).toMatchObject(whole);
}, 240_000);

it("of those who erase at once each is heard, and each person is erased once", async () => {
  const company = await released();
  const clones = await Promise.all(["one", "two", "three"].map((name) => company.clone(name)));
  const people = ["aisha", "aisha", "sarah"];

  const ended = await Promise.all(people.map((person, index) => erase(company, person, "bot", clones[index])));

  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(await erasuresIn(company)).toHaveLength(2);
  expect(await kept(company, `people/${id}.jsonl`)).not.toMatch(/aisha|sarah/);
  expect(await verify(company)).toMatchObject(whole);
}, 240_000);

it("a change of who the tokens stand for is named", async () => {
  const company = await released();
  const file = `people/${id}.jsonl`;
  const text = await kept(company, file);
  const [line = ""] = text.split("\n").filter((one) => one.includes('"aisha"'));
  const { token, salt } = JSON.parse(line) as { readonly token: string; readonly salt: string };
  await tampered(company, file, () => text.replace(token, personToken(salt, "eve")));
  expect(await erase(company, "aisha")).toMatchObject({
    code: 2,
    output: expect.stringContaining("The people of v1.1.0 are not those that were recorded: nothing is erased"),
  });
  for (const [changed, message] of [
    [text.replace('"aisha"', '"eve"'), `${token} does not stand for the name and salt beside it`],
    [text.replace(`${line}\n`, ""), `${token} is gone, and nobody erased it`],
    [text.replace(token, personToken(salt, "eve")).replace('"aisha"', '"eve"'), "stands in none of its facts"],
  ] as const) {
    await tampered(company, file, () => changed);
    expect(await verify(company)).toMatchObject({
      code: 5,
      output: expect.stringContaining(
        `the people of ${id}: ${message.replace(/^stands/, personToken(salt, "eve") + " stands")}`,
      ),
    });
  }
  await tampered(company, file, () => text);
  expect(await erase(company, "aisha")).toMatchObject({ code: 0 });
  await tampered(company, file, () => text);
  expect(await verify(company)).toMatchObject({ code: 5, output: expect.stringContaining("was erased and is back") });
  expect(await erase(company, "aisha")).toMatchObject({ code: 0 });
  expect(await verify(company)).toMatchObject(whole);
}, 240_000);

/** The archive as an older version left it: names in the facts, and nobody beside them. */
async function asBefore(company: Company): Promise<void> {
  const { git } = company;
  const clone = await company.clone("before", "release-journal");
  const known: Fact[] = [];
  let prev = "0".repeat(64);
  for (const fact of (await read(company, id)).facts) {
    if (fact.type === "opened") Reflect.deleteProperty(fact, "format");
    known.push({ ...fact, prev });
    prev = createHash("sha256")
      .update(canonicalize({ ...fact, prev }) ?? "")
      .digest("hex");
  }
  await writeFile(path.join(clone, `releases/${id}.jsonl`), known.map((fact) => `${canonicalize(fact)}\n`).join(""));
  await writeFile(path.join(clone, "docs/audit/releases.log"), continueLog("", { facts: known, denied: [] }));
  await git("sarah", clone, "rm", "--quiet", `people/${id}.jsonl`);
  const as = ["-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example"];
  await git("sarah", clone, ...as, "commit", "--quiet", "--all", "-m", "an older version");
  await git("sarah", clone, "push", "--quiet", "origin", "HEAD:refs/heads/release-journal");
}

it("an archive of an older version is read and verified as it is, and nobody can be erased from it", async () => {
  const company = await released();
  const { output } = await release(company, ["report", id]).ended;
  await asBefore(company);

  expect(await verify(company)).toMatchObject(whole);
  expect(await release(company, ["report", id]).ended).toMatchObject({ code: 0, output });
  expect(await erase(company, "aisha")).toMatchObject({
    code: 2,
    output: expect.stringContaining("v1.1.0 was archived by an older version, with names in its facts"),
  });
  expect(await erasuresIn(company)).toEqual([]);
}, 240_000);
