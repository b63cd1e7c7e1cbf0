import { expect, it } from "@jest/globals";
import { EventEmitter } from "node:events";

import { listenForStop } from "./interruption.ts";

function listening() {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const time = { nowMs: 5_000 };
  const process = {
    on: (name: string, listener: () => void) => signals.on(name, listener),
    exit: (code: number) => void exits.push(code),
  };
  const stop = listenForStop(process, { now: () => time.nowMs, say: () => undefined });
  return { stop, exits, time, send: (name: string) => signals.emit(name) };
}

it("asks to stop once, takes an echo for the same key, and a later signal seriously", () => {
  const { stop, exits, time, send } = listening();

  send("SIGINT");
  expect(stop.signal.aborted).toBe(true);
  time.nowMs += 900;
  send("SIGINT");
  expect(exits).toEqual([]);
  time.nowMs += 200;
  send("SIGTERM");

  expect(exits).toEqual([3]);
});

it("knows of no release before there is one", () => {
  const { stop, send } = listening();
  send("SIGTERM");

  expect(stop.farewell(undefined)).toBe(
    "Stopped by SIGTERM before a release was driven. See what there is: release status",
  );
});
