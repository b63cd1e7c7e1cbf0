import type { Talk } from "#process";
import type { Command } from "./command.ts";

/** An object as it is stored. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly body: Buffer;
}

/** One git process that answers for as long as it is asked: to start one for each object costs more than all the reading. */
export interface ObjectReader {
  /** The objects of these names, `undefined` where there is none. */
  read(names: readonly string[]): Promise<readonly (GitObject | undefined)[]>;
  /** The same by a process of its own: it has nothing in mind of how the clone was. */
  readAnew(names: readonly string[]): Promise<readonly (GitObject | undefined)[]>;
  /** What the process has in mind of the clone is forgotten. */
  forget(): void;
}

/** For so long without a question the process is kept. */
const idleMs = 1_000;
const batch = ["cat-file", "--batch"];

interface Question {
  readonly answer: (object: GitObject | undefined) => void;
  readonly fail: (why: Error) => void;
}

export function readObjects(git: Command): ObjectReader {
  let open: Conversation | undefined;
  const onEnd = (ended: Conversation): void => {
    if (open === ended) open = undefined;
  };
  const ask = async (names: readonly string[]) => {
    open ??= new Conversation(git.talk(batch), onEnd);
    return open.ask(names);
  };
  const readAnew: ObjectReader["readAnew"] = async (names) =>
    allAnswers(await git.bytes("read files", batch, { input: linesOf(names) }));
  return {
    async read(names) {
      const lines = await Promise.all(names.map((name) => onOneLine(git, name)));
      // It was killed, or its right to fetch what a partial clone lacks is over: another one knows, or says why not.
      return ask(lines).catch(() => readAnew(lines));
    },
    readAnew: async (names) => readAnew(await Promise.all(names.map((name) => onOneLine(git, name)))),
    forget: () => open?.close(),
  };
}

function linesOf(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join("");
}

/** The process is asked by lines; a name that has several is asked for its id first. */
async function onOneLine(git: Command, name: string): Promise<string> {
  if (!name.includes("\n")) return name;
  const { stdout } = await git.try(["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  return stdout.trim() || "no such object";
}

function allAnswers(heard: Buffer): readonly (GitObject | undefined)[] {
  const answers: (GitObject | undefined)[] = [];
  for (let rest = heard; rest.length > 0;) {
    const { length, object } = firstAnswer(rest);
    answers.push(object);
    rest = rest.subarray(length);
  }
  return answers;
}

class Conversation {
  readonly #talk: Talk;
  readonly #onEnd: (self: Conversation) => void;
  readonly #questions: Question[] = [];
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** No answer is whole before there are so many bytes. */
  #wanted = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(talk: Talk, onEnd: (self: Conversation) => void) {
    this.#talk = talk;
    this.#onEnd = onEnd;
    talk.answers.on("data", (chunk: Buffer) => this.#hear(chunk));
    void this.#failAtEnd();
  }

  async #failAtEnd(): Promise<void> {
    await this.#talk.ended;
    this.close();
    for (const { fail } of this.#questions.splice(0)) fail(new Error("git has ended"));
  }

  async ask(names: readonly string[]): Promise<readonly (GitObject | undefined)[]> {
    clearTimeout(this.#idle);
    this.#talk.setAwaited(true);
    const answers = names.map(
      () =>
        new Promise<GitObject | undefined>((answer, fail) => {
          this.#questions.push({ answer, fail });
        }),
    );
    this.#talk.say(linesOf(names));
    return Promise.all(answers);
  }

  /** Questions that were asked are answered still. */
  close(): void {
    this.#onEnd(this);
    clearTimeout(this.#idle);
    this.#talk.end();
  }

  #hear(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < this.#wanted) return;
    let heard = Buffer.concat(this.#chunks);
    for (;;) {
      const { length, object } = firstAnswer(heard);
      this.#wanted = length;
      if (length > heard.length) break;
      this.#questions.shift()?.answer(object);
      heard = heard.subarray(length);
    }
    this.#chunks = [heard];
    this.#bytes = heard.length;
    if (this.#questions.length > 0) return;
    this.#talk.setAwaited(false);
    this.#idle = setTimeout(() => this.close(), idleMs).unref();
  }
}

/** The first answer and how long it is, or how long at least when it is not all here. */
function firstAnswer(heard: Buffer): { readonly length: number; readonly object?: GitObject } {
  const end = heard.indexOf("\n");
  if (end === -1) return { length: heard.length + 1 };
  const head = /^(?<id>[0-9a-f]{40,64}) (?<type>[a-z]+) (?<bytes>\d+)$/.exec(heard.toString("latin1", 0, end))?.groups;
  // `missing` or `ambiguous`, after the name.
  if (head === undefined) return { length: end + 1 };
  const body = end + 1 + Number(head["bytes"]);
  if (heard.length < body + 1) return { length: body + 1 };
  const { id = "", type = "" } = head;
  return { length: body + 1, object: { id, type, body: heard.subarray(end + 1, body) } };
}
