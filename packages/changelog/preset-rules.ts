import type { CommitType } from "./commit-types.ts";
import type { Header } from "./header.ts";

/** A regular expression as data. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** What of a conventional-changelog preset is taken: its table, and how it reads headers. Plain JSON, so that a plan can hold it. */
export interface Preset {
  readonly name: string;
  /** The sections in their order. */
  readonly types: readonly CommitType[];
  /** Present where headers are read otherwise than by Conventional Commits 1.0. */
  readonly header?: { readonly pattern: Pattern; readonly parts: readonly string[] };
  /** Headers that this matches break something. */
  readonly breakingHeader?: Pattern;
  /** Words besides `BREAKING CHANGE` that begin the note of a breaking change. */
  readonly noteKeywords?: readonly string[];
}

/** How a team reads messages where it differs from Conventional Commits 1.0; made once, asked for each commit. */
export interface Reading {
  header(line: string): Header | undefined;
  /** Notes of breaking changes that only this reading knows. */
  notes(rest: string): readonly string[];
}

// The team's expression meets text of strangers: what it may cost is bounded by what it sees.
const maxHeader = 500;

/** The reading of a preset; `undefined` where it reads as everybody does. */
export function readingOf({ header, breakingHeader, noteKeywords = [] }: Preset): Reading | undefined {
  if (header === undefined && breakingHeader === undefined && noteKeywords.length === 0) return undefined;
  const pattern = header === undefined ? undefined : expressionOf(header.pattern);
  const breaking = breakingHeader === undefined ? undefined : expressionOf(breakingHeader);
  const words = noteKeywords.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join("|");
  const note =
    words === "" ? undefined : new RegExp(String.raw`^[\s|*]*(?:${words}):[ \t]+(\S.*(?:\n(?!\n).+)*)`, "gim");
  return {
    header(line) {
      const text = line.slice(0, maxHeader);
      const found = pattern?.exec(text);
      if (found === undefined || found === null) return undefined;
      const part = (name: string) => found[(header?.parts.indexOf(name) ?? -1) + 1]?.trim();
      const [type = "", description = ""] = [part("type"), part("subject")];
      if (header?.parts.includes("type") !== true || type === "" || description === "") return undefined;
      const scope = header.parts.includes("scope") ? part("scope") : undefined;
      return {
        type: type.toLowerCase(),
        scope: scope === "" || scope === "*" ? undefined : scope,
        bang: breaking?.test(text) === true,
        description: description + line.slice(maxHeader),
      };
    },
    notes: (rest) => (note === undefined ? [] : [...rest.matchAll(note)].map(([, text = ""]) => text.trim())),
  };
}

/** A sticky or global one would remember where it stopped. */
function expressionOf({ source, flags }: Pattern): RegExp {
  return new RegExp(source, flags.replaceAll(/[gy]/g, ""));
}
