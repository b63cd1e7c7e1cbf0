/** Prints how long it takes to verify an audit log: `node test/bench/audit.ts [lines]`; exit 1 over one second for 10,000. */
import { createHash } from "node:crypto";

import canonicalize from "canonicalize";

import { auditLine, verifyAuditLog } from "#audit";
import { fold, type Fact } from "#machine";

import { facts } from "../../packages/report/test/facts.ts";
import { toCompleted } from "../../packages/report/test/stories.ts";

const lines = Number(process.argv[2] ?? 10_000);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The entry of a real release, repeated under other names: a log of the size and shape of a real one. */
function logOf(known: readonly Fact[]): string {
  const entry = JSON.parse(auditLine("", fold(known), known)) as object;
  let prev = "0".repeat(64);
  let log = "";
  for (let index = 1; index <= lines; index += 1) {
    const line = canonicalize({ ...entry, seq: index, prev, release: `v1.${index}.0` }) ?? "";
    prev = sha256(line);
    log += `${line}\n`;
  }
  return log;
}

const known = facts(toCompleted());
const log = logOf(known);
const chainMs = time(() => verifyAuditLog(log, new Map()));
console.log(
  `${lines} lines, ${(log.length / 1e6).toFixed(1)} MB: chain followed in ${chainMs.toFixed(0)} ms (${((chainMs * 1000) / lines).toFixed(1)} µs a line)`,
);

const archived = Math.min(lines, 500);
const factsOf = new Map(
  Array.from({ length: archived }, (_, index) => [
    `v1.${index + 1}.0`,
    known.map((fact) => ({ ...fact, release: `v1.${index + 1}.0` })),
  ]),
);
let own = "";
for (const one of factsOf.values()) own += `${auditLine(own.split("\n").slice(-2).join("\n"), fold(one), one)}\n`;
const factsMs = time(() => verifyAuditLog(own, factsOf));
console.log(
  `${archived} releases of ${known.length} facts each: ${factsMs.toFixed(0)} ms (${(factsMs / archived).toFixed(2)} ms a release)`,
);
process.exitCode = chainMs > lines / 10 ? 1 : 0;

function time(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
