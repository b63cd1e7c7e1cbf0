// node tools/e2e.js: the journeys, against BASE_URL or a shop of their own; the report goes to reports/e2e.json.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
const run = spawn(process.execPath, [cli, "test", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => run.kill(signal));
run.once("exit", (code) => process.exit(code ?? 1));
