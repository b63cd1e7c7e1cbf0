import type { Readable } from "node:stream";
import { startChild, type ChildOptions } from "./child.ts";

/** A program that stays and answers one question after the other. */
export interface Talk {
  say(text: string): void;
  readonly answers: Readable;
  /** Resolves when it has ended, however, or could not be started. It ends by itself when we do, even by SIGKILL. */
  readonly ended: Promise<void>;
  end(): void;
  /** Whether we live on for it. It is awaited at first. */
  setAwaited(awaited: boolean): void;
}

/** Starts a program to talk to. What it complains about is dropped: ask it again by `run` to hear it. */
export function startTalk(
  argv: readonly [string, ...string[]],
  options: Omit<ChildOptions, "input" | "leash" | "timeoutMs"> = {},
): Talk {
  const child = startChild(argv, { ...options, leash: true });
  child.stderr.resume();
  const ended = child.finished.then(
    () => undefined,
    () => undefined,
  );
  return {
    say: (text) => void child.stdin?.write(text),
    answers: child.stdout,
    ended,
    end: () => child.stdin?.end(),
    setAwaited: child.setAwaited,
  };
}
