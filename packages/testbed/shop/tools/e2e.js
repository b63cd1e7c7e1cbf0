// node tools/e2e.js: the journeys, against BASE_URL or a shop of their own; the report goes to reports/e2e.json.
import { spawn } from "node:child_process";
import { createRequire, enableCompileCache } from "node:module";

const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
// Playwright is a lot of code, in two processes: Node keeps what it compiled of it.
const env = { ...process.env, NODE_COMPILE_CACHE: enableCompileCache().directory ?? "" };
const run = spawn(process.execPath, [cli, "test", ...process.argv.slice(2)], { stdio: "inherit", env });
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => run.kill(signal));
run.once("exit", (code) => process.exit(code ?? 1));
