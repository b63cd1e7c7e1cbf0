import type { Driver } from "#journal";
import { board, outcome } from "#report";

import { createQuieter } from "./quieter.ts";

/** A release that is shown: by whoever drives it, or as it was last read. */
export type Followed = Pick<Driver, "id" | "record">;

/** Shows a release while it runs: a live board on a terminal, plain lines elsewhere. */
export interface Screen {
  say(text: string): void;
  follow(release: Followed): void;
  /** Whose release is shown. */
  readonly followed: Followed | undefined;
  /** What stands below the board until it is called again: the keys, or a question that one of them led to. */
  prompt(lines: readonly string[]): void;
  /** Text that stays where it is, above what is shown from now on. */
  show(text: string): void;
  /** The last picture of the board, then nothing more until another release is followed. */
  end(): void;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface ScreenOptions {
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Lines one after another on a terminal too: what was read aloud stays where it is. */
  readonly plain?: boolean;
}

/** The screen for an output: live on a terminal that can move its cursor. */
export async function openScreen(
  output: Output | NodeJS.WriteStream,
  { now, env, plain }: ScreenOptions,
): Promise<Screen> {
  const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined && plain !== true;
  if (!live || !("columns" in output)) return plainScreen(output, now);
  const { liveScreen } = await import("./live-screen.ts");
  return liveScreen(output, now);
}

function plainScreen(output: Output, now: () => number): Screen {
  let followed: Followed | undefined;
  let place = "";
  let asked = "";
  let ended = false;
  const isNews = createQuieter(now);
  /** Below a question a line begins anew; the question is asked again when its next key comes. */
  const begin = () => {
    if (asked !== "") output.write("\n");
    asked = "";
  };
  const stamp = () => new Date(now()).toISOString().slice(11, 19);
  const tellPlace = () => {
    if (followed === undefined) return;
    const here = outcome(followed.record);
    if (here === place) return;
    place = here;
    begin();
    output.write(`${stamp()} [${String(board(followed.record, now()).percent).padStart(3)} %] ${here}\n`);
  };
  return {
    say(text) {
      tellPlace();
      if (!isNews(text)) return;
      begin();
      output.write(`${stamp()}         ${text}\n`);
    },
    follow(release) {
      const isKnown = followed?.id === release.id;
      followed = release;
      ended = false;
      if (isKnown) tellPlace();
    },
    get followed() {
      return followed;
    },
    prompt(lines) {
      const text = lines.join("\n");
      // What is typed goes on where it stands; anything else is a line of its own.
      const goesOn = asked !== "" && text.startsWith(asked);
      if (text !== asked) output.write(goesOn ? text.slice(asked.length) : `${asked === "" ? "" : "\n"}${text}`);
      asked = text;
    },
    show(text) {
      begin();
      output.write(`${text}\n`);
    },
    end() {
      begin();
      if (followed !== undefined && !ended) output.write(`${board(followed.record, now()).lines.join("\n")}\n`);
      ended = true;
    },
  };
}
