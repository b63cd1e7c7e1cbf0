import { emitKeypressEvents } from "node:readline";
import type { ReadStream } from "node:tty";

import type { Key } from "./keys.ts";

export interface Keyboard {
  /** The terminal reads whole lines again, and shows what is typed. */
  close(): void;
}

/** What node says of a key. */
interface Keypress {
  readonly name?: string | undefined;
  readonly ctrl?: boolean | undefined;
}

/**
 * Reads key by key, nothing echoed. Ctrl-C and Ctrl-Z mean what they mean in any command. However the process ends, short
 * of a kill, the terminal is as it was.
 */
export function openKeyboard(
  input: ReadStream,
  { onKey, interrupt }: { readonly onKey: (key: Key) => void; readonly interrupt: () => void },
): Keyboard {
  const hear = (text: string | undefined, { name = "", ctrl = false }: Keypress): void => {
    if (ctrl && name === "c") return interrupt();
    if (ctrl && name === "z") return sleepUntilContinued(input);
    onKey({ text: text ?? "", name, ctrl });
  };
  const restore = (): void => {
    input.setRawMode(false);
  };
  emitKeypressEvents(input);
  input.on("keypress", hear);
  input.setRawMode(true);
  input.resume();
  process.once("exit", restore);
  return {
    close() {
      input.off("keypress", hear);
      process.off("exit", restore);
      restore();
      // What nobody reads must not keep the process alive.
      input.pause();
    },
  };
}

/** In raw mode the terminal stops nobody: we do what it would have done. */
function sleepUntilContinued(input: ReadStream): void {
  input.setRawMode(false);
  process.once("SIGCONT", () => input.setRawMode(true));
  process.kill(process.pid, "SIGTSTP");
}
