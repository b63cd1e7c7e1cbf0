import type { Read } from "../context.ts";
import { brokenReport } from "../report-file.ts";
import { BrokenReport, EmptyReport, runAgain } from "./broken.ts";
import { parseJson } from "./json-pieces.ts";

/** What `read` makes of a report; whatever goes wrong in it is a failure with the reason, never a throw. */
export function reading<T>(name: string, read: () => T): Read<T> {
  try {
    return { value: read() };
  } catch (thrown) {
    if (thrown instanceof BrokenReport)
      return { ...brokenReport(name, thrown.message, thrown.suggestion), empty: thrown instanceof EmptyReport };
    // The stack overflows: no tool nests its report thousands of levels deep.
    if (thrown instanceof RangeError)
      return brokenReport(name, "it is nested too deep", "Check what writes this file: no report looks like this.");
    const reason = thrown instanceof Error ? thrown.message.slice(0, 300) : String(thrown);
    return brokenReport(name, `it cannot be parsed (${reason})`, runAgain);
  }
}

/** One format: how its text is recognised, and how it is read. */
export interface Format<T> {
  /** `JUnit XML`, `lcov`. */
  readonly title: string;
  /** Looks at the first and the last characters of a text only. */
  readonly recognises: (ends: Ends) => boolean;
  readonly read: (text: string) => T;
}

/** The ends of a text: enough to recognise a format by, however large the text is. */
export interface Ends {
  readonly head: string;
  readonly tail: string;
}

const headCharacters = 8192;

/** Reads a text in the first of these formats that recognises it. */
export function readFormat<T>(raw: string, formats: readonly Format<T>[], what: string): T {
  const text = raw.startsWith("\uFEFF") ? raw.slice(1) : raw;
  const ends = { head: text.slice(0, headCharacters).trimStart(), tail: text.slice(-headCharacters) };
  if (ends.head.includes("\0"))
    throw new BrokenReport(
      "it is not UTF-8 (it holds zero bytes, as UTF-16 without a byte order mark does)",
      "Write the report as UTF-8.",
    );
  const format = formats.find(({ recognises }) => recognises(ends));
  if (format === undefined) {
    const isShort = text.length <= headCharacters;
    if (isShort && /^[[{]/.test(ends.head)) parseJson(text);
    const known = formats.map(({ title }) => title).join(", ");
    throw new BrokenReport(`it is ${soundsLike(ends.head)}, none of the ${what} we read`, `Write one of: ${known}.`);
  }
  return format.read(text);
}

function soundsLike(head: string): string {
  if (head === "") return "empty";
  const root = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<([\w:.-]{1,60})/.exec(head)?.[1];
  if (root !== undefined) return `XML with the root <${root}>`;
  if (/^[[{]/.test(head)) return "JSON of another kind";
  return "text of another kind";
}
