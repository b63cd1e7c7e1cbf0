import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Failure } from "#machine";
import type { Read } from "./context.ts";

/** A report beyond this is not read into memory. */
const maxReportBytes = 64 * 1024 * 1024;
/** File systems round the times of files, some to two seconds. */
const roundingMs = 2_000;

/** A report as it was before the command ran. */
export interface ReportBefore {
  readonly path: string;
  /** As the configuration names it. */
  readonly name: string;
  readonly found: { readonly mtimeMs: number; readonly size: number; readonly ino: number } | undefined;
  /** Time of the file system when the command began. */
  readonly startedMs: number;
}

/** Looks at a report before the command that shall write it runs, so that an old one is not taken for its result. */
export async function beforeReport(directory: string, name: string): Promise<ReportBefore> {
  const path = resolve(directory, name);
  return { path, name, found: await stat(path).catch(() => undefined), startedMs: await fileSystemTime() };
}

/** The text of a report that this run wrote; else why it proves nothing. */
export async function readReport(before: ReportBefore, setting: string): Promise<Read<string>> {
  const { path, name, found, startedMs } = before;
  const now = await stat(path).catch(() => undefined);
  const advice = `Make the command write it there, or correct ${setting}.`;
  if (now === undefined) return failed(`The report ${name} is missing`, `The command did not write it. ${advice}`);
  if (!now.isFile()) return failed(`The report ${name} is not a file`, advice);
  const untouched =
    found !== undefined && found.mtimeMs === now.mtimeMs && found.size === now.size && found.ino === now.ino;
  if (untouched || now.mtimeMs < startedMs - roundingMs) {
    const why = "It is older than this run: it was in the checkout, or copied with its old time.";
    return failed(`The report ${name} is not of this run`, `${why} ${advice} Keep reports out of git.`);
  }
  if (now.size === 0)
    return failed(`The report ${name} is empty`, `The command ended before it wrote anything. ${advice}`);
  if (now.size > maxReportBytes) {
    return failed(`The report ${name} is larger than 64 MB`, "Leave out passing details or attachments.");
  }
  const text = await readFile(path, "utf8");
  if (text.trim() === "") return failed(`The report ${name} is empty`, `It holds only white space. ${advice}`);
  return { value: text };
}

/** A report that cannot be trusted: the reason, and what to do. */
export function brokenReport(name: string, reason: string, suggestion: string): { readonly failure: Failure } {
  return failed(`The report ${name} proves nothing: ${reason}`, suggestion);
}

function failed(title: string, suggestion: string): { readonly failure: Failure } {
  return { failure: { title, suggestion } };
}

// Asked of a file, not of a clock: both sides of the comparison then come from the same source.
async function fileSystemTime(): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), "release-command-"));
  const { mtimeMs } = await stat(directory);
  await rm(directory, { recursive: true });
  return mtimeMs;
}
