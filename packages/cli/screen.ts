import logUpdate from "log-update";

import type { Driver } from "#journal";
import { board } from "#report";

/** Shows a release while it runs: a live board on a terminal, plain lines elsewhere. */
export interface Screen {
  say(text: string): void;
  follow(driver: Driver): void;
  /** The last picture of the board, then nothing more. */
  end(): void;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export function openScreen(output: Output, now: () => number): Screen {
  return output.isTTY === true && process.env["TERM"] !== "dumb" ? liveScreen(now) : plainScreen(output, now);
}

function plainScreen(output: Output, now: () => number): Screen {
  let driver: Driver | undefined;
  let state = "";
  const stamp = () => new Date(now()).toISOString().slice(11, 19);
  return {
    say(text) {
      if (driver !== undefined && driver.record.state !== state) {
        state = driver.record.state;
        output.write(`${stamp()} [${String(board(driver.record, now()).percent).padStart(3)} %] ${state}\n`);
      }
      output.write(`${stamp()}         ${text}\n`);
    },
    follow(followed) {
      driver = followed;
    },
    end() {
      if (driver !== undefined) output.write(`${board(driver.record, now()).lines.join("\n")}\n`);
    },
  };
}

function liveScreen(now: () => number): Screen {
  let driver: Driver | undefined;
  let latest: readonly string[] = [];
  const paint = () => {
    const picture = driver === undefined ? undefined : board(driver.record, now());
    const bar =
      picture === undefined
        ? []
        : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
    logUpdate([...bar, ...(picture?.lines ?? []), "", ...latest].join("\n"));
  };
  const timer = setInterval(paint, 200).unref();
  return {
    say(text) {
      latest = [...latest, text].slice(-6);
      paint();
    },
    follow(followed) {
      driver = followed;
      paint();
    },
    end() {
      clearInterval(timer);
      latest = [];
      paint();
      logUpdate.done();
    },
  };
}
