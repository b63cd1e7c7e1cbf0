import { createLogUpdate } from "log-update";

import { board } from "#report";

import { fitted, heightOf } from "./fitted.ts";
import { subjectOf } from "./quieter.ts";
import type { Followed, Screen } from "./screen.ts";

const shownAtMost = 6;

/** The board of a release where it stands, painted anew as it moves. */
export function liveScreen(output: NodeJS.WriteStream, now: () => number): Screen {
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
