import { quoted } from "./detect/project.ts";

const runner = /(?:\bplaywright|@playwright\/test\/cli(?:\.js)?)\s+test(?=$|[\s;&|)])/g;

/** Whether a command line calls Playwright's test runner itself, rather than a script that does. */
export function namesPlaywright(command: string): boolean {
  return command.search(runner) >= 0;
}

/** The command line with arguments for each call of Playwright's test runner in it. */
export function withPlaywrightArguments(command: string, words: readonly string[]): string {
  return command.replaceAll(runner, (call) => [call, ...words.map(quoted)].join(" "));
}
