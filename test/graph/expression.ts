import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What an expression may look at: `needs`, `inputs`, `steps` and the like, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** A text of a workflow as a runner sees it: each `${{ }}` in it replaced by what GitHub's own evaluator makes of it. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluated(expression, contexts)).trim();
}

function evaluated(expression: string, contexts: Contexts): string {
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), []).parse();
  const seen = Object.entries(contexts).map(([key, value]) => ({ key, value: dataOf(value) }));
  return new Evaluator(tree, new data.Dictionary(...seen)).evaluate().coerceString();
}

function dataOf(value: unknown): data.ExpressionData {
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (typeof value !== "object" || value === null) throw new Error(`no workflow says ${String(value)}`);
  return new data.Dictionary(...Object.entries(value).map(([key, inner]) => ({ key, value: dataOf(inner) })));
}
