import { parseCommand, type Command } from "./parse.ts";
import { wrong } from "./wrong.ts";

const example = "Example: /release status v2.5.0";
const longest = 2_000;

/**
 * The command in a comment: its first line, when that begins with `/release`, read like a command line; `undefined` for any
 * other comment. Throws an `input` fault for a command that cannot be meant so.
 */
export function parseComment(body: string): Command | undefined {
  const [first = "", ...rest] = body.split(/\r\n|\r|\n/).map((line) => line.trim());
  if (!isCommand(first)) return undefined;
  if (rest.some(isCommand)) throw wrong("A comment holds one command", "Write the second one in a comment of its own.");
  if (first.length > longest) throw wrong(`The command is longer than ${longest} characters`, example);
  const { command, directory, plain } = parseCommand(wordsOf(first));
  if (directory !== undefined) throw wrong("--directory means nothing in a comment", example);
  if (plain === true) throw wrong("--plain means nothing in a comment", example);
  if (command.kind === "start" && command.out !== undefined) throw wrong("--out means nothing in a comment", example);
  return command;
}

/** Whether this comment asks us for anything, rightly or not. */
export function isCommand(text: string): boolean {
  return /^\/release(\s|$)/.test(text);
}

/** Words as a shell would split them, with quotes and nothing else of a shell. Phones write `“…”` and `—` for `"…"` and `--`. */
function wordsOf(line: string): readonly string[] {
  const plain = line.replaceAll(/[“”„]/g, '"').replaceAll(/(?<=\s)—(?=\w)/g, "--");
  const words = plain.match(/(?:"[^"]*"|(?<=[\s=])'[^']*'|[^\s"])+/g) ?? [];
  if ((plain.match(/"/g) ?? []).length % 2 === 1) throw wrong("A quote is opened and not closed", example);
  return words.map((word) => word.replaceAll('"', "").replace(/(^|=)'([^']*)'$/, "$1$2"));
}
