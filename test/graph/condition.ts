import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

export type Result = "success" | "failure" | "cancelled" | "skipped";

/** How a job ended, as the jobs after it see it. */
export interface Ended {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a condition may look at. */
export interface Moment {
  /** The jobs that this one names in `needs`. */
  readonly needs: Readonly<Record<string, Ended>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether the run has been cancelled. */
  readonly cancelled: boolean;
  /** The event, where a condition asks for it. */
  readonly github?: Tree;
  /** Results of all jobs before this one, through `needs` of `needs`: what `success()` and `failure()` look at. */
  readonly ancestors: readonly Result[];
}

/** Values as an event has them. */
export type Tree = string | number | { readonly [key: string]: Tree };

export type Condition = (moment: Moment) => boolean;

const statusFunctions = ["success", "failure", "always", "cancelled"];

/** A condition evaluated by GitHub's own evaluator; answers are remembered, for a simulation asks the same again and again. */
export function compile(text: string): Condition {
  const functions = statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 0 }));
  const tree = new Parser(new Lexer(text).lex().tokens, ["needs", "inputs", "github", "vars"], functions).parse();
  const known = new Map<string, boolean>();
  return (moment) => {
    const key = JSON.stringify(moment);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const answer = truth(new Evaluator(tree, contextOf(moment), statusOf(moment)).evaluate());
    known.set(key, answer);
    return answer;
  };
}

function statusOf({ cancelled, ancestors }: Moment): ConstructorParameters<typeof Evaluator>[2] {
  const answers: Readonly<Record<string, boolean>> = {
    always: true,
    cancelled,
    success: !cancelled && ancestors.every((result) => result === "success"),
    failure: !cancelled && ancestors.includes("failure"),
  };
  return new Map(
    statusFunctions.map((name) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answers[name] === true) },
    ]),
  );
}

function contextOf({ needs, inputs, github = {} }: Moment): data.Dictionary {
  const ended = Object.entries(needs).map(([id, { result, outputs }]) => ({
    key: id,
    value: new data.Dictionary(
      { key: "result", value: new data.StringData(result) },
      { key: "outputs", value: dictionary(outputs) },
    ),
  }));
  return new data.Dictionary(
    { key: "needs", value: new data.Dictionary(...ended) },
    { key: "inputs", value: dictionary(inputs) },
    { key: "github", value: valueOf(github) },
  );
}

function valueOf(tree: Tree): data.ExpressionData {
  if (typeof tree === "string") return new data.StringData(tree);
  if (typeof tree === "number") return new data.NumberData(tree);
  return new data.Dictionary(...Object.entries(tree).map(([key, value]) => ({ key, value: valueOf(value) })));
}

/** The runner does not set an output that is empty. */
function dictionary(values: Readonly<Record<string, string>>): data.Dictionary {
  const set = Object.entries(values).filter(([, value]) => value !== "");
  return new data.Dictionary(...set.map(([key, value]) => ({ key, value: new data.StringData(value) })));
}

function truth(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Boolean:
      return value.value;
    case data.Kind.String:
      return value.value !== "";
    case data.Kind.Number:
      return value.value !== 0 && !Number.isNaN(value.value);
    case data.Kind.Null:
      return false;
    case data.Kind.Array:
    case data.Kind.Dictionary:
      return true;
  }
}
