// Recall of the scrubber on secrets that other tools make, and harm to clean logs. `node test/bench/scrub.ts [clean log …]`
// Needs Go, Python 3, git and their registries in reach; what it makes lies in a temporary folder and is deleted.
// SCRUB_CORPORA=folder takes sources that are there, SCRUB_ONLY=name one corpus, SCRUB_SAMPLES=folder keeps the samples of
// one run for the next: some tools draw new ones each time, and two versions of the rules are to meet the same.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { createScrubber } from "#scrub";

import { cleanLog } from "./scrub/clean-log.ts";
import type { Sample } from "./scrub/corpora.ts";
import { hiddenPart, noSecret } from "./scrub/fair.ts";
import { later, read, unread } from "./scrub/tools.ts";

const folder = mkdtempSync(path.join(tmpdir(), "scrub-"));
const { text } = createScrubber({ secrets: [], ipAddresses: true });
const asInReleases = createScrubber({ secrets: [] });
const only = process.env["SCRUB_ONLY"] ?? "";
const store = process.env["SCRUB_SAMPLES"];

try {
  for (const [title, make] of Object.entries({ ...read, ...later, ...unread }))
    if (title.includes(only)) measure(title, () => make(mkdtempSync(path.join(folder, "tool-"))));
  for (const log of [
    ["generated", cleanLog(10_000)] as const,
    gitLog(),
    ...process.argv.slice(2).map((file) => [file, readFileSync(file, "utf8")] as const),
  ])
    tellHarm(...log);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A tool that cannot be had takes no other with it. */
function measure(title: string, make: () => readonly Sample[]): void {
  try {
    const samples = samplesOf(title, make);
    tell(
      title,
      samples.filter(({ clean }) => clean !== true),
    );
    tellClean(samples.filter(({ clean }) => clean === true));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`${title}: not measured, its vectors cannot be had: ${why}`);
    process.exitCode = 1;
  }
}

function samplesOf(title: string, make: () => readonly Sample[]): readonly Sample[] {
  const file = store === undefined ? undefined : path.join(store, `${title}.json`);
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as readonly Sample[];
  const samples = make();
  if (samples.length === 0) throw new Error("there are none");
  if (file !== undefined) writeFileSync(file, JSON.stringify(samples));
  return samples;
}

function gitLog(): readonly [string, string] {
  return ["git log", execFileSync("git", ["log", "-500", "--stat", "--format=%H %s"], { encoding: "utf8" })];
}

function tell(title: string, samples: readonly Sample[]): void {
  const started = process.cpuUsage();
  const missed = samples.filter((sample) => survives(sample));
  const ms = Math.round(process.cpuUsage(started).user / 1000);
  const secrets = samples.filter((sample) => noSecret(sample) === undefined);
  const kept = missed.filter((sample) => noSecret(sample) === undefined);
  console.log(
    `${title}: ${ofAll(samples, missed)} found, ${ofAll(secrets, kept)} without those that hide nothing, ${ms} ms`,
  );
  for (const [why, all] of Map.groupBy(missed, (sample) => noSecret(sample) ?? ""))
    if (why !== "")
      console.log(`  stays: ${all.length}, ${why}, for example ${JSON.stringify(all[0]?.secret.slice(0, 60))}`);
  for (const [kind, all] of Map.groupBy(kept, (sample) => sample.kind))
    console.log(`  missed of ${kind}: ${all.length}, for example ${JSON.stringify(all[0]?.text.slice(0, 120))}`);
}

/** Texts in which the tool itself sees no secret: often one sign short of one, so each change is to be looked at. */
function tellClean(samples: readonly Sample[]): void {
  if (samples.length === 0) return;
  const changed = samples.filter((sample) => text(sample.text) !== sample.text);
  console.log(`  without a secret by its own word: ${changed.length} of ${samples.length} changed`);
  for (const [kind, all] of Map.groupBy(changed, (sample) => sample.kind))
    console.log(`    changed of ${kind}: ${all.length}, for example ${JSON.stringify(all[0]?.text.slice(0, 120))}`);
}

function ofAll(all: readonly Sample[], missed: readonly Sample[]): string {
  const found = all.length - missed.length;
  return `${found} of ${all.length} (${((found / all.length) * 100).toFixed(2)} %)`;
}

/** Half of a secret is a leak too; what stands in the text beside the secret as well, such as the name it has, is none. */
function survives(sample: Sample): boolean {
  const secret = hiddenPart(sample.secret);
  const scrubbed = text(sample.text);
  const beside = sample.text.replaceAll(secret, "\n");
  const length = Math.max(Math.min(6, secret.length), Math.ceil(secret.length / 2));
  for (let from = 0; from + length <= secret.length; from += 1) {
    const part = secret.slice(from, from + length);
    if (scrubbed.includes(part) && !beside.includes(part)) return true;
  }
  return false;
}

function tellHarm(name: string, log: string): void {
  const started = process.cpuUsage();
  const scrubbed = asInReleases.text(log).split("\n");
  const ms = process.cpuUsage(started).user / 1000;
  const all = log.split("\n");
  const changed = all.flatMap((line, index) => (line === scrubbed[index] ? [] : [scrubbed[index] ?? ""]));
  // People are in every log of git: they are counted apart.
  const harmed = changed.filter((line) => line.replaceAll("[REDACTED:email]", "").includes("[REDACTED:"));
  console.log(
    `${name}: ${all.length} lines, ${harmed.length} changed, ${changed.length - harmed.length} for e-mail addresses alone, ${Math.round((ms / all.length) * 10_000)} ms for 10,000 lines`,
  );
  for (const line of harmed.slice(0, 10)) console.log(`  changed: ${line.slice(0, 160)}`);
}
