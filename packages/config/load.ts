import { createHash } from "node:crypto";
import { ReleaseFault } from "#faults";
import canonicalize from "canonicalize";
import { LineCounter, parseDocument, type Document } from "yaml";
import { checkAgreement } from "./agreement.ts";
import { flattenIssues } from "./issues.ts";
import { listProblems, locate, offsetOfKey, type Located } from "./problems.ts";
import { configSchema, type Written } from "./schema.ts";
import { settle, type Config } from "./settle.ts";
import type { Detected, Detection, Undetected } from "./detect/detect.ts";
import { describeIssue } from "./words.ts";

/** Where the configuration is read from unless an input names another file. */
export const defaultConfigPath = ".github/release-command.yml";

const maxTextLength = 1_000_000;
const maxAliases = 100;

export interface ConfigSource {
  /** The file's text; `undefined` when there is no such file: everything is then a default. */
  readonly text: string | undefined;
  /** How messages name the file. */
  readonly path: string;
  /** Names of the deploy targets and monitors that exist. */
  readonly targets: readonly string[];
  readonly monitors: readonly string[];
}

export interface LoadedConfig {
  readonly config: Config;
  /** SHA-256 (hex) of the configuration with every default filled in: comments and order do not matter. */
  readonly digest: string;
  /** What the file says, without what is detected. */
  readonly written: Written;
  /** Settings that nobody wrote and the project's own files tell. */
  readonly detected: readonly Detected[];
  readonly undetected: readonly Undetected[];
  /** The line in which a setting is written; `undefined` for one that is not. */
  readonly lineOf: (key: readonly PropertyKey[]) => number | undefined;
}

/** The configuration with every default filled in. Throws one `config` fault that lists every problem with its place. */
export function loadConfig(source: ConfigSource): LoadedConfig {
  const text = source.text ?? "";
  if (text.length > maxTextLength)
    throw refuse(source.path, `${source.path}: is larger than ${maxTextLength} characters`);
  const lines = new LineCounter();
  const document = parse(text, lines, source.path);
  const report = (problems: readonly Located[]): never => {
    throw refuse(source.path, listProblems(problems, { path: source.path, text, lines }), problems.length);
  };

  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) report(broken.map(({ pos, message }) => ({ offset: pos[0], message: explainYaml(message) })));
  const result = configSchema.safeParse(toValue(document, report), { error: describeIssue, reportInput: true });
  if (!result.success) return report(flattenIssues(result.error.issues).map((problem) => locate(document, problem)));
  const disagreements = checkAgreement(result.data, source);
  if (disagreements.length > 0) report(disagreements.map((problem) => locate(document, problem)));
  const { config } = settle(result.data, { gaps: [] });
  return {
    config,
    digest: digestOf(config),
    written: result.data,
    detected: [],
    undetected: [],
    lineOf: (key) => {
      const offset = offsetOfKey(document, key);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

/** The configuration with what the project's own files tell; what is written wins, setting by setting. */
export function withDetection(loaded: LoadedConfig, detection: Detection): LoadedConfig {
  const { config, detected, undetected } = settle(loaded.written, detection);
  return { ...loaded, config, digest: digestOf(config), detected, undetected };
}

function parse(text: string, lines: LineCounter, path: string): Document {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  } catch (thrown) {
    // The parser recurses: a file nested thousands deep ends its stack.
    throw refuse(path, `${path}: cannot be read: it is nested too deeply`, 1, thrown);
  }
}

function toValue(document: Document, report: (problems: readonly Located[]) => never): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: maxAliases }) ?? {};
    // Throws for an alias of itself, which the schema would follow for ever.
    JSON.stringify(value);
    return value;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : "";
    if (/^unresolved alias/i.test(message)) return report([{ offset: 0, message: explainYaml(message) }]);
    return report([
      { offset: 0, message: `has aliases that unfold to more than ${maxAliases} copies, or to themselves` },
    ]);
  }
}

function explainYaml(message: string): string {
  if (/tab/i.test(message)) return "has a tab as indentation: YAML wants spaces";
  return `is not YAML: ${message.replaceAll("\n", " ")}`;
}

function digestOf(config: Config): string {
  return createHash("sha256")
    .update(canonicalize(config) ?? "")
    .digest("hex");
}

function refuse(path: string, list: string, count = 1, cause?: unknown): ReleaseFault {
  const problems = count === 1 ? "1 problem" : `${count} problems`;
  return new ReleaseFault("config", `${path} has ${problems}; nothing was done.\n${list}`, {
    hint: `Change the lines named above in ${path}. A complete small file: environments: { production: { target: local, steps: [5, 25, 50, 100] } }. An empty file means all defaults.`,
    cause,
  });
}
