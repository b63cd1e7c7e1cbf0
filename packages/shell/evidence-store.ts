import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";

import type { Runner } from "./runner.ts";

/** More than thousands of failed tests say; whatever is larger was not written by a leg. */
const maxEvidenceBytes = 4 * 1024 * 1024;

/** Keeps the evidence of a leg: a file of the job, and where the run has artifacts, one of them. Returns the file. */
export async function keepEvidence(runner: Runner, { leg, text }: Kept): Promise<string> {
  const file = fileOf(runner, leg);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  if (runner.noArtifacts !== undefined) {
    runner.say(`the evidence of leg ${leg} is for this job only: ${runner.noArtifacts}`);
    return file;
  }
  const name = `evidence-${leg}-${runner.attempt}`;
  const artifacts = await openArtifacts();
  await artifacts.uploadArtifact(name, [file], path.dirname(file)).catch((cause: unknown) => {
    throw /\b409\b|conflict|already exists/i.test(textOf(cause)) ? taken(name, cause) : unkept(leg, cause);
  });
  return file;
}

interface Kept {
  /** A name without any meaning to a file system: checked against the plan before. */
  readonly leg: string;
  readonly text: string;
}

/** The evidence of a leg: that of this very job, else the newest artifact of the run. Only its digest says that it is genuine. */
export async function findEvidence(runner: Runner, leg: string): Promise<string> {
  if (!/^[a-z0-9_-]+$/.test(leg)) throw missing(leg, "there is no leg of that name");
  const here = await readFile(fileOf(runner, leg), "utf8").catch(() => undefined);
  if (here !== undefined) return here;
  if (runner.noArtifacts !== undefined) throw missing(leg, runner.noArtifacts);
  await mkdir(runner.temp, { recursive: true });
  const directory = await mkdtemp(path.join(runner.temp, "evidence-"));
  const found = await download(leg, directory).catch((cause: unknown) => {
    throw new ReleaseFault("remote", `The evidence of leg ${leg} could not be downloaded: ${textOf(cause)}`, {
      hint: "Run this job again: evidence is kept as long as its run.",
      cause,
    });
  });
  if (!found) throw missing(leg, "its job left no artifact");
  return evidenceIn(path.join(directory, path.basename(fileOf(runner, leg))), leg);
}

/** Whether there was an artifact to bring here; of those of several attempts, that of the last. */
async function download(leg: string, directory: string): Promise<boolean> {
  const artifacts = await openArtifacts();
  const listed = (await artifacts.listArtifacts()).artifacts.flatMap(({ id, name }) => {
    const attempt = new RegExp(`^evidence-${leg}-(\\d+)$`).exec(name)?.[1];
    return attempt === undefined ? [] : [{ id, attempt: Number(attempt) }];
  });
  const newest = listed.toSorted((a, b) => b.attempt - a.attempt || b.id - a.id)[0];
  if (newest === undefined) return false;
  await artifacts.downloadArtifact(newest.id, { path: directory });
  return true;
}

/** Whoever runs code in the run may have made the artifact: it can hold anything. */
async function evidenceIn(file: string, leg: string): Promise<string> {
  const { size } = await stat(file).catch(() => ({ size: undefined }));
  if (size !== undefined && size <= maxEvidenceBytes) return readFile(file, "utf8");
  throw missing(
    leg,
    size === undefined ? "its artifact holds none" : `its artifact holds ${size} bytes, too many for it`,
  );
}

function fileOf({ temp }: Runner, leg: string): string {
  return path.join(temp, "release-evidence", `evidence-${leg}.json`);
}

/** The client is large and brings a cloud's library along: loaded where artifacts are used, and nowhere else. */
export async function openArtifacts() {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  return new DefaultArtifactClient();
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function missing(leg: string, why: string): ReleaseFault {
  return new ReleaseFault("policy", `There is no evidence of leg ${leg} in this run: ${why}`, {
    hint: "The gate action must run with this leg before the review: in the same run, and without artifacts in the same job.",
  });
}

function taken(name: string, cause: unknown): ReleaseFault {
  return new ReleaseFault("policy", `The run has an artifact ${name} already, and this job did not make it`, {
    hint: "Two steps run the same leg, or code of another leg took the name. Artifacts stay as they are: start another run.",
    cause,
  });
}

function unkept(leg: string, cause: unknown): ReleaseFault {
  return new ReleaseFault("remote", `The evidence of leg ${leg} could not be uploaded: ${textOf(cause)}`, {
    hint: "Nothing was recorded. Run the failed jobs again, or resume the release.",
    cause,
  });
}
