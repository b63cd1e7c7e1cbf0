import type { RequestKind } from "#machine";
import type { ReportFormat } from "#report";
import type { RetryWords, SmokePlace, StartWords, WantedRedeploy } from "#stages";

import type { AnalyzeWanted } from "./analyze.ts";
import { analyzeWanted } from "./analyze-words.ts";
import type { AuditWanted } from "./audit.ts";
import { auditOf } from "./audit-words.ts";
import { metricsWanted, type MetricsWanted } from "./metrics-words.ts";
import type { NotesWanted } from "./changelog.ts";
import type { DashboardWanted } from "./dashboard.ts";
import { dashboardWanted } from "./dashboard-words.ts";
import { defaultReasons } from "./default-reasons.ts";
import type { LintTarget } from "./lint-commits.ts";
import { requireOwnOptions, splitWords, verbs, type Values, type VerbName } from "./options.ts";
import { didYouMean, oneOf, wrong } from "./wrong.ts";

/** What a command line asks for. Every spelling of one wish ends as the same value. */
export type Command =
  | {
      readonly kind: "start";
      /** What `startOf` makes a release of. */
      readonly words: StartWords;
      /** File that the plan of a dry run is written to. */
      readonly out?: string;
    }
  | { readonly kind: "lint-commits"; readonly what: LintTarget }
  | { readonly kind: "changelog"; readonly wanted: NotesWanted }
  | { readonly kind: "status"; readonly id?: string; readonly json: boolean }
  | { readonly kind: "resume"; readonly id: string; readonly emergency?: string }
  | ({ readonly kind: "retry" } & RetryWords)
  | { readonly kind: "request"; readonly ask: RequestKind; readonly id: string; readonly reason: string }
  | { readonly kind: "rollback"; readonly from: string; readonly to?: string; readonly reason: string }
  | ({ readonly kind: "redeploy" } & WantedRedeploy)
  | { readonly kind: "false-positive"; readonly id: string; readonly reason: string }
  | { readonly kind: "report"; readonly id: string; readonly format: ReportFormat; readonly rootCause?: string }
  | { readonly kind: "watch"; readonly resume: boolean }
  | { readonly kind: "follow"; readonly id: string }
  | { readonly kind: "dashboard"; readonly wanted: DashboardWanted }
  | { readonly kind: "config"; readonly json: boolean }
  | ({ readonly kind: "metrics" } & MetricsWanted)
  | { readonly kind: "audit"; readonly wanted: AuditWanted }
  | { readonly kind: "smoke"; readonly place: SmokePlace; readonly json: boolean }
  | ({ readonly kind: "analyze" } & AnalyzeWanted)
  | { readonly kind: "demo"; readonly args: readonly string[] }
  | { readonly kind: "help" };

export interface CommandLine {
  readonly command: Command;
  /** The clone to work in, when it is not the current directory. */
  readonly directory?: string;
  /** Lines one after another, on a terminal too. */
  readonly plain?: true;
}

const reportFormats = ["md", "json", "html", "facts"] as const satisfies readonly ReportFormat[];

/** Reads a command line: `release start …`, and the spellings of chat and documents (`/release --type=…`). Throws an `input` fault. */
export function parseCommand(argv: readonly string[]): CommandLine {
  const words = argv[0] === "/release" ? argv.slice(1) : argv;
  if (words.length === 0) return { command: { kind: "help" } };
  // The demo reads its own options; asked for help, it has none of its own.
  if (words[0] === "demo" && !words.includes("--help") && !words.includes("-h"))
    return { command: { kind: "demo", args: words.slice(1) } };
  const { values, positionals } = splitWords(words);
  const [first, second, third, ...further] = positionals;
  if (values.help === true || first === "help") return { command: { kind: "help" } };
  const verb = verbOf(first, values);
  requireOwnOptions(verb, values);
  // Only the audit log is asked in two words: what, and about which release.
  const extra = verb === "audit" ? further[0] : third;
  if (extra !== undefined) throw wrong(`"${extra}" is one word too many`, usageOf(verb));
  const command =
    verb === "audit" ? { kind: verb, wanted: auditOf(second, third, values) } : build(verb, second, values);
  return {
    command,
    ...(values.directory === undefined ? {} : { directory: values.directory }),
    ...(values.plain === true ? { plain: true } : {}),
  };
}

function verbOf(word: string | undefined, values: Values): VerbName {
  const names = Object.keys(verbs);
  if (word !== undefined) {
    if (isVerb(word)) return word;
    throw wrong(`Unknown command "${word}"`, didYouMean(word, names));
  }
  if (values.rollback !== undefined) return "rollback";
  return values.report === undefined ? "start" : "report";
}

function isVerb(word: string): word is VerbName {
  return Object.hasOwn(verbs, word);
}

function build(verb: Exclude<VerbName, "audit">, word: string | undefined, values: Values): Command {
  const id = () => named(one(word, values.rollback ?? values.report, "the release", `--${verb}`), verb);
  switch (verb) {
    case "start":
      refuse(word, verb);
      return start(values);
    case "status":
      return { kind: "status", json: values.json === true, ...(word === undefined ? {} : { id: word }) };
    case "resume":
      return { kind: verb, id: id(), ...(values.emergency === undefined ? {} : { emergency: values.emergency }) };
    case "retry":
      return { kind: verb, id: id(), ...overriding(values) };
    case "abort":
    case "hold":
      return { kind: "request", ask: verb, id: id(), reason: demandReason(values, verb) };
    case "promote":
      return { kind: "request", ask: verb, id: id(), reason: values.reason ?? defaultReasons.promote };
    case "rollback":
      return values["false-positive"] === undefined ? rollback(id(), values) : wrongRollback(word, values);
    case "redeploy":
      return { kind: verb, environment: environmentOf(word), reason: values.reason ?? defaultReasons.redeploy };
    case "report":
      return {
        kind: "report",
        id: id(),
        format: oneOf(values.format ?? "md", reportFormats, "--format"),
        ...(values["root-cause"] === undefined ? {} : { rootCause: values["root-cause"] }),
      };
    case "lint-commits":
      return lint(word, values);
    case "changelog":
      return notes(word, values);
    case "watch":
      return watched(word, values);
    case "dashboard":
      return { kind: "dashboard", wanted: dashboardWanted(word, values) };
    case "metrics":
      refuse(word, verb);
      return { kind: verb, ...metricsWanted(values) };
    case "config":
      refuse(word, verb);
      return { kind: "config", json: values.json === true };
    case "smoke":
      return { kind: verb, place: placeOf(word), json: values.json === true };
    case "analyze":
      return { kind: verb, ...analyzeWanted(word, values) };
    case "demo":
    case "help":
      return { kind: "help" };
  }
}

function watched(id: string | undefined, { resume }: Values): Command {
  if (id === undefined) return { kind: "watch", resume: resume === true };
  if (resume !== true) return { kind: "follow", id };
  throw wrong("--resume goes on with every release that may", `One release: release resume ${id}`);
}

function environmentOf(word: string | undefined): WantedRedeploy["environment"] {
  if (word === "staging" || word === "production") return word;
  throw wrong(
    word === undefined ? "redeploy needs an environment" : `"${word}" is no environment`,
    "Use staging or production: the journal knows which version was the last good one there. Example: release redeploy production",
  );
}

function placeOf(word: string | undefined): SmokePlace {
  if (word === "staging" || word === "production") return { environment: word };
  if (word !== undefined && /^https?:\/\/[^/]/i.test(word) && URL.canParse(word)) return { url: word };
  throw wrong(
    word === undefined ? "smoke needs a place" : `"${word}" is no place to test`,
    "Give staging, production or an address. Example: release smoke https://staging.shop.example",
  );
}

function start(values: Values): Command {
  const { plan, out, changelog, severity, incident, emergency, at, expires } = values;
  const dryRun = values["dry-run"] === true;
  // A plan's file names its version; its digest alone does not.
  const planned = plan !== undefined && plan !== "" && !plan.startsWith("sha256:");
  if (!planned && (values.version === undefined || values.version === ""))
    throw wrong("--version is missing", "Example: --version=2.5.0 (or major, minor, patch, auto)");
  if (out !== undefined && !dryRun)
    throw wrong(
      "--out belongs to --dry-run",
      "Example: --dry-run --out=plan.json, then: release start --plan=plan.json",
    );
  const words: StartWords = {
    type: oneOf(values.type ?? "standard", ["standard", "hotfix"], "--type"),
    version: values.version ?? "auto",
    ...(dryRun ? { dryRun } : {}),
    from: one(values.from, values.base, "--from", "--base"),
    to: one(values.to, values.target, "--to", "--target"),
    changelog,
    plan,
    severity: severity === undefined ? undefined : oneOf(severity, ["none", "P0", "P1"], "--severity"),
    incident,
    emergency,
    at,
    expires,
    ...overriding(values),
    ...(values["allow-lower-version"] === true ? { allowLowerVersion: true } : {}),
    ...(values.adopt === true ? { adopt: true } : {}),
  };
  return { kind: "start", words, ...(out === undefined ? {} : { out }) };
}

/** What may fail: each time that it was said, one line. */
function overriding({ override }: Values): Pick<StartWords, "override"> {
  return override === undefined ? {} : { override: override.join("\n") };
}

function lint(range: string | undefined, values: Values): Command {
  const { message } = values;
  const hook = values["install-hook"] === true;
  if ([range, message, hook ? "hook" : undefined].filter((word) => word !== undefined).length > 1)
    throw wrong("A range, --message and --install-hook are three different things", usageOf("lint-commits"));
  if (hook) return { kind: "lint-commits", what: { kind: "install-hook" } };
  if (message !== undefined) return { kind: "lint-commits", what: { kind: "message", file: message } };
  return { kind: "lint-commits", what: { kind: "range", ...(range === undefined ? {} : { range }) } };
}

function notes(range: string | undefined, { all, version }: Values): Command {
  if (range !== undefined && all === true)
    throw wrong("A range and --all are two different things", usageOf("changelog"));
  return {
    kind: "changelog",
    wanted: {
      all: all === true,
      ...(range === undefined ? {} : { range }),
      ...(version === undefined ? {} : { version }),
    },
  };
}

function wrongRollback(word: string | undefined, values: Values): Command {
  const { rollback: from, to, target, "false-positive": id } = values;
  if ([word, from, to, target].some((other) => other !== undefined))
    throw wrong("--false-positive says which rollback was wrong: it brings nothing back", falsePositiveUsage);
  const { reason } = values;
  if (id === undefined || id.trim() === "" || reason === undefined || reason.trim() === "")
    throw wrong("--false-positive needs a release and a reason", falsePositiveUsage);
  return { kind: "false-positive", id, reason };
}

const falsePositiveUsage = 'Example: release rollback --false-positive=v2.5.0 --reason="a traffic spike"';

function rollback(from: string, values: Values): Command {
  const to = one(values.to, values.target, "--to", "--target");
  return {
    kind: "rollback",
    from,
    reason: values.reason ?? defaultReasons.rollback,
    // Deployed versions are named by their tags.
    ...(to === undefined ? {} : { to: /^\d/.test(to) ? `v${to}` : to }),
  };
}

/** One value of two spellings; different values cannot both be meant. */
function one(a: string | undefined, b: string | undefined, first: string, second: string): string | undefined {
  if (a !== undefined && b !== undefined && a !== b)
    throw wrong(
      `${first} and ${second} are two words for one thing, with different values: "${a}" and "${b}"`,
      `Give one of them. Example: ${first.startsWith("--") ? first : second}=${a}`,
    );
  return a ?? b;
}

function named(id: string | undefined, verb: VerbName): string {
  if (id === undefined || id.trim() === "") throw wrong(`${verb} needs a release`, usageOf(verb));
  return id;
}

function refuse(word: string | undefined, verb: VerbName): void {
  if (word !== undefined) throw wrong(`"${word}" is one word too many`, usageOf(verb));
}

function demandReason({ reason }: Values, verb: VerbName): string {
  if (reason !== undefined && reason.trim() !== "") return reason;
  throw wrong(`${verb} needs a reason: it is kept in the record`, usageOf(verb));
}

function usageOf(verb: VerbName): string {
  return `Example: ${verbs[verb].example}`;
}
