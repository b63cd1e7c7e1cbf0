import { CheckFailure } from "./check-failure.ts";
import type { Answer } from "./request.ts";

/** Reads values out of one answer: `header:NAME`, or a dotted path into its JSON. `what` begins each message. */
export class AnswerValues {
  readonly #what: string;
  readonly #answer: Answer;
  #json: { readonly value: unknown } | undefined;

  constructor(what: string, answer: Answer) {
    this.#what = what;
    this.#answer = answer;
  }

  /** The value, or a `CheckFailure` that names what is there instead. */
  at(source: string): unknown {
    if (source.startsWith("header:")) {
      const name = source.slice("header:".length).trim();
      const value = this.#answer.headers.get(name);
      if (value === null) throw this.#failed(`the answer has no header ${name}`);
      return value;
    }
    let value = this.#parsed();
    for (const key of source.split(".")) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
        throw this.#failed(`the answer has no "${source}"${namesIn(value)}`);
      }
      value = Object.entries(value).find(([found]) => found === key)?.[1];
    }
    return value;
  }

  #parsed(): unknown {
    if (this.#answer.truncated) throw this.#failed("the answer is larger than 1 MB");
    try {
      return (this.#json ??= { value: JSON.parse(this.#answer.body) as unknown }).value;
    } catch (thrown) {
      throw this.#failed(`expected JSON, got something else${beginOf(this.#answer.body)}`, thrown);
    }
  }

  #failed(message: string, cause?: unknown): CheckFailure {
    const { status } = this.#answer;
    return new CheckFailure(`${this.#what}: ${message}`, { transient: false, status, lacksCapture: true, cause });
  }
}

/** The beginning of an answer, for a message. */
export function beginOf(body: string): string {
  const text = body.replaceAll(/\s+/g, " ").trim();
  return text === "" ? ", with an empty answer" : `; the answer begins: ${text.slice(0, 160)}`;
}

function namesIn(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return ` (it has: ${Object.keys(value).slice(0, 8).join(", ") || "nothing"})`;
}
