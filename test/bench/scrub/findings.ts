import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "yaml";

import { type Sample, texts } from "./corpora.ts";

interface Snapshot {
  readonly sourceContent?: string;
  readonly messages: readonly { readonly ruleId: string; readonly range?: readonly [number, number] }[];
}

/** What secretlint finds in its own snapshots, by what it says where a secret stands. */
export function secretlintSamples(root: string): readonly Sample[] {
  return texts(root, "packages/@secretlint/*/test/snapshots/ng*/output.json").flatMap(([, text]) => {
    const { sourceContent = "", messages } = JSON.parse(text) as Snapshot;
    return messages
      .filter(({ range }) => range !== undefined)
      .map(({ ruleId, range = [0, 0] }) => ({
        kind: ruleId.replace("@secretlint/secretlint-rule-", ""),
        text: sourceContent,
        secret: sourceContent.slice(...range),
      }));
  });
}

interface Finding {
  readonly rule: string;
  readonly line_data_list: readonly { readonly line: string; readonly value: string }[];
}

/** What CredSweeper finds in its own samples: a line and the value in it. */
export function credSweeperSamples(root: string): readonly Sample[] {
  const found = JSON.parse(readFileSync(path.join(root, "tests/data/output.json"), "utf8")) as readonly Finding[];
  return found.map(({ rule, line_data_list: lines }) => ({
    kind: rule,
    text: lines.map(({ line }) => line).join("\n"),
    secret: lines.map(({ value }) => value).toSorted((a, b) => b.length - a.length)[0] ?? "",
  }));
}

interface Leak {
  readonly "rule.description": string;
  readonly "location.path": string;
  readonly match: string;
  readonly secret: string;
}

/** What leaktk expects of its rules in files of leaks that are none: the lines of each match. */
export function leaktkSamples(rules: string, leaks: string): readonly Sample[] {
  const wanted = parse(
    readFileSync(path.join(rules, "testdata/leaktk-scanner-results.yaml"), "utf8"),
  ) as readonly Leak[];
  return wanted.flatMap(({ "rule.description": kind, "location.path": file, match, secret }) => {
    const all = path.join(leaks, file);
    const text = existsSync(all) ? readFileSync(all, "utf8") : "";
    const at = text.indexOf(match);
    const end = text.indexOf("\n", at + match.length);
    const lines = text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end);
    return at < 0 ? [] : [{ kind, text: lines, secret }];
  });
}
