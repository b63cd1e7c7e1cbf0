import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { erasedName, peopleIn, personToken, type ReleasePlan } from "#machine";

import { openDirectoryJournal, type Journal } from "./index.ts";
import { verifyChain } from "./lines.ts";
import { newSecret, sealPeople } from "./people.ts";

const id = "v1.0.0";
const retry = { release: "v0.9.0", confirmedBy: "tara", confirmedAs: "technicalLead" };
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the plan the journal looks at people only
const plan = {
  releaseType: "standard",
  initiatedBy: "sarah",
  retry,
  gates: [],
  steps: [100],
} as unknown as ReleasePlan;
const names = ["aisha", "mallory", "marcus", "s-bot", "sarah", "tara"];

let directory: string;
let journal: Journal;

const open = (actor: string): Promise<Journal> =>
  openDirectoryJournal({ directory, author: { actor, run: { id: "1", attempt: 1 } } });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "people-"));
  journal = await open("s-bot");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A release that ends after people did all that a record names them for; what its archive was told. */
async function ended(): Promise<string> {
  const driver = await journal.start(id, plan, 1);
  driver.observe(
    { type: "approved", by: ["aisha", "marcus"], sha: "b" },
    { type: "merged", sha: "m", by: "marcus", gated: "same-tree" },
    { type: "resumed", by: "mallory" },
    { type: "warned", message: "mallory said so, and mallory-2 and Mallory did not" },
  );
  await driver.flush();
  driver.decide(
    { type: "failure-captured", failedState: "initiated", failureReason: "x", actionableFixSuggestions: [] },
    { type: "moved", from: "initiated", to: "failed", reason: "x" },
    { type: "settled", outcome: "failed" },
  );
  let told = "";
  await driver.archive((facts, _read, kept) => {
    told = JSON.stringify({ facts, kept });
    return [];
  });
  return told;
}

const fileOf = async (folder: string): Promise<string> =>
  (await journal.readArchiveFile(`${folder}/${id}.jsonl`)) ?? "";

it("archives tokens where people stand, chained, and apart from them who they are", async () => {
  await ended();

  const kept = (await fileOf("releases")).trim().split("\n");
  expect(verifyChain(kept.map((line) => JSON.parse(line)))).toBeUndefined();
  const people = peopleIn(await fileOf("people"));
  expect(people.map(({ name }) => name).toSorted()).toEqual(names);
  expect(new Set(people.map(({ salt }) => salt)).size).toBe(names.length);
  for (const { token, salt, name } of people) expect(personToken(salt, name)).toBe(token);
  expect(kept.filter((line) => names.some((name) => line.includes(name)))).toEqual([
    expect.stringMatching(/"message":"person:[\w-]{43} said so, and mallory-2 and Mallory did not"/),
  ]);
});

it("gives the names back to whoever reads, and says who was erased", async () => {
  await ended();
  const file = `people/${id}.jsonl`;
  const known = await journal.read(id);
  expect(known?.record).toMatchObject({
    plan: { initiatedBy: "sarah", retry: { confirmedBy: "tara" } },
    approval: { by: ["aisha", "marcus"] },
    merge: { by: "marcus" },
    warnings: ["mallory said so, and mallory-2 and Mallory did not"],
  });
  expect(known?.facts[0]?.actor).toBe("s-bot");

  const content = (await fileOf("people"))
    .split("\n")
    .filter((line) => !line.includes('"marcus"'))
    .join("\n");
  await journal.amend(id, { path: file, content });

  for (const release of [await journal.read(id), ...(await journal.every()), ...(await journal.newest(1))])
    expect(release?.record).toMatchObject({ approval: { by: ["aisha", erasedName] }, merge: { by: erasedName } });
});

it("shows nobody what its salts are made of", async () => {
  const driver = await journal.start(id, plan, 1);
  expect(JSON.stringify([driver.facts, driver.record, await journal.read(id)])).not.toContain("secret");
  await driver.close();
  await rm(directory, { recursive: true });

  expect(await ended()).not.toContain("secret");
  expect(await fileOf("releases")).not.toContain("secret");
});

it("makes the same tokens of the same record, whoever archives it after a death, and others of another", () => {
  const body = { type: "resumed", by: "mallory", actor: "sarah", release: id, run: { id: "1", attempt: 1 }, at: "" };
  const lines = (secret: string) =>
    [{ ...body, type: "opened", plan, attempt: 1, secret }, body].map((fact) => JSON.stringify(fact));
  const secret = newSecret();

  expect(sealPeople(lines(secret))).toEqual(sealPeople(lines(secret)));
  expect(sealPeople(lines(newSecret()))?.people).not.toEqual(sealPeople(lines(secret))?.people);
});

it("archives a release that was opened before there were tokens as it is", () => {
  expect(sealPeople(['{"type":"opened","plan":{}}'])).toBeUndefined();
});
