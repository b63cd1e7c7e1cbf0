import { open, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Failure } from "#machine";
import { partNamed } from "./integration-point.ts";

const readBytes = 16 * 1024;
const shownLines = 15;
const lineLength = 300;

/** The last lines of a part's log, at the first failure that points at it: the others would only repeat them. */
export async function addLogs(
  failures: readonly Failure[],
  logs: { readonly [part: string]: string | undefined },
  directory: string,
): Promise<readonly Failure[]> {
  const told = new Set<string>();
  const more: Failure[] = [];
  for (const failure of failures) {
    const part = partNamed(failure.title);
    const file = part === undefined || told.has(part) ? undefined : logs[part];
    if (part !== undefined) told.add(part);
    more.push(file === undefined ? failure : { ...failure, log: { file, lines: await lastLinesOf(directory, file) } });
  }
  return more;
}

/** Only of files that are really in the checkout: a link could name any file of the machine. */
async function lastLinesOf(directory: string, name: string): Promise<readonly string[]> {
  try {
    const path = await realpath(resolve(directory, name));
    if (!path.startsWith(`${await realpath(directory)}${sep}`)) return [];
    await using file = await open(path, "r");
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, readBytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, Math.max(0, size - readBytes));
    const text = stripVTControlCharacters(buffer.toString("utf8", 0, bytesRead)).trimEnd();
    if (text === "") return [];
    return text
      .split(/\r?\n/)
      .slice(-shownLines)
      .map((line) => line.slice(0, lineLength));
  } catch {
    // Not there, or not to be read: the failure is told all the same, with the log's name.
    return [];
  }
}
