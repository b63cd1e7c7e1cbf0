import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

const folder = ".release-command/reports/e2e";
/** What the reporter writes, one file a run of Playwright. */
export const journeyReports = `${folder}/*.json`;

// In the words of Playwright's JSON, by its public API of reporters. CommonJS, whatever the project's own modules are.
const reporter = `const { writeFileSync } = require("node:fs");
const told = ({ message, value }) => ({ message: message ?? value });
module.exports = class {
  errors = [];
  onBegin(config, suite) {
    this.config = config;
    this.suite = suite;
  }
  onTestBegin(test) {
    this.walking(() => this.open.add(test));
  }
  onTestEnd(test) {
    this.walking(() => this.open.delete(test));
  }
  open = new Set();
  walking(change) {
    change();
    writeFileSync(__dirname + "/walking", [...this.open].map((test) => test.title).join(", "));
  }
  onError(error) {
    this.errors.push(told(error));
  }
  onEnd() {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    const specs = (this.suite?.allTests() ?? []).map((test) => {
      const status = test.outcome();
      stats[status] += 1;
      const [, projectName, , ...titles] = test.titlePath();
      const results = test.results.map(({ status, duration, errors, attachments }) => ({
        status,
        duration,
        errors: errors.map(told),
        attachments: attachments.map(({ name, path }) => ({ name, path })),
      }));
      const { file, line } = test.location;
      return { title: titles.join(" › "), tags: test.tags, file, line, tests: [{ projectName, status, results }] };
    });
    const { updateSnapshots } = this.config ?? {};
    const report = { config: { updateSnapshots }, errors: this.errors, stats, suites: [{ title: "", specs }] };
    writeFileSync(__dirname + "/" + process.pid + ".json", JSON.stringify(report));
  }
  printsToStdio() {
    return false;
  }
};
`;

/** Variables that add a reporter of ours to those of the project; its folder has to be there. */
export async function journeyReporter(directory: string): Promise<Readonly<Record<string, string>>> {
  const path = resolve(directory, folder, "reporter.cjs");
  await writeFile(path, reporter);
  return { PW_TEST_REPORTER: path };
}

/** The journeys that a run of Playwright had begun when it was ended; `undefined` when there are none, or nobody told. */
export async function journeysUnderWay(directory: string): Promise<string | undefined> {
  const told = await readFile(resolve(directory, folder, "walking"), "utf8").catch(() => "");
  return told === "" ? undefined : told.slice(0, 500);
}
