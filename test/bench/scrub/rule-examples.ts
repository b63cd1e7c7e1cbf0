import { runInNewContext } from "node:vm";

import { parse } from "yaml";

import { type Sample, texts } from "./corpora.ts";

interface Rule {
  readonly id: string;
  readonly pattern: string;
  readonly examples?: readonly string[];
  readonly negative_examples?: readonly string[] | null;
}

/** Rules as noseyparker, kingfisher and titus write them: each with examples, and a pattern that says where the secret stands. */
export function exampleSamples(root: string, pattern: string): readonly Sample[] {
  return texts(root, pattern).flatMap(([, text]) => {
    const { rules } = parse(text) as { readonly rules?: readonly Rule[] };
    return (rules ?? []).flatMap(({ id, pattern: source, examples = [], negative_examples: negative }) => [
      ...examples.flatMap((example) => {
        const secret = secretIn(example, source);
        return secret === undefined ? [] : [{ kind: id, text: example, secret }];
      }),
      ...(negative ?? []).map((example) => ({ kind: id, text: example, secret: "", clean: true })),
    ]);
  });
}

/** The longest group, or the whole match where there is none. */
export function secretIn(example: string, source: string): string | undefined {
  try {
    const flags = ["i", "s", "m"].filter((flag) => new RegExp(String.raw`\(\?\w*${flag}`).test(source)).join("");
    // Written for an engine without backtracking: here some never end.
    const found = runInNewContext(
      "new RegExp(source, flags).exec(example)",
      { source: plain(source), flags, example },
      { timeout: 500 },
    ) as RegExpExecArray | null;
    const [whole, ...groups] = found ?? [];
    return groups.filter((one) => one !== undefined).toSorted((a, b) => b.length - a.length)[0] ?? whole;
  } catch {
    return undefined;
  }
}

/** Without the spaces and comments of extended mode, and the flags. */
function plain(source: string): string {
  const isExtended = /^\s*(?:\(\?\w+\)\s*)*\(\?\w*x/.test(source);
  const bare = isExtended
    ? source.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\s+|(?<!\(\?)#[^\n]*/g, (part) =>
        /^(?:\s|#)/.test(part) ? "" : part,
      )
    : source.trim();
  return bare
    .replaceAll(/\(\?[a-z-]+\)/g, "")
    .replaceAll("(?P<", "(?<")
    .replaceAll(/\(\?[a-z]+:/g, "(?:");
}
