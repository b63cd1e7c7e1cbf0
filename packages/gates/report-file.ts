import { glob, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
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

/** The reports of a setting as they were before the command ran. */
export interface ReportsBefore {
  readonly directory: string;
  readonly startedMs: number;
  /** One for each file that the setting names; a pattern has all that matched it. */
  readonly named: readonly { readonly name: string; readonly found: readonly ReportBefore[] }[];
}

/** One file of a report. */
export interface ReportText {
  /** From the checkout. */
  readonly name: string;
  readonly text: string;
}

/** A report of so many files is taken for a mistake in the pattern. */
const filesAtMost = 20_000;
/** What detected commands write goes here; git does not see it. */
const ownFolder = ".release-command/reports";

/** The files that one setting names, as they are before the command runs: a name, a pattern, or several of them. */
export async function beforeReports(directory: string, names: string | readonly string[]): Promise<ReportsBefore> {
  const wanted = typeof names === "string" ? [names] : names;
  await clearOwnFolders(directory, wanted);
  const startedMs = await fileSystemTime();
  const named = wanted.map(async (name) => {
    const files = isPattern(name) ? await matching(directory, name) : [name];
    return { name, found: await Promise.all(files.map((file) => look(directory, file, startedMs))) };
  });
  return { directory, startedMs, named: await Promise.all(named) };
}

/** The texts of all files that a setting names, each written by this run; else why they prove nothing. */
export async function readReports(before: ReportsBefore, setting: string): Promise<Read<readonly ReportText[]>> {
  const texts: ReportText[] = [];
  for (const { name, found } of before.named) {
    const files = isPattern(name) ? await matching(before.directory, name) : [name];
    if (files.length === 0) {
      const advice = `The command wrote no file that matches. Make it write them there, or correct ${setting}.`;
      return failed(`The report ${name} is missing`, advice);
    }
    if (files.length > filesAtMost)
      return failed(`The report ${name} is more than ${filesAtMost} files`, `Narrow the pattern in ${setting}.`);
    for (const file of files) {
      const known = found.find((one) => one.name === file) ?? absent(before, file);
      const text = await readReport(known, setting);
      if ("failure" in text) return text;
      texts.push({ name: file, text: text.value });
      if (texts.reduce((total, one) => total + one.text.length, 0) > maxReportBytes)
        return failed(
          `The reports of ${setting} are larger than 64 MB together`,
          "Leave out passing details or attachments.",
        );
    }
  }
  return { value: texts };
}

function isPattern(name: string): boolean {
  return /[*?{[]/.test(name);
}

function isForeign(name: string): boolean {
  return /(^|[\\/])(node_modules|\.git)$/.test(name);
}

async function matching(directory: string, pattern: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: directory, exclude: isForeign })) {
    files.push(file.split(sep).join("/"));
    if (files.length > filesAtMost) break;
  }
  return files.toSorted();
}

async function look(directory: string, name: string, startedMs: number): Promise<ReportBefore> {
  const path = resolve(directory, name);
  return { path, name, found: await stat(path).catch(() => undefined), startedMs };
}

function absent({ directory, startedMs }: ReportsBefore, name: string): ReportBefore {
  return { path: resolve(directory, name), name, found: undefined, startedMs };
}

/** What a run that died left there must not be read with the reports of this one. */
async function clearOwnFolders(directory: string, names: readonly string[]): Promise<void> {
  const root = resolve(directory, ownFolder);
  const folders = names.map((name) => dirname(resolve(directory, name.replace(/[*?{[].*$/, "x"))));
  const own = folders.filter((path) => path.startsWith(`${root}${sep}`));
  if (own.length === 0) return;
  const gates = new Set(own.map((path) => relative(root, path).split(sep)[0] ?? ""));
  for (const gate of gates) await rm(join(root, gate), { recursive: true, force: true });
  for (const path of own) await mkdir(path, { recursive: true });
  await writeFile(join(directory, ".release-command", ".gitignore"), "*\n");
}

/** Looks at a report before the command that shall write it runs, so that an old one is not taken for its result. */
export async function beforeReport(directory: string, name: string): Promise<ReportBefore> {
  await clearOwnFolders(directory, [name]);
  return look(directory, name, await fileSystemTime());
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
  const text = textOf(await readFile(path));
  if (text === undefined)
    return brokenReport(name, "it is UTF-16 that is cut, or no text", "Write the report as UTF-8, and whole.");
  if (text.trim() === "") return failed(`The report ${name} is empty`, `It holds only white space. ${advice}`);
  return { value: text };
}

/** UTF-8, or UTF-16 where its byte order mark says so (what a redirection in Windows PowerShell writes). */
function textOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  if (!isLittle && !isBig) return bytes.toString("utf8");
  try {
    return new TextDecoder(isLittle ? "utf-16le" : "utf-16be", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
