import * as fc from "fast-check";

import { type Sample, texts } from "./corpora.ts";

interface Pattern {
  readonly Name: string;
  readonly Pattern: string;
}

const around = /^\((?:\^\||\?:)?(?:[^()]|\\.)*\)(?=\(\?P<refine>)|(?<=\))\((?:[^()]|\\.)*\|\$\)$/g;

/** Secrets drawn from the expressions that Microsoft's masker looks for, five of each, alone in a line of a log. */
export function microsoftSamples(root: string): readonly Sample[] {
  const all = texts(root, "GeneratedRegexPatterns/*.json").flatMap(
    ([, text]) => JSON.parse(text) as readonly Pattern[],
  );
  const patterns = new Map(all.map(({ Name, Pattern: source }) => [Name, source]));
  return [...patterns].flatMap(([kind, source]) =>
    drawn(source).map((secret) => ({ kind, text: `12:00:01 INFO got ${secret} from the vault`, secret })),
  );
}

/** Nothing where the expression is not one of this language. */
function drawn(source: string): readonly string[] {
  const refined = /\(\?P<refine>(?<inner>[^]*)$/.exec(source.replace(around, ""))?.[0] ?? source;
  try {
    const expression = new RegExp(`^${refined.replaceAll("(?P<", "(?<").replaceAll(/\(\?[a-z]+\)/g, "")}$`);
    return fc.sample(fc.stringMatching(expression), { numRuns: 5, seed: 7 });
  } catch {
    return [];
  }
}
