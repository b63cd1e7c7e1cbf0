import type { ReadStream } from "node:tty";

import { openKeyboard } from "./keyboard.ts";
import { press, promptOf, type Asking, type KeyRules, type Wanted } from "./keys.ts";
import type { Screen } from "./screen.ts";

/** Where keys come from, and what ends the command as Ctrl-C does. */
export interface Seat {
  readonly input: ReadStream;
  readonly interrupt: () => void;
}

/**
 * Listens to keys and shows below the board what they ask; `onWanted` hears what was confirmed, one at a time. Ends with `close`.
 */
export function openKeyDesk(
  { input, interrupt }: Seat,
  screen: Screen,
  {
    id,
    onWanted,
    ...rules
  }: KeyRules & { readonly id: string; readonly onWanted: (wanted: Wanted) => void | Promise<void> },
): { close(): void } {
  let asking: Asking = { kind: "nothing" };
  let busy = false;
  screen.prompt(promptOf(asking, id));
  const keyboard = openKeyboard(input, {
    interrupt,
    onKey: (key) => {
      // The answer to the last key is on its way: another one would be asked of a picture that is not true any more.
      if (busy) return;
      const pressed = press(asking, key, rules);
      asking = pressed.asking;
      screen.prompt(promptOf(asking, id));
      if (pressed.wanted === undefined) return;
      busy = true;
      void Promise.resolve(onWanted(pressed.wanted)).finally(() => (busy = false));
    },
  });
  return {
    close() {
      keyboard.close();
      screen.prompt([]);
    },
  };
}
