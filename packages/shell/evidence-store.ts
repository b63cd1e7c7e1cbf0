import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";

import type { Runner } from "./runner.ts";

/** Keeps the evidence of a leg: a file of the job, and where the run has artifacts, one of them. Returns the file. */
export async function keepEvidence(runner: Runner, { leg, text }: Kept): Promise<string> {
  const file = fileOf(runner, leg);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  if (runner.hasArtifacts) {
    const artifacts = await openArtifacts();
    await artifacts.uploadArtifact(`evidence-${leg}-${runner.attempt}`, [file], path.dirname(file));
  }
  return file;
}

interface Kept {
  /** A name without any meaning to a file system: checked against the plan before. */
  readonly leg: string;
  readonly text: string;
}

/** The evidence of a leg: that of this very job, else the newest artifact of the run. Only its digest says that it is genuine. */
export async function findEvidence(runner: Runner, leg: string): Promise<string> {
  if (!/^[a-z0-9_-]+$/.test(leg)) throw missing(leg);
  const here = await readFile(fileOf(runner, leg), "utf8").catch(() => undefined);
  if (here !== undefined) return here;
  if (!runner.hasArtifacts) throw missing(leg);
  const artifacts = await openArtifacts();
  const listed = (await artifacts.listArtifacts()).artifacts.flatMap(({ id, name }) => {
    const attempt = new RegExp(`^evidence-${leg}-(\\d+)$`).exec(name)?.[1];
    return attempt === undefined ? [] : [{ id, attempt: Number(attempt) }];
  });
  const newest = listed.toSorted((a, b) => b.attempt - a.attempt || b.id - a.id)[0];
  if (newest === undefined) throw missing(leg);
  await mkdir(runner.temp, { recursive: true });
  const directory = await mkdtemp(path.join(runner.temp, "evidence-"));
  await artifacts.downloadArtifact(newest.id, { path: directory });
  return readFile(path.join(directory, path.basename(fileOf(runner, leg))), "utf8");
}

function fileOf({ temp }: Runner, leg: string): string {
  return path.join(temp, "release-evidence", `evidence-${leg}.json`);
}

/** The client is large and brings a cloud's library along: loaded where artifacts are used, and nowhere else. */
async function openArtifacts() {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  return new DefaultArtifactClient();
}

function missing(leg: string): ReleaseFault {
  return new ReleaseFault("policy", `There is no evidence of leg ${leg} in this run`, {
    hint: "Its job must run the gate action with this leg before the review, in the same run.",
  });
}
