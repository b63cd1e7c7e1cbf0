import { ReleaseFault } from "#faults";

/** No record of one interval is longer; a file without line ends must not fill the memory. */
const longestLine = 65_536;

/** The lines of a stream with their numbers from 1, a piece at a time. A byte order mark and carriage returns are left out. */
export async function* numberedLines(
  input: NodeJS.ReadableStream,
  name: string,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  input.setEncoding("utf8");
  let line = 0;
  let rest = "";
  for await (const chunk of piecesOf(input, name)) {
    const parts = `${rest}${chunk}`.split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      line += 1;
      if (part.length > longestLine) throw tooLong(name, line);
      yield { line, text: plain(part, line) };
    }
    if (rest.length > longestLine) throw tooLong(name, line + 1);
  }
  if (rest !== "") yield { line: line + 1, text: plain(rest, line + 1) };
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "this user may not read it"],
]);

async function* piecesOf(input: NodeJS.ReadableStream, name: string): AsyncGenerator<string> {
  try {
    for await (const chunk of input) yield String(chunk);
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? reasons.get(cause.code) : undefined;
    throw new ReleaseFault("input", `${name} cannot be read${why === undefined ? "" : `: ${why}`}`, {
      hint: "Give a file of JSON Lines, or - for standard input. Example: release analyze metrics.jsonl",
      cause,
    });
  }
}

function plain(text: string, line: number): string {
  const unmarked = line === 1 ? text.replace(/^\uFEFF/, "") : text;
  return unmarked.endsWith("\r") ? unmarked.slice(0, -1) : unmarked;
}

function tooLong(name: string, line: number): ReleaseFault {
  return new ReleaseFault("input", `${name}:${line}: The line is longer than ${longestLine} characters`, {
    hint: "Write one JSON object a line, with a line end after each.",
  });
}
