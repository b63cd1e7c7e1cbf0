import { createLogUpdate } from "log-update";

import type { Driver } from "#journal";
import { board, outcome } from "#report";

import { fitted, heightOf } from "./fitted.ts";
import { createQuieter, subjectOf } from "./quieter.ts";

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
export function openScreen(output: Output | NodeJS.WriteStream, { now, env, plain }: ScreenOptions): Screen {
  const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined && plain !== true;
  return live && "columns" in output ? liveScreen(output, now) : plainScreen(output, now);
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

const shownAtMost = 6;

function liveScreen(output: NodeJS.WriteStream, now: () => number): Screen {
  let followed: Followed | undefined;
  let latest: readonly string[] = [];
  let asked: readonly string[] = [];
  let height = 0;
  const log = createLogUpdate(output);
  const paint = () => {
    const picture = followed === undefined ? undefined : board(followed.record, now());
    const bar =
      picture === undefined
        ? []
        : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
    const below = [latest, asked].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines]));
    const size = { columns: output.columns, rows: output.rows };
    const lines = fitted({ board: [...bar, ...(picture?.lines ?? [])], below }, size);
    const wanted = heightOf(lines, output.columns);
    // log-update patches what changed, and leaves the rest where it was: right only while the height stays.
    if (wanted !== height) log.clear();
    height = wanted;
    log(lines.join("\n"));
  };
  const resized = () => {
    log.clear();
    paint();
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    say(text) {
      const kept = latest.filter((line) => subjectOf(line) !== subjectOf(text));
      latest = [...kept, text].slice(-shownAtMost);
      paint();
    },
    follow(release) {
      followed = release;
      if (timer === undefined) output.on("resize", resized);
      timer ??= setInterval(paint, 200).unref();
      paint();
    },
    get followed() {
      return followed;
    },
    prompt(lines) {
      asked = lines;
      paint();
    },
    show(text) {
      log.clear();
      height = 0;
      output.write(`${text}\n`);
      paint();
    },
    end() {
      clearInterval(timer);
      timer = undefined;
      output.off("resize", resized);
      if (followed === undefined && latest.length === 0) return;
      latest = [];
      asked = [];
      paint();
      log.done();
      height = 0;
    },
  };
}
