import { parseArgs } from "node:util";

import { closest, distance } from "fastest-levenshtein";

import { ReleaseFault } from "#faults";
import type { RequestKind } from "#machine";

/** What a command line asks for. Every spelling of one wish ends as the same value. */
export type Command =
  | {
      readonly kind: "start";
      readonly type: "standard" | "hotfix";
      readonly version: string;
      readonly from?: string;
      readonly to?: string;
      readonly changelogFile?: string;
      readonly dryRun: boolean;
    }
  | { readonly kind: "status"; readonly id?: string; readonly json: boolean }
  | { readonly kind: "resume" | "retry"; readonly id: string }
  | { readonly kind: "request"; readonly ask: RequestKind; readonly id: string; readonly reason: string }
  | { readonly kind: "rollback"; readonly from: string; readonly to?: string; readonly reason: string }
  | { readonly kind: "report"; readonly id: string; readonly format: "md" | "json" }
  | { readonly kind: "dashboard"; readonly out: string }
  | { readonly kind: "audit" }
  | { readonly kind: "demo"; readonly args: readonly string[] }
  | { readonly kind: "help" };

const options = {
  type: { type: "string" },
  version: { type: "string" },
  from: { type: "string" },
  base: { type: "string" },
  to: { type: "string" },
  target: { type: "string" },
  changelog: { type: "string" },
  "dry-run": { type: "boolean" },
  rollback: { type: "string" },
  report: { type: "string" },
  reason: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const verbs = [
  "start",
  "status",
  "resume",
  "retry",
  "abort",
  "promote",
  "hold",
  "rollback",
  "report",
  "dashboard",
  "audit",
  "demo",
  "help",
] as const;
type Verb = (typeof verbs)[number];

type Values = {
  readonly [K in keyof typeof options]?: (typeof options)[K]["type"] extends "boolean" ? boolean : string;
};

/** Reads a command line: `release start …`, and the spellings of chat and documents (`/release --type=…`). Throws an `input` fault. */
export function parseCommand(argv: readonly string[]): Command {
  const words = argv[0] === "/release" ? argv.slice(1) : argv;
  if (words[0] === "demo") return { kind: "demo", args: words.slice(1) };
  const { values, positionals } = split(words);
  const [first, second, ...rest] = positionals;
  if (values.help === true || first === "help" || words.length === 0) return { kind: "help" };
  const verb = verbOf(first, values);
  if (rest.length > 0) throw wrong(`"${rest[0]}" is one word too many`, usageOf(verb));
  return build(verb, second, values);
}

function split(words: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const unknown = /Unknown option '(?<name>[^']+)'/.exec(message)?.groups?.["name"];
    if (unknown === undefined) throw wrong(message.split(". ")[0] ?? message, "Example: release start --version=2.5.0");
    throw wrong(
      `Unknown option ${unknown}`,
      didYouMean(
        unknown,
        Object.keys(options).map((name) => `--${name}`),
      ),
    );
  }
}

function verbOf(word: string | undefined, values: Values): Verb {
  const known = verbs.find((verb) => verb === word);
  if (known !== undefined) return known;
  if (word !== undefined) throw wrong(`Unknown command "${word}"`, didYouMean(word, verbs));
  if (values.rollback !== undefined) return "rollback";
  return values.report === undefined ? "start" : "report";
}

function build(verb: Verb, word: string | undefined, values: Values): Command {
  const id = () => named(word ?? values.rollback ?? values.report, verb);
  switch (verb) {
    case "start":
      return start(values);
    case "status":
      return { kind: "status", json: values.json === true, ...(word === undefined ? {} : { id: word }) };
    case "resume":
    case "retry":
      return { kind: verb, id: id() };
    case "abort":
    case "hold":
      return { kind: "request", ask: verb, id: id(), reason: demandReason(values, verb) };
    case "promote":
      return { kind: "request", ask: verb, id: id(), reason: values.reason ?? "go on" };
    case "rollback":
      return {
        kind: "rollback",
        from: id(),
        reason: values.reason ?? "asked for by hand",
        ...(values.to === undefined ? {} : { to: values.to }),
      };
    case "report":
      return { kind: "report", id: id(), format: oneOf(values.format ?? "md", ["md", "json"], "--format") };
    case "dashboard":
      return { kind: "dashboard", out: values.out ?? "release-dashboard" };
    case "audit":
      if (word !== "verify") throw wrong("audit needs a word: verify", "Example: release audit verify");
      return { kind: "audit" };
    case "demo":
    case "help":
      return { kind: "help" };
  }
}

function start(values: Values): Command {
  const type = oneOf(values.type ?? "standard", ["standard", "hotfix"], "--type");
  if (values.version === undefined)
    throw wrong("--version is missing", "Example: --version=2.5.0 (or major, minor, patch, auto)");
  const from = one(values.from, values.base, "--from", "--base");
  const to = one(values.to, values.target, "--to", "--target");
  return {
    kind: "start",
    type,
    version: values.version,
    dryRun: values["dry-run"] === true,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(values.changelog === undefined ? {} : { changelogFile: values.changelog }),
  };
}

function one(a: string | undefined, b: string | undefined, first: string, second: string): string | undefined {
  if (a !== undefined && b !== undefined && a !== b)
    throw wrong(
      `${first} and ${second} are two words for one thing, with different values`,
      `Give one of them. Example: ${first}=${a}`,
    );
  return a ?? b;
}

function oneOf<const T extends string>(value: string, known: readonly T[], option: string): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  throw wrong(
    `Unknown value "${value}" for ${option}`,
    `${didYouMean(value, known)} Example: ${option}=${known[0] ?? ""}`,
  );
}

function named(id: string | undefined, verb: Verb): string {
  if (id === undefined || id === "") throw wrong(`${verb} needs a release`, usageOf(verb));
  return id;
}

function demandReason({ reason }: Values, verb: Verb): string {
  if (reason !== undefined && reason.trim() !== "") return reason;
  throw wrong(
    `${verb} needs a reason: it is kept in the record`,
    `Example: release ${verb} v2.5.0 --reason="payment provider is down"`,
  );
}

function usageOf(verb: Verb): string {
  return verb === "rollback" ? "Example: release rollback v2.5.0 --to=v2.4.0" : `Example: release ${verb} v2.5.0`;
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, [...known]);
  return distance(word, near) <= Math.max(2, word.length / 3)
    ? `Did you mean ${near}?`
    : `Use one of: ${known.join(", ")}.`;
}

function wrong(message: string, hint: string): ReleaseFault {
  return new ReleaseFault("input", message, { hint });
}
