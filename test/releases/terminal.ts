import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";

import { whenOver, type Company, type Person } from "./company.ts";

const main = path.resolve(import.meta.dirname, "../../packages/cli/main.ts");
const bridge = path.resolve(import.meta.dirname, "../support/terminal.py");

export interface Sitting {
  readonly person?: Person;
  readonly rows?: number;
  readonly columns?: number;
}

/** The command in a terminal of its own, with a person at the keys; it ends with the test. */
export function sitAt(company: Company, args: readonly string[], options: Sitting = {}) {
  const { person = "sarah", rows = 50, columns = 140 } = options;
  const { CI: _ci, ...own } = process.env;
  const words = [
    bridge,
    String(rows),
    String(columns),
    process.execPath,
    "--disable-warning=ExperimentalWarning",
    main,
  ];
  const child = spawn("python3", [...words, ...args], {
    cwd: company.home,
    env: { ...own, ...company.world.env, GITHUB_TOKEN: company.world.tokens[person], TERM: "xterm-256color" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  whenOver(() => child.kill("SIGKILL"));
  let shown = "";
  let verdict = "";
  child.stdout.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (verdict += chunk.toString()));
  const ended = new Promise<{ readonly code: number | null; readonly terminal: string; readonly shown: string }>(
    (resolve) => child.once("close", (code) => resolve({ code, terminal: verdict.trim(), shown })),
  );
  const text = () => stripVTControlCharacters(shown);
  let from = 0;
  return {
    ended,
    shown: () => shown,
    /** Waits until this is shown after what was waited for before. */
    until: async (wanted: string) => {
      while (!text().slice(from).includes(wanted)) {
        if (child.exitCode !== null) throw new Error(`it ended without "${wanted}":\n${shown}${verdict}`);
        await pause(10);
      }
      from = text().indexOf(wanted, from) + wanted.length;
    },
    type: (keys: string) => void child.stdin.write(keys),
    resize: (to: { readonly rows: number; readonly columns: number }) =>
      void child.stdin.write(`\0${to.rows},${to.columns}\n`),
  };
}
