import { nearestWord } from "#faults";

interface Issue {
  readonly code: string;
  readonly input?: unknown;
  readonly [detail: string]: unknown;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

/** What is wrong with a value, in our words; `undefined` leaves it to the schema's own. */
export function describeIssue(issue: Issue): string | undefined {
  if (issue.input === undefined && issue.code !== "custom") return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kinds[String(issue["expected"])] ?? String(issue["expected"])}, got ${shown(issue.input)}`;
    case "invalid_value": {
      const allowed = Array.isArray(issue["values"]) ? issue["values"].map(String) : [];
      return `must be one of ${allowed.join(", ")}, got ${shown(issue.input)}${didYouMean(String(issue.input), allowed)}`;
    }
    case "too_small":
      return atBound(issue, "minimum", issue["inclusive"] === false ? "above" : "at least");
    case "too_big":
      return atBound(issue, "maximum", issue["inclusive"] === false ? "below" : "at most");
    default:
      return undefined;
  }
}

function atBound(issue: Issue, bound: "minimum" | "maximum", words: string): string {
  const limit = String(issue[bound]);
  if (issue["origin"] === "string") return "must not be empty";
  if (issue["origin"] === "array") return `must have ${words} ${limit} entries`;
  return `must be ${words} ${limit}, got ${shown(issue.input)}`;
}

/** A value for a message: short, on one line. */
export function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** ` (did you mean "canary"?)` when one of the known words is near, else nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? "" : ` (did you mean "${near}"?)`;
}
