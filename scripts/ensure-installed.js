// `npm run demo` from a fresh clone: installs what is missing. Plain JavaScript: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer, then run this again.`);
  process.exit(2);
}
if (!existsSync("node_modules/.package-lock.json")) {
  console.log("Installing packages (once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
