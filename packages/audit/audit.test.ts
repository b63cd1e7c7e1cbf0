import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

import { beforeAll, describe, expect, it } from "@jest/globals";
import canonicalize from "canonicalize";

import type { Fact, FactBody } from "#machine";

import { continueLog, type DeniedHour } from "./index.ts";
import { verifyAuditLog } from "./verify.ts";

const size = 20;
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const lineOf = (fact: Fact) => canonicalize(fact) ?? "";

/** The facts of a small release, chained as the journal chains them. */
function release(number: number): readonly Fact[] {
  const id = `v1.0.${number}`;
  const bodies: readonly FactBody[] = [
    {
      type: "opened",
      attempt: 1,
      plan: {
        releaseVersion: `1.0.${number}`,
        releaseType: "standard",
        baseBranch: "develop",
        baseSha: "b",
        targetBranch: "main",
        releaseBranch: `release/1.0.${number}`,
        tag: id,
        gates: [],
        steps: [100],
        stagingStrategy: "rolling",
        productionStrategy: "rolling",
        initiatedBy: "sarah",
        configDigest: "c",
      },
    },
    { type: "warned", message: "naïve ✓" },
    { type: "settled", outcome: "failed" },
  ];
  let prev = "0".repeat(64);
  return bodies.map((body, index) => {
    const at = new Date(Date.UTC(2026, 0, number + 1, 0, 0, index)).toISOString();
    const fact: Fact = { seq: index + 1, release: id, at, actor: "s", run: { id: "1", attempt: 1 }, prev, ...body };
    prev = digest(lineOf(fact));
    return fact;
  });
}

const archive: ReadonlyMap<string, readonly Fact[]> = new Map(
  Array.from({ length: size }, (_, number) => [`v1.0.${number}`, release(number)]),
);
const fileOf = (facts: readonly Fact[]) => facts.map((fact) => `${lineOf(fact)}\n`).join("");
let log = "";
let lines: readonly string[] = [];

const join = (changed: readonly string[]) => changed.map((line) => `${line}\n`).join("");

/** What the command finds in these bytes. */
function problemsOf(changed: string | Buffer, known = archive): readonly string[] {
  const facts = new Map([...known].map(([id, one]) => [id, Buffer.from(fileOf(one))]));
  return verifyAuditLog({ log: Buffer.from(changed), facts, people: new Map(), denied: [] });
}

beforeAll(() => {
  for (const facts of archive.values()) log = continueLog(log, { facts, denied: [] });
  lines = log.split("\n").slice(0, -1);
});

it("says who let a release pass windows and freezes, why and when, and only where somebody did", () => {
  const [first, ...rest] = release(3);
  if (first?.type !== "opened") throw new Error("it begins otherwise");
  const emergency = [{ ...first, plan: { ...first.plan, emergency: "orders are lost" } }, ...rest];

  const line: unknown = JSON.parse(continueLog("", { facts: emergency, denied: [] }));

  expect(line).toMatchObject({ emergency: { by: "sarah", reason: "orders are lost", at: first.at } });
  expect(lines[0]).not.toContain("emergency");
});

it("finds nothing wrong with a log that is whole", () => {
  expect(lines).toHaveLength(size);
  expect(problemsOf(log)).toEqual([]);
  expect(problemsOf("", new Map())).toEqual([]);
});

it.each([1, 2, 11, 20])(
  "finds every single byte of line %i that was changed, and names the line",
  (number) => {
    const from = Buffer.byteLength(join(lines.slice(0, number - 1)));
    const until = Buffer.byteLength(join(lines.slice(0, number)));
    const bytes = Buffer.from(log);
    const near = new Map([...archive].slice(number - 1, number));
    const missed: number[] = [];
    for (let offset = from; offset < until; offset += 1) {
      const byte = bytes[offset] ?? 0;
      // The lowest bit makes another letter or digit, the highest one text that is no UTF-8.
      for (const bit of [1, 128]) {
        bytes[offset] = byte ^ bit;
        const problems = problemsOf(bytes, near);
        if (!problems.some((problem) => problem.startsWith(`line ${number}:`))) missed.push(offset);
      }
      bytes[offset] = byte;
    }

    expect(until - from).toBeGreaterThan(350);
    expect(missed).toEqual([]);
  },
  60_000,
);

const places = Array.from({ length: size }, (_, index) => index);

describe.each(places)("at line %i + 1", (index) => {
  const number = index + 1;

  it("finds a line that was dropped", () => {
    expect(problemsOf(join(lines.toSpliced(index, 1)))).toContain(`v1.0.${index} is archived and not in the log`);
  });

  it("finds a line that was doubled", () => {
    expect(problemsOf(join(lines.toSpliced(index, 0, lines[index] ?? "")))).toContain(
      `line ${number + 1}: repeats v1.0.${index} of line ${number}`,
    );
  });

  it("finds lines that were swapped", () => {
    if (index === 0) return;
    const swapped = lines.with(index, lines[index - 1] ?? "").with(index - 1, lines[index] ?? "");

    expect(problemsOf(join(swapped))).toContain(`line ${number}: says that it is line ${index}`);
  });

  it("finds a line that was inserted, also with a chain made to fit it", () => {
    const facts = release(99);
    const forged =
      continueLog(join(lines.slice(0, index)), { facts, denied: [] })
        .split("\n")
        .at(-2) ?? "";

    expect(problemsOf(join(lines.toSpliced(index, 0, forged)))).toContain(
      `line ${number}: the facts of v1.0.99 are missing`,
    );
  });

  it("finds an empty line", () => {
    expect(problemsOf(join(lines.toSpliced(index, 0, "")))).toContain(`line ${number}: is not an entry`);
  });

  it("finds a log that was cut off in the middle of it", () => {
    expect(problemsOf(`${join(lines.slice(0, index))}${lines[index]?.slice(0, 50)}`)).toContain(
      `line ${number}: is cut off`,
    );
  });

  it("finds a line that was rewritten together with the chain after it", () => {
    const entry = JSON.parse(lines[index] ?? "") as object;
    let forged = join(lines.slice(0, index));
    forged += `${canonicalize({ ...entry, outcome: "completed", initiator: "eve" })}\n`;
    for (const line of lines.slice(number)) {
      const prev = digest(forged.split("\n").at(-2) ?? "");
      forged += `${canonicalize({ ...(JSON.parse(line) as object), prev })}\n`;
    }

    expect(problemsOf(forged)).toEqual([
      `line ${number}: says another initiator of v1.0.${index} than its facts do`,
      `line ${number}: says another outcome of v1.0.${index} than its facts do`,
    ]);
  });
});

it.each([
  ["a space", (line: string) => line.replace(":", ": ")],
  ["keys in another order", (line: string) => line.replace(/^\{(.*?),(.*?),/, "{$2,$1,")],
  ["keys in another order inside", (line: string) => line.replace(/\{"gate"/, '{"status":"x","gate"')],
  ["another escape of a letter", (line: string) => line.replace("sarah", "\\u0073arah")],
  ["a key that is there twice", (line: string) => line.replace("{", '{"approvals":[],')],
])("finds %s in the last line, though its value is the same", (_, change) => {
  const last = lines.at(-1) ?? "";
  const changed = change(last.replace('"gates":[]', '"gates":[{"gate":"unit","status":"x"}]'));

  expect(problemsOf(join([...lines.slice(0, -1), changed]))).toContain("line 20: is not in canonical form");
});

describe("the facts that a line vouches for", () => {
  const id = "v1.0.7";
  const facts = archive.get(id) ?? [];
  const verified = (changed: readonly Fact[]) => problemsOf(log, new Map([...archive, [id, changed]]));
  const recorded = `line 8: the facts of ${id} are not those that were recorded: `;

  it.each(facts.map((_, index) => index))("names fact %i + 1 when it was changed", (index) => {
    const changed = facts.with(index, { ...facts[index], actor: "eve" } as Fact);

    expect(verified(changed)).toEqual([expect.stringContaining(`${recorded}fact ${index + 1} was changed`)]);
  });

  it.each(facts.map((_, index) => index))("finds that fact %i + 1 was dropped", (index) => {
    expect(verified(facts.toSpliced(index, 1))).toEqual([expect.stringContaining(recorded)]);
  });

  it("finds a history that was written anew, chain and all", () => {
    expect(verified(release(8).map((fact) => ({ ...fact, release: id })))).toEqual([expect.stringContaining(recorded)]);
  });

  it.each([1, 128])("finds every byte of their file that was changed (bit %i), and names the fact", (bit) => {
    const bytes = Buffer.from(fileOf(facts));
    const missed: number[] = [];
    for (const [offset, byte] of bytes.entries()) {
      bytes[offset] = byte ^ bit;
      const found = verifyAuditLog({
        log: Buffer.from(log),
        facts: new Map([[id, bytes]]),
        people: new Map(),
        denied: [],
      });
      if (!found.some((problem) => new RegExp(`^${recorded}.*\\b(fact \\d|the first|there are)`).test(problem)))
        missed.push(offset);
      bytes[offset] = byte;
    }

    expect(missed).toEqual([]);
  });

  it.each([
    ["a space", (file: string) => file.replace(":", ": "), "fact 1 was changed: it is not in canonical form"],
    [
      "another line end",
      (file: string) => file.replace("\n", "\r\n"),
      "fact 1 was changed: it is not in canonical form",
    ],
    ["no last line end", (file: string) => file.slice(0, -1), "fact 3 is cut off"],
    [
      "one fact more",
      (file: string) => file + fileOf(added(file)),
      "there are 4, and there were 3: those after them were added",
    ],
    [
      "the last one less",
      (file: string) => file.split("\n").slice(0, 2).join("\n") + "\n",
      "there are 2, and there were 3: those after them are gone",
    ],
    [
      "the second one less",
      (file: string) => file.split("\n").toSpliced(1, 1).join("\n"),
      "fact 2 is gone, fact 3 stands in its place",
    ],
    [
      "one twice",
      (file: string) => file.replace(/(?<first>.*\n)/, "$<first>$<first>"),
      "fact 2 is not the one that was there: it says that it is fact 1",
    ],
  ])("tells what became of them: %s", (_, change, told) => {
    const changed = new Map([[id, Buffer.from(change(fileOf(facts)))]]);

    expect(verifyAuditLog({ log: Buffer.from(log), facts: changed, people: new Map(), denied: [] })).toContain(
      recorded + told,
    );
  });

  /** A fact that follows on a file as one of ours would. */
  function added(file: string): readonly Fact[] {
    const prev = digest(file.split("\n").at(-2) ?? "");
    return [{ ...(facts.at(-1) as Fact), seq: 4, prev }];
  }

  it("are missed when they are missing", () => {
    const without = new Map(archive);
    without.delete(id);

    expect(problemsOf(log, without)).toEqual([`line 8: the facts of ${id} are missing`]);
  });
});

const sha256sum = (input: string) => execFileSync("sha256sum", { input, encoding: "utf8" }).slice(0, 64);

it("is made of digests that sha256sum gives", () => {
  const entries = lines.map((line) => JSON.parse(line) as { prev: string; digest: string });

  expect(entries[1]?.prev).toBe(sha256sum(lines[0] ?? ""));
  const file = archive.get("v1.0.1")?.map((fact) => `${lineOf(fact)}\n`);
  expect(entries[1]?.digest).toBe(sha256sum(file?.join("") ?? ""));
});

const at = (index: number) => archive.get(`v1.0.${index}`) ?? [];

const checked = (changed: string, denied?: readonly DeniedHour[]) =>
  verifyAuditLog({
    log: Buffer.from(changed),
    facts: new Map([0, 1].map((index) => [`v1.0.${index}`, Buffer.from(fileOf(at(index)))])),
    people: new Map(),
    ...(denied === undefined ? {} : { denied }),
  });

describe("denied attempts", () => {
  const mallory: DeniedHour & { readonly why: string } = {
    hour: "2026-01-01T00",
    person: "mallory",
    count: 3,
    why: "no role",
  };
  const late: DeniedHour = { hour: "2026-01-05T00", person: "eve", count: 1 };
  const logged = () =>
    continueLog(continueLog("", { facts: at(0), denied: [mallory] }), { facts: at(1), denied: [mallory, late] });
  it("come into the log once, when their hour is over, before the release that ends then", () => {
    // The first release ended within ten minutes after that hour.
    const entries = logged()
      .split("\n")
      .slice(0, -1)
      .map((line) => Object.keys(JSON.parse(line) as object)[0]);

    expect(entries).toEqual(["approvals", "denied", "approvals"]);
    expect(checked(logged(), [mallory, late])).toEqual([]);
    expect(checked(logged())).toEqual([]);
  });

  it("are found when they were changed where they were counted, or are gone there", () => {
    expect(checked(logged(), [{ ...mallory, count: 1 }])).toEqual([
      "line 2: what mallory was denied at 2026-01-01T00:00 UTC is not what was counted (refs/release-command/denied)",
    ]);
    expect(checked(logged(), [])).toEqual([
      "line 2: what mallory was denied at 2026-01-01T00:00 UTC is gone from where it was counted (refs/release-command/denied)",
    ]);
  });

  it("are a link of the chain", () => {
    const [first, , last] = logged().split("\n");

    expect(checked(`${first}\n${last}\n`, [mallory])).toContain("line 2: does not follow line 1 as it is now");
    expect(checked(logged().replace('"count":3', '"count":2'))).toContain(
      "line 3: does not follow line 2 as it is now",
    );
  });
});
