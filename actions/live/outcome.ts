import { summaryOf, type Outcome } from "#shell";

/** One thing that we believe of the host, and what it did. */
export interface Row {
  readonly fact: string;
  readonly holds: boolean;
  readonly seen: string;
}

/** The table, red when a fact does not hold. `told` is the step that fails on purpose, after its output. */
export function liveOutcome(kind: "checked" | "told", rows: readonly Row[]): Outcome {
  if (kind === "told") {
    const failure = {
      message: "This step fails on purpose, after its output",
      hint: "The next job says what reached it.",
    };
    return { outputs: { outcome: "told" }, summary: "", failure };
  }
  const wrong = rows.filter(({ holds }) => !holds);
  const table = rows.map(({ fact, holds, seen }) => [`${holds ? "✅" : "❌"} ${fact}`, seen] as const);
  const outcome = wrong.length === 0 ? "holds" : "differs";
  const failure = {
    message: `The host differs from what we believe: ${wrong.map(({ fact, seen }) => `${fact} (${seen})`).join("; ")}`,
    hint: "Open an issue with this table: the conditions of the workflows rest on these facts.",
  };
  return {
    outputs: { outcome },
    summary: summaryOf({ title: `Live checks: ${outcome}`, rows: table }),
    ...(wrong.length === 0 ? {} : { failure }),
  };
}
