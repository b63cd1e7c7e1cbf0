import { expect, it } from "@jest/globals";

import { personToken, type Fact } from "#machine";

import { continueLog } from "./append.ts";
import { withErasures } from "./erasure.ts";
import { auditEvidence } from "./export.ts";
import { canonical, genesis, sha256 } from "./log.ts";
import { verifyAuditLog } from "./verify.ts";

const id = "v1.0.0";
const salt = Buffer.alloc(16, 7).toString("base64url");
const [sarah, mallory] = [personToken(salt, "sarah"), personToken(salt, "mallory")];

/** A release that ended, as the journal archives it: by Sarah, and called off by Mallory. */
function release(format: 2 | undefined, by: readonly [string, string]): readonly Fact[] {
  const [starter, other] = by;
  const plan = {
    releaseVersion: "1.0.0",
    releaseType: "standard",
    baseBranch: "develop",
    baseSha: "b",
    targetBranch: "main",
    releaseBranch: "release/1.0.0",
    tag: id,
    gates: [],
    steps: [100],
    stagingStrategy: "rolling",
    productionStrategy: "rolling",
    initiatedBy: starter,
    configDigest: "c",
  } as const;
  const bodies = [
    { type: "opened", attempt: 1, plan, ...(format === undefined ? {} : { format }) },
    { type: "requested", id: "r", kind: "abort", by: other, reason: `${other} was asked to` },
    { type: "settled", outcome: "failed" },
  ] as const;
  let prev = genesis;
  return bodies.map((body, index) => {
    const envelope = { seq: index + 1, release: id, at: `2026-01-01T00:00:0${index}.000Z`, actor: starter };
    const fact: Fact = { ...envelope, run: { id: "1", attempt: 1 }, prev, ...body };
    prev = sha256(canonical(fact));
    return fact;
  });
}

const facts = release(2, [sarah, mallory]);
const log = continueLog("", { facts, denied: [] });
const lineOf = (name: string, token = personToken(salt, name), of = salt) =>
  `${canonical({ token, salt: of, name })}\n`;
const people = lineOf("sarah") + lineOf("mallory");
const erased = { release: id, token: mallory, at: "2026-11-20T00:00:00.000Z", by: "ada", reason: "asked for" };

const fileOf = (known: readonly Fact[]) => Buffer.from(known.map((fact) => `${canonical(fact)}\n`).join(""));
const problems = (text: string, file: string | undefined, known = facts) =>
  verifyAuditLog({
    log: Buffer.from(text),
    facts: new Map([[id, fileOf(known)]]),
    people: new Map(file === undefined ? [] : [[id, Buffer.from(file)]]),
  });
const who = `the people of ${id}:`;

it("finds nothing wrong where each token has its person or its erasure", () => {
  expect(log).toContain('"format":2');
  expect(problems(log, people)).toEqual([]);
  expect(problems(withErasures(log, [erased]), lineOf("sarah"))).toEqual([]);
});

it.each<readonly [string, string, string, string]>([
  ["a name", log, people.replace('"mallory"', '"eve"'), `${mallory} does not stand for the name and salt beside it`],
  ["a line that is none", log, people.replace('{"name":"mallory"', '{"name" :"mallory"'), "line 2 was changed"],
  [
    "a salt that only reads the same",
    log,
    people.replaceAll(`${salt}"`, `${salt.slice(0, -1)}x"`),
    "does not stand for",
  ],
  ["nobody", log, lineOf("sarah"), `${mallory} is gone, and nobody erased it`],
  ["a line twice", log, people + lineOf("sarah"), `${sarah} is there twice`],
  ["a stranger", log, people + lineOf("eve"), `${personToken(salt, "eve")} stands in none of its facts`],
  ["half a line", log, people.slice(0, -9), "line 2 is cut off"],
  ["who was erased", withErasures(log, [erased]), people, `${mallory} was erased and is back`],
])("finds %s among the people", (_what, text, file, told) => {
  expect(problems(text, file)).toContainEqual(expect.stringMatching(new RegExp(`^${who}.*${told}`)));
});

it("finds a file of people that is gone, and one that belongs to no facts", () => {
  expect(problems(log, undefined)).toEqual(
    [sarah, mallory].map((token) => `${who} ${token} is gone, and nobody erased it`),
  );
  expect(
    verifyAuditLog({ log: Buffer.alloc(0), facts: new Map(), people: new Map([[id, Buffer.from(people)]]) }),
  ).toEqual([`${who} there are no facts that name them`]);
});

it("finds an erasure that was made up, said twice, or changed", () => {
  const eve = { ...erased, token: personToken(salt, "eve") };
  expect(problems(withErasures(log, [eve]), people)).toEqual([
    `line 2: erases ${eve.token}, which no fact of ${id} has`,
  ]);
  expect(problems(withErasures(log, [{ ...erased, release: "v9.0.0" }]), people)).toEqual([
    "line 2: erases somebody from v9.0.0, which is not archived",
  ]);
  expect(problems(withErasures(log, [erased, erased]), lineOf("sarah"))).toEqual([
    `line 3: repeats the erasure of ${mallory} from ${id} of line 2`,
  ]);
  const moved = withErasures(log, [erased]).replace('"seq":2', '"seq":3');
  expect(problems(moved, lineOf("sarah"))).toEqual(["line 2: says that it is line 3"]);
});

it("takes an archive with names as it is, and no people beside it", () => {
  const named = release(undefined, ["sarah", "mallory"]);
  const old = continueLog("", { facts: named, denied: [] });

  expect(old).not.toContain("format");
  expect(problems(old, undefined, named)).toEqual([]);
  expect(problems(old, people, named)).toEqual([`${who} its facts have no tokens that can be read`]);
});

it("is evidence with names as long as they are there, and of each erasure", () => {
  const source = { log: Buffer.from(withErasures(log, [erased])), facts: new Map([[id, fileOf(facts)]]), problems: [] };
  const evidence = auditEvidence({ ...source, people: new Map([[id, Buffer.from(lineOf("sarah"))]]) }, {});

  expect(evidence).toContainEqual(expect.objectContaining({ who: "sarah", what: "standard release of 1.0.0 started" }));
  expect(evidence).toContainEqual(expect.objectContaining({ who: "(erased)", why: "(erased) was asked to" }));
  expect(evidence).toContainEqual(
    expect.objectContaining({ when: erased.at, who: "ada", what: "a person was erased from the records", release: id }),
  );
});
