import { parse } from "yaml";

import { type Sample, texts } from "./corpora.ts";
import { secretIn } from "./rule-examples.ts";

interface Pattern {
  readonly "pattern-regex"?: string;
  readonly patterns?: readonly Pattern[];
  readonly "pattern-either"?: readonly Pattern[];
}

interface Rule extends Pattern {
  readonly id: string;
}

/** What semgrep tests its rules with: `ruleid:` or `ok:` in a remark, and the text in the lines below it. */
export function semgrepSamples(root: string): readonly Sample[] {
  const rules = texts(root, "generic/secrets/**/*.yaml").flatMap(
    ([, text]) => (parse(text) as { readonly rules?: readonly Rule[] }).rules ?? [],
  );
  const patterns = new Map(rules.map((rule) => [rule.id, patternsOf(rule)]));
  return texts(root, "generic/secrets/**/*.{txt,go,js,jsx,php,npmrc,generic}").flatMap(([, text]) =>
    [
      ...text.matchAll(/(?:ruleid|(?<ok>ok)): ?(?<kind>[\w-]+)[^\n]*\n(?<below>[^]*?)(?=\n[^\n]*(?:ruleid|ok):|$)/g),
    ].flatMap(({ groups }) => {
      const { kind = "", below = "" } = groups ?? {};
      if (groups?.["ok"] !== undefined) return [{ kind, text: below, secret: "", clean: true }];
      const secret = (patterns.get(kind) ?? []).map((one) => secretIn(below, one)).find((one) => one !== undefined);
      return secret === undefined ? [] : [{ kind, text: below, secret }];
    }),
  );
}

function patternsOf(rule: Pattern): readonly string[] {
  const inner = [...(rule.patterns ?? []), ...(rule["pattern-either"] ?? [])].flatMap(patternsOf);
  return rule["pattern-regex"] === undefined ? inner : [rule["pattern-regex"], ...inner];
}
