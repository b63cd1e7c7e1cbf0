/**
 * The tamper test of the audit log, and how long it takes to verify one: `node test/bench/audit.ts [--all]`; exit 1 when
 * anything is missed, or 100,000 entries take more than two seconds. Of the bytes of a log every 499th is flipped, by
 * `--all` each of them.
 */
import { generateKeyPairSync, hash } from "node:crypto";

import { checkpointProblems, continueLog, loadErasure, signCheckpoint, signerFrom } from "#audit";
import { parsePerson } from "#machine";

import { linesIn } from "../../packages/audit/lines.ts";
import { canonical, lineAt } from "../../packages/audit/log.ts";
import { lookAt, verifyAuditLog } from "../../packages/audit/verify.ts";
import { newSecret, sealPeople, type Sealed } from "../../packages/journal/people.ts";
import { facts } from "../../packages/report/test/facts.ts";
import { toCompleted } from "../../packages/report/test/stories.ts";

const wantsAll = process.argv.includes("--all");
const [entries, manyEntries, mostMs] = [Number(process.env["ENTRIES"] ?? 2_000), 100_000, 2_000];
const genesis = "0".repeat(64);
const sha256 = (bytes: string | Buffer) => hash("sha256", bytes, "hex");
const key = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const signer = signerFrom("github.com/org/shop/release-audit", key);
let isGood = true;

/** A whole release as the journal archives it: chained, with tokens in place of people, and beside it who they are. */
function archivedAs(release: string): Sealed {
  const [opened, ...rest] = facts(toCompleted(), { release });
  const sealed = sealPeople([{ ...opened, secret: newSecret() }, ...rest].map(canonical));
  if (sealed === undefined) throw new Error("it has no tokens");
  return sealed;
}

const fileOf = (kept: readonly string[]) => Buffer.from(kept.map((line) => `${line}\n`).join(""));

/** A log by the writer of the product, one release after another. */
function writtenLog(count: number) {
  const [archive, people] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
  let log = "";
  for (let number = 1; number <= count; number += 1) {
    const archived = archivedAs(`v1.${number}.0`);
    archive.set(`v1.${number}.0`, fileOf(archived.lines));
    people.set(`v1.${number}.0`, fileOf(archived.people));
    log = continueLog(log, { facts: archived.facts, denied: [] });
  }
  return { log: Buffer.from(log), archive, people };
}

/** The entry of one release under other names: so many facts as that would be do not fit into memory. */
function longLog(count: number): Buffer {
  const entry = JSON.parse(continueLog("", { facts: archivedAs("v1.0.0").facts, denied: [] })) as object;
  const lines: Buffer[] = [];
  let prev = genesis;
  for (let number = 1; number <= count; number += 1) {
    const line = lineAt({ number, prev }, { ...entry, release: `v1.${number}.0` });
    prev = sha256(line);
    lines.push(Buffer.from(`${line}\n`));
  }
  return Buffer.concat(lines);
}

function tell(what: string, changes: number, missed: number, beforeMs: number): void {
  isGood &&= missed === 0 && changes > 0;
  const seconds = ((performance.now() - beforeMs) / 1000).toFixed(1);
  console.log(`${what}: ${changes - missed} of ${changes} detected (${seconds} s)`);
}

/** A log that begins to differ at an index, as lines: what is told of the first lines that do, and of the one after them. */
function changedFrom(what: string, change: (index: number) => readonly Buffer[] | undefined): void {
  const begun = performance.now();
  let [changes, missed] = [0, 0];
  for (const index of indexes) {
    const tail = change(index);
    if (tail === undefined) continue;
    changes += 1;
    let prev = index === 0 ? genesis : sha256(lines[index - 1] ?? empty);
    let isFound = false;
    for (const [further, line] of tail.entries()) {
      const place = { number: index + further + 1, prev };
      isFound ||= isTold(lookAt(line, place, { facts: archive, denied: undefined }).problems);
      prev = sha256(line);
    }
    // At the end of the log nothing follows: a release that is archived and not in it, or twice, is told by the whole.
    if (!isFound)
      isFound = verifyAuditLog({ log: joined([...lines.slice(0, index), ...tail]), facts: archive, people }).length > 0;
    if (!isFound) missed += 1;
  }
  tell(what, changes, missed, begun);
}

const isTold = (problems: readonly string[]): boolean => problems.some((text) => !text.endsWith("are missing"));

const { log, archive, people } = writtenLog(entries);
const { lines } = linesIn(log);
console.log(`${lines.length} entries, ${log.length} bytes, by the writer of the product`);
const clean = verifyAuditLog({ log, facts: archive, people });
if (clean.length > 0) throw new Error(`the log is not whole before it is changed: ${clean[0]}`);

const indexes = lines.map((_, index) => index);
const joined = (kept: readonly Buffer[]) => Buffer.concat(kept.flatMap((line) => [line, Buffer.from("\n")]));
const empty = Buffer.alloc(0);
const nobody: ReadonlyMap<string, Buffer> = new Map();

bytesFlipped();
changedFrom("entries dropped", (index) => lines.slice(index + 1, index + 3));
changedFrom("neighbours swapped", (index) =>
  index + 1 < lines.length ? [lines[index + 1] ?? empty, lines[index] ?? empty] : undefined,
);
changedFrom("entries doubled", (index) => [lines[index] ?? empty, lines[index] ?? empty]);
cuts();
factsAltered();
await peopleAltered();
await signedHeads();
timed();
process.exitCode = isGood ? 0 : 1;

/** A flipped byte of a line shows in the line after it, which names its digest; one of the last line in its facts; a line end in the whole. */
function bytesFlipped(): void {
  const begun = performance.now();
  let [changes, missed, offset] = [0, 0, 0];
  let prev = genesis;
  for (const [index, line] of lines.entries()) {
    const from = offset;
    const own = Buffer.from(line);
    const next = lines[index + 1];
    for (; offset < from + line.length; offset += 1) {
      if (!wantsAll && offset % 499 !== 0) continue;
      const mask = 1 << (offset % 8);
      const at = offset - from;
      own[at] = (own[at] ?? 0) ^ mask;
      changes += 1;
      const after = { number: index + 2, prev: sha256(own) };
      // The last line has its facts beside it: that a changed name has none is found. The line after another has not.
      const found =
        next === undefined
          ? lookAt(own, { number: index + 1, prev }, { facts: archive, denied: undefined }).problems.length > 0
          : isTold(lookAt(next, after, { facts: new Map(), denied: undefined }).problems);
      if (!found) missed += 1;
      own[at] = line[at] ?? 0;
    }
    prev = sha256(line);
    offset += 1;
  }
  tell(wantsAll ? "bytes of lines flipped, every one" : "bytes of lines flipped, every 499th", changes, missed, begun);
  changedFrom("line ends flipped", (index) => {
    const end = Buffer.of(10 ^ (1 << (index % 8)));
    return [
      Buffer.concat([lines[index] ?? empty, end, lines[index + 1] ?? empty]),
      ...lines.slice(index + 2, index + 3),
    ];
  });
}

/** A log that ends early, at a line or inside one. What is archived and not in it is told, and looked for in the whole. */
function cuts(): void {
  const places = indexes.filter((index) => wantsAll || index % 40 === 0);
  for (const [what, more] of [
    ["cut at a line", () => 0],
    ["cut inside a line", (index: number) => 1 + (index % 300)],
  ] as const) {
    const begun = performance.now();
    const known = new Map([...archive.keys()].map((id) => [id, empty]));
    const missed = places.filter((index) => {
      const rest = (lines[index] ?? empty).subarray(0, more(index));
      const told = verifyAuditLog({
        log: Buffer.concat([joined(lines.slice(0, index)), rest]),
        facts: known,
        people: nobody,
      });
      const isCut = told.includes(`line ${index + 1}: is cut off`) === rest.length > 0;
      return !isCut || !told.includes(`v1.${index + 1}.0 is archived and not in the log`);
    });
    tell(what, places.length, missed.length, begun);
  }
}

/** Every fact of a release: altered, dropped, doubled; and every byte of its file flipped. */
function factsAltered(): void {
  const begun = performance.now();
  const id = "v1.1000.0";
  const file = archive.get(id) ?? empty;
  const prev = sha256(lines[998] ?? empty);
  const line = lines[999] ?? empty;
  const isFound = (changed: Buffer) =>
    lookAt(line, { number: 1000, prev }, { facts: new Map([[id, changed]]), denied: undefined }).problems.length > 0;
  const known = linesIn(file).lines;
  const altered = known.flatMap((fact, index) => [
    joined(known.with(index, Buffer.from(fact.toString("utf8").replace('"actor":"', '"actor":"not ')))),
    joined(known.toSpliced(index, 1)),
    joined(known.toSpliced(index, 0, fact)),
    joined(known.slice(0, index)),
  ]);
  tell("facts altered, dropped, doubled, cut", altered.length, altered.filter((one) => !isFound(one)).length, begun);
  const again = performance.now();
  let missed = 0;
  for (const [offset, byte] of file.entries()) {
    file[offset] = byte ^ (1 << (offset % 8));
    if (!isFound(file)) missed += 1;
    file[offset] = byte;
  }
  tell("bytes of a file of facts flipped", file.length, missed, again);
}

/** Every line of who the tokens of a release stand for: dropped, doubled; and every byte of it flipped. Then with one erased. */
async function peopleAltered(): Promise<void> {
  const id = "v1.1.0";
  const own = new Map([[id, archive.get(id) ?? empty]]);
  const { withErasures } = await loadErasure();
  const [first = empty, ...others] = linesIn(people.get(id) ?? empty).lines;
  const erased = {
    release: id,
    token: String(parsePerson(first.toString("utf8"))?.token),
    at: "2026-11-20",
    by: "a",
    reason: "b",
  };
  const one = joined(lines.slice(0, 1));
  const after = Buffer.from(withErasures(one.toString("utf8"), [erased]));
  for (const [what, whose, file] of [
    ["people", one, joined([first, ...others])],
    ["people, one of them erased", after, joined(others)],
  ] as const) {
    const begun = performance.now();
    const isFound = (changed: Buffer) =>
      verifyAuditLog({ log: whose, facts: own, people: new Map([[id, changed]]) }).length > 0;
    if (isFound(file)) throw new Error(`${what}: not whole before it is changed`);
    const known = linesIn(file).lines;
    const altered = known.flatMap((line, index) => [
      joined(known.toSpliced(index, 1)),
      joined(known.toSpliced(index, 0, line)),
      joined(known.slice(0, index)),
    ]);
    tell(`${what}: dropped, doubled, cut`, altered.length, altered.filter((it) => !isFound(it)).length, begun);
    const again = performance.now();
    let missed = 0;
    for (const [offset, byte] of file.entries()) {
      file[offset] = byte ^ (1 << (offset % 8));
      if (!isFound(file)) missed += 1;
      file[offset] = byte;
    }
    tell(`${what}: bytes flipped, every one`, file.length, missed, again);
  }
}

/** What a checkpoint adds: a log that was cut, or written anew with its chain, however far back. */
async function signedHeads(): Promise<void> {
  const begun = performance.now();
  const checkpoint = await signCheckpoint(log.toString("utf8"), signer);
  const isFound = (changed: Buffer) => checkpointProblems(changed, [{ from: "kept", checkpoint }], [signer]).length > 0;
  const sample = indexes.filter((index) => wantsAll || index % 20 === 0);
  const forged = sample.map((index) => {
    const kept = [...lines];
    let prev = index === 0 ? genesis : sha256(lines[index - 1] ?? empty);
    for (const number of [index + 1, index + 2].filter((one) => one <= lines.length)) {
      const entry = JSON.parse((kept[number - 1] ?? empty).toString("utf8")) as object;
      kept[number - 1] = Buffer.from(lineAt({ number, prev }, { ...entry, initiator: "eve" }));
      prev = sha256(kept[number - 1] ?? empty);
    }
    return joined(kept);
  });
  tell("rewritten under a checkpoint", forged.length, forged.filter((one) => !isFound(one)).length, begun);
  const cut = sample.map((index) => joined(lines.slice(0, index)));
  tell("cut before a checkpoint", cut.length, cut.filter((one) => !isFound(one)).length, begun);
}

function timed(): void {
  const long = longLog(manyEntries);
  const [archived, named] = [new Map([...archive].slice(0, 200)), new Map([...people].slice(0, 200))];
  const { lines: first } = linesIn(log);
  const used = process.cpuUsage();
  const begun = performance.now();
  const told = verifyAuditLog({ log: long, facts: new Map(), people: nobody });
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const cpuMs = (user + system) / 1000;
  if (told.length !== manyEntries) isGood = false;
  console.log(
    `${manyEntries} entries, ${(long.length / 1e6).toFixed(0)} MB: chain verified in ${wallMs.toFixed(0)} ms (CPU ${cpuMs.toFixed(0)} ms)`,
  );
  const facted = performance.now();
  verifyAuditLog({ log: joined(first.slice(0, archived.size)), facts: archived, people: named });
  const eachMs = (performance.now() - facted) / archived.size;
  console.log(
    `with its ${linesIn(archived.get("v1.1.0") ?? empty).lines.length} facts: ${eachMs.toFixed(2)} ms a release`,
  );
  if (Math.min(cpuMs, wallMs) > mostMs) isGood = false;
}
