// node tools/test.js unit|integration: the suite's JUnit report and coverage go to reports/.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";

const suite = process.argv[2] ?? "unit";
mkdirSync("reports", { recursive: true });
const files = readdirSync(`test/${suite}`).filter((name) => name.endsWith(".test.js"));
const tests = spawn(
  process.execPath,
  [
    // One process and three reporters listen eleven times to one stream: no leak.
    "--disable-warning=MaxListenersExceededWarning",
    "--test",
    "--test-isolation=none",
    "--experimental-test-coverage",
    "--test-coverage-exclude=test/**",
    "--test-coverage-exclude=tools/**",
    "--test-reporter=dot",
    "--test-reporter-destination=stdout",
    "--test-reporter=junit",
    `--test-reporter-destination=reports/${suite}.xml`,
    "--test-reporter=lcov",
    `--test-reporter-destination=reports/${suite}.lcov`,
    ...files.map((name) => `test/${suite}/${name}`),
  ],
  { stdio: "inherit" },
);
tests.once("exit", (code) => process.exit(code ?? 1));
