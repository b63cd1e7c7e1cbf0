import { createLogUpdate } from "log-update";

import type { Driver } from "#journal";
import { board } from "#report";

import { createQuieter, subjectOf } from "./quieter.ts";

/** Shows a release while it runs: a live board on a terminal, plain lines elsewhere. */
export interface Screen {
  say(text: string): void;
  follow(driver: Driver): void;
  /** Whose release is shown. */
  readonly followed: Driver | undefined;
  /** The last picture of the board, then nothing more. */
  end(): void;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

interface ScreenOptions {
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The screen for an output: live on a terminal that can move its cursor. */
export function openScreen(output: Output | NodeJS.WriteStream, { now, env }: ScreenOptions): Screen {
  const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined;
  return live && "columns" in output ? liveScreen(output, now) : plainScreen(output, now);
}

function plainScreen(output: Output, now: () => number): Screen {
  let driver: Driver | undefined;
  let state = "";
  let ended = false;
  const isNews = createQuieter(now);
  const stamp = () => new Date(now()).toISOString().slice(11, 19);
  return {
    say(text) {
      if (driver !== undefined && driver.record.state !== state) {
        state = driver.record.state;
        output.write(`${stamp()} [${String(board(driver.record, now()).percent).padStart(3)} %] ${state}\n`);
      }
      if (isNews(text)) output.write(`${stamp()}         ${text}\n`);
    },
    follow(followed) {
      driver = followed;
    },
    get followed() {
      return driver;
    },
    end() {
      if (driver !== undefined && !ended) output.write(`${board(driver.record, now()).lines.join("\n")}\n`);
      ended = true;
    },
  };
}

const shownAtMost = 6;

/** Rows that lines take on a terminal that wraps them. */
function heightOf(lines: readonly string[], columns: number): number {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0);
}

function liveScreen(output: NodeJS.WriteStream, now: () => number): Screen {
  let driver: Driver | undefined;
  let latest: readonly string[] = [];
  let height = 0;
  const log = createLogUpdate(output);
  const paint = () => {
    const picture = driver === undefined ? undefined : board(driver.record, now());
    const bar =
      picture === undefined
        ? []
        : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
    const lines = [...bar, ...(picture?.lines ?? []), ...(latest.length === 0 ? [] : ["", ...latest])];
    const wanted = heightOf(lines, output.columns);
    // log-update patches what changed, and leaves the rest where it was: right only while the height stays.
    if (wanted !== height) log.clear();
    height = wanted;
    log(lines.join("\n"));
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    say(text) {
      const kept = latest.filter((line) => subjectOf(line) !== subjectOf(text));
      latest = [...kept, text].slice(-shownAtMost);
      paint();
    },
    follow(followed) {
      driver = followed;
      timer ??= setInterval(paint, 200).unref();
      paint();
    },
    get followed() {
      return driver;
    },
    end() {
      clearInterval(timer);
      if (driver === undefined && latest.length === 0) return;
      latest = [];
      paint();
      log.done();
    },
  };
}
