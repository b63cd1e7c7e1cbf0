import { parseArgs } from "node:util";

import { wrong, didYouMean } from "./wrong.ts";

/** Every option there is. */
export const options = {
  type: { type: "string" },
  version: { type: "string" },
  from: { type: "string" },
  base: { type: "string" },
  to: { type: "string" },
  target: { type: "string" },
  changelog: { type: "string" },
  all: { type: "boolean" },
  severity: { type: "string" },
  incident: { type: "string" },
  override: { type: "string", multiple: true },
  emergency: { type: "string" },
  at: { type: "string" },
  expires: { type: "string" },
  "allow-lower-version": { type: "boolean" },
  adopt: { type: "boolean" },
  "dry-run": { type: "boolean" },
  plan: { type: "string" },
  message: { type: "string" },
  "install-hook": { type: "boolean" },
  rollback: { type: "string" },
  report: { type: "string" },
  "false-positive": { type: "string" },
  reason: { type: "string" },
  format: { type: "string" },
  "root-cause": { type: "string" },
  out: { type: "string" },
  port: { type: "string" },
  branch: { type: "string" },
  follow: { type: "boolean" },
  json: { type: "boolean" },
  resume: { type: "boolean" },
  judge: { type: "string" },
  alpha: { type: "string" },
  "max-error-ratio": { type: "string" },
  key: { type: "string", multiple: true },
  checkpoint: { type: "string", multiple: true },
  anchors: { type: "boolean" },
  person: { type: "string" },
  directory: { type: "string" },
  plain: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Option = keyof typeof options;

/** The values of a command line, by the long name of their option. */
export type Values = {
  readonly [K in Option]?: (typeof options)[K] extends { multiple: true }
    ? readonly string[]
    : (typeof options)[K]["type"] extends "boolean"
      ? boolean
      : string;
};

/** Options that may be given more than once, each time for something else. */
const repeatable: ReadonlySet<string> = new Set(
  Object.entries(options).flatMap(([name, option]) => ("multiple" in option ? [name] : [])),
);

interface Verb {
  readonly example: string;
  readonly options: readonly Option[];
}

/** Every command, with the options that mean something to it. */
export const verbs = {
  start: {
    example: "release start --version=2.5.0 --from=develop --to=main",
    options: [
      "type",
      "version",
      "from",
      "base",
      "to",
      "target",
      "changelog",
      "severity",
      "incident",
      "override",
      "emergency",
      "at",
      "expires",
      "allow-lower-version",
      "adopt",
      "dry-run",
      "out",
      "plan",
    ],
  },
  status: { example: "release status v2.5.0", options: ["json"] },
  resume: { example: "release resume v2.5.0", options: ["emergency"] },
  retry: { example: "release retry v2.5.0", options: ["override"] },
  abort: { example: 'release abort v2.5.0 --reason="wrong branch"', options: ["reason"] },
  promote: { example: "release promote v2.5.0", options: ["reason"] },
  hold: { example: 'release hold v2.5.0 --reason="payment provider is down"', options: ["reason"] },
  rollback: {
    example: "release rollback v2.5.0 --to=v2.4.0",
    options: ["rollback", "to", "target", "false-positive", "reason"],
  },
  redeploy: { example: 'release redeploy production --reason="a machine was lost"', options: ["reason"] },
  report: { example: "release report v2.5.0 --format=html", options: ["report", "format", "root-cause"] },
  watch: { example: "release watch --resume", options: ["resume"] },
  dashboard: { example: "release dashboard build --out=public", options: ["out", "port", "branch", "follow"] },
  metrics: { example: "release metrics --format=openmetrics --from=2026-01-01", options: ["format", "from", "to"] },
  "lint-commits": { example: "release lint-commits v2.4.0..HEAD", options: ["message", "install-hook"] },
  changelog: { example: "release changelog v2.4.0..HEAD", options: ["all", "version"] },
  config: { example: "release config --json", options: ["json"] },
  audit: {
    example: "release audit verify",
    options: ["key", "checkpoint", "anchors", "format", "from", "to", "person", "reason"],
  },
  smoke: { example: "release smoke staging", options: ["json"] },
  analyze: {
    example: "release analyze metrics.jsonl",
    options: ["json", "judge", "alpha", "max-error-ratio"],
  },
  demo: { example: "release demo --fault=production-errors", options: [] },
  help: { example: "release help", options: [] },
} as const satisfies Readonly<Record<string, Verb>>;

export type VerbName = keyof typeof verbs;

/** Splits words into options and the rest. Throws an `input` fault for what is unknown, doubled or lacks its value. */
export function splitWords(words: readonly string[]): {
  readonly values: Values;
  readonly positionals: readonly string[];
} {
  const { values, positionals, tokens } = parsed(words);
  const seen = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option" || repeatable.has(token.name)) continue;
    const value = token.value ?? "";
    const before = seen.get(token.name);
    if (before !== undefined && before !== value)
      throw wrong(
        `--${token.name} is given twice, with different values: "${before}" and "${value}"`,
        `Give it once. Example: --${token.name}=${value}`,
      );
    seen.set(token.name, value);
  }
  return { values, positionals };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true, tokens: true });
  } catch (thrown) {
    throw explain(String(Reflect.get(Object(thrown), "message")));
  }
}

function explain(message: string): Error {
  const unknown = /^Unknown option '(?<name>[^']+)'/.exec(message)?.groups?.["name"];
  const names = Object.keys(options).map((name) => `--${name}`);
  if (unknown !== undefined) return wrong(`Unknown option ${unknown}`, didYouMean(unknown, names));
  const lacking = /^Option '(?:-\w, )?(?<name>--[\w-]+)/.exec(message)?.groups?.["name"];
  if (lacking === undefined) return wrong(message.split("\n", 1)[0] ?? message, `Example: ${verbs.start.example}`);
  return lacking in examples
    ? wrong(`${lacking} needs a value`, `Example: ${lacking}=${examples[lacking]}`)
    : wrong(`${lacking} takes no value`, `Example: ${lacking}`);
}

const examples: Readonly<Record<string, string>> = {
  "--type": "standard",
  "--version": "2.5.0",
  "--from": "develop",
  "--base": "v2.5.0",
  "--to": "main",
  "--target": "main",
  "--changelog": "docs/CHANGELOG_CUSTOM.md",
  "--severity": "P0",
  "--incident": "INC-1",
  "--override": '"unit: flaky runner, INC-7"',
  "--emergency": '"checkout is down, INC-7"',
  "--at": '"2026-12-01T09:00 Europe/Berlin"',
  "--expires": '"2026-12-01T17:00 Europe/Berlin"',
  "--plan": "plan.json",
  "--message": ".git/COMMIT_EDITMSG",
  "--rollback": "v2.5.0",
  "--report": "v2.5.0",
  "--reason": '"payment provider is down"',
  "--format": "json",
  "--root-cause": '"pool of 5 connections, INC-7"',
  "--out": "public",
  "--judge": "sequential",
  "--alpha": "0.0025",
  "--max-error-ratio": "0.05",
  "--person": "mallory",
  "--directory": "../shop",
};

/** Refuses an option that the command would not look at: what is asked for is done, or said to be impossible. */
export function requireOwnOptions(verb: VerbName, values: Values): void {
  const own: readonly string[] = [...verbs[verb].options, "directory", "plain", "help"];
  const strange = Object.keys(values).find((name) => !own.includes(name));
  if (strange === undefined) return;
  throw wrong(`--${strange} means nothing to "release ${verb}"`, `Example: ${verbs[verb].example}`);
}
