import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

import { beforeAll, describe, expect, it } from "@jest/globals";
import canonicalize from "canonicalize";

import { fold, type Fact, type FactBody } from "#machine";

import { auditLine, factsDigest, verifyAuditLog } from "./index.ts";

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
let log = "";
let lines: readonly string[] = [];

const join = (changed: readonly string[]) => changed.map((line) => `${line}\n`).join("");

beforeAll(() => {
  for (const facts of archive.values()) log += `${auditLine(log, fold(facts), facts)}\n`;
  lines = log.split("\n").slice(0, -1);
});

it("says who let a release pass windows and freezes, why and when, and only where somebody did", () => {
  const [first, ...rest] = release(3);
  if (first?.type !== "opened") throw new Error("it begins otherwise");
  const emergency = [{ ...first, plan: { ...first.plan, emergency: "orders are lost" } }, ...rest];

  const line: unknown = JSON.parse(auditLine("", fold(emergency), emergency));

  expect(line).toMatchObject({ emergency: { by: "sarah", reason: "orders are lost", at: first.at } });
  expect(lines[0]).not.toContain("emergency");
});

it("finds nothing wrong with a log that is whole", () => {
  expect(lines).toHaveLength(size);
  expect(verifyAuditLog(log, archive)).toEqual([]);
  expect(verifyAuditLog("", new Map())).toEqual([]);
});

it.each([1, 2, 11, 20])(
  "finds every single byte of line %i that was changed, and names the line",
  (number) => {
    const from = Buffer.byteLength(join(lines.slice(0, number - 1)));
    const until = Buffer.byteLength(join(lines.slice(0, number)));
    const bytes = Buffer.from(log);
    const missed: number[] = [];
    for (let offset = from; offset < until; offset += 1) {
      const byte = bytes[offset] ?? 0;
      // The lowest bit makes another letter or digit, and no line end of a line end.
      bytes[offset] = byte ^ 1;
      const problems = verifyAuditLog(bytes.toString("utf8"), archive);
      bytes[offset] = byte;
      if (!problems.some((problem) => problem.startsWith(`line ${number}:`))) missed.push(offset);
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
    expect(verifyAuditLog(join(lines.toSpliced(index, 1)), archive)).toContain(
      `v1.0.${index} is archived and not in the log`,
    );
  });

  it("finds a line that was doubled", () => {
    expect(verifyAuditLog(join(lines.toSpliced(index, 0, lines[index] ?? "")), archive)).toContain(
      `line ${number + 1}: repeats v1.0.${index} of line ${number}`,
    );
  });

  it("finds lines that were swapped", () => {
    if (index === 0) return;
    const swapped = lines.with(index, lines[index - 1] ?? "").with(index - 1, lines[index] ?? "");

    expect(verifyAuditLog(join(swapped), archive)).toContain(`line ${number}: says that it is line ${index}`);
  });

  it("finds a line that was inserted, also with a chain made to fit it", () => {
    const facts = release(99);
    const forged = auditLine(join(lines.slice(0, index)), fold(facts), facts);

    expect(verifyAuditLog(join(lines.toSpliced(index, 0, forged)), archive)).toContain(
      `line ${number}: the facts of v1.0.99 are missing`,
    );
  });

  it("finds an empty line", () => {
    expect(verifyAuditLog(join(lines.toSpliced(index, 0, "")), archive)).toContain(`line ${number}: is not an entry`);
  });

  it("finds a log that was cut off in the middle of it", () => {
    expect(verifyAuditLog(`${join(lines.slice(0, index))}${lines[index]?.slice(0, 50)}`, archive)).toContain(
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

    expect(verifyAuditLog(forged, archive)).toEqual([
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
  const last = auditLine(join(lines.slice(0, -1)), fold(release(19)), release(19));
  const changed = change(last.replace('"gates":[]', '"gates":[{"gate":"unit","status":"x"}]'));

  expect(verifyAuditLog(join([...lines.slice(0, -1), changed]), archive)).toContain(
    "line 20: is not in canonical form",
  );
});

describe("the facts that a line vouches for", () => {
  const id = "v1.0.7";
  const facts = archive.get(id) ?? [];
  const verified = (changed: readonly Fact[]) => verifyAuditLog(log, new Map([...archive, [id, changed]]));
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

  it("finds every byte of their file that was changed", () => {
    const bytes = Buffer.from(facts.map((fact) => `${lineOf(fact)}\n`).join(""));
    const missed: number[] = [];
    for (const [offset, byte] of bytes.entries()) {
      bytes[offset] = byte ^ 1;
      if (isSame(bytes.toString("utf8"))) missed.push(offset);
      bytes[offset] = byte;
    }

    expect(missed).toEqual([]);
  });

  /** Reads a file of facts as the journal does: what is not JSON is found there. */
  function isSame(file: string): boolean {
    try {
      const changed = file
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Fact);
      return factsDigest(changed) === factsDigest(facts) && file.endsWith("\n");
    } catch {
      return false;
    }
  }

  it("are missed when they are missing", () => {
    const without = new Map(archive);
    without.delete(id);

    expect(verifyAuditLog(log, without)).toEqual([`line 8: the facts of ${id} are missing`]);
  });
});

const sha256sum = (input: string) => execFileSync("sha256sum", { input, encoding: "utf8" }).slice(0, 64);

it("is made of digests that sha256sum gives", () => {
  const entries = lines.map((line) => JSON.parse(line) as { prev: string; digest: string });

  expect(entries[1]?.prev).toBe(sha256sum(lines[0] ?? ""));
  const file = archive.get("v1.0.1")?.map((fact) => `${lineOf(fact)}\n`);
  expect(entries[1]?.digest).toBe(sha256sum(file?.join("") ?? ""));
});
