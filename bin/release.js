#!/usr/bin/env node
// Plain JavaScript that Node 14 understands: says what is missing before the real thing can say anything.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(join(root, "node_modules", "zod")) || !existsSync(node)) {
  const tooOld = Number(process.versions.node.split(".")[0]) < 20;
  const first = tooOld ? `Install Node 20 or newer first: this is ${process.versions.node}.\n` : "";
  console.error(
    `Release Command is not installed in ${root} yet.\n${first}Run there: npm ci\nThen: npx release --help`,
  );
  process.exit(2);
}

const compileCache = join(root, "node_modules", ".cache", "node-compile");
const main = join(root, "packages", "cli", "main.ts");
// With twice the nursery, Node's own, the changelog of a million commits would take twice the memory, and a fifth less CPU time.
const flags = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"];
const child = spawn(node, [...flags, main, ...process.argv.slice(2)], {
  stdio: "inherit",
  // Half of a start is compiling: what was compiled once is kept where other tools keep such things.
  env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || compileCache },
});
child.on("error", (error) => {
  console.error(`The Node of this checkout cannot be started: ${error.message}\nRun: npm ci`);
  process.exit(2);
});
// The terminal sends signals to the whole group, one sent to this process alone is passed on: the command knows an echo.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code === null ? 1 : code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
