#!/usr/bin/env node
// Plain JavaScript that any Node understands: says what is missing before the real thing can say anything.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(join(root, "node_modules", "zod")) || !existsSync(node)) {
  console.error("Release Command is not installed here yet.\nRun: npm ci\nThen: npx release --help");
  process.exit(2);
}

const child = spawn(
  node,
  ["--disable-warning=ExperimentalWarning", join(root, "packages", "cli", "main.ts"), ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
// The terminal sends signals to the whole group; a signal sent to this process alone is passed on.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
