import { createHash } from "node:crypto";

const beginning = /<!-- release-command:begin(?: ([0-9a-f]{16}))? -->/;
const end = "<!-- release-command:end -->";
const notesBegin = "<!-- release-command:notes (what you write below this line stays) -->";
const notesEnd = "<!-- release-command:notes:end -->";
const markers = /<!-- release-command:(?:begin|end|notes)[^>]*-->/g;

/** GitHub takes 65,536 characters, and counts the ends of lines as it likes. */
const maxLength = 65_000;

export interface Body {
  readonly text: string;
  /** Somebody changed our part: it was left alone. */
  readonly isTheirs: boolean;
}

/**
 * `current` with our part, between two markers, replaced by the first of `ours` (the same in ever fewer words) that leaves
 * room for what people wrote around it and between the markers for notes. A part that somebody changed stays as it is.
 */
export function withOurPart(current: string, ours: readonly string[]): Body {
  const text = normalised(current);
  const found = findPart(text);
  if (found?.isEdited === true) return { text, isTheirs: true };
  // Somebody deleted one of the markers: the other one must not swallow what they wrote.
  const before = found?.before ?? spaced(text.replaceAll(markers, "").trim());
  const { after = "", notes = "" } = found ?? {};
  const room = maxLength - before.length - after.length - notes.length - partOf("", "").length;
  const cleaned = ours.map((one) => normalised(one.replaceAll(markers, "")));
  const fitting = cleaned.find((one) => one.length <= room) ?? shortened(cleaned.at(-1) ?? "", room);
  return { text: before + partOf(fitting, notes) + after, isTheirs: false };
}

const spaced = (text: string): string => (text === "" ? "" : `${text}\n\n`);

interface Part {
  readonly before: string;
  readonly notes: string;
  readonly after: string;
  readonly isEdited: boolean;
}

function findPart(text: string): Part | undefined {
  const begin = beginning.exec(text);
  if (begin === null) return undefined;
  const from = begin.index + begin[0].length;
  const to = text.indexOf(end, from);
  if (to < 0) return undefined;
  const inside = text.slice(from, to);
  const [opening, closing] = [inside.indexOf(notesBegin), inside.lastIndexOf(notesEnd)];
  const hasNotes = opening >= 0 && closing >= opening;
  const generated = hasNotes ? inside.slice(0, opening) + inside.slice(closing + notesEnd.length) : inside;
  return {
    before: text.slice(0, begin.index),
    notes: hasNotes ? inside.slice(opening + notesBegin.length, closing).trim() : "",
    after: text.slice(to + end.length),
    isEdited: begin[1] !== undefined && begin[1] !== digestOf(generated),
  };
}

function partOf(text: string, notes: string): string {
  const begin = `<!-- release-command:begin ${digestOf(text)} -->`;
  return [begin, text, "", notesBegin, ...(notes === "" ? [] : [notes]), notesEnd, end].join("\n");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
}

/** Whole lines only: half a table row or link would show. */
function shortened(text: string, room: number): string {
  const ending = "\n\n… (shortened)";
  const cut = text.lastIndexOf("\n", Math.max(0, room - ending.length));
  return cut <= 0 ? "" : `${text.slice(0, cut)}${ending}`;
}

/** Text as we compare it: the web editor of GitHub writes CRLF. Of its own result it changes nothing. */
export function normalised(text: string | null | undefined): string {
  return (text ?? "").replaceAll(/\r\n?/g, "\n").trim();
}
