import { existsSync } from "node:fs";

import { chromium, type Browser } from "playwright-core";

const systemChromes = ["/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** A browser for these tests: CHROME_PATH, else the one from npm (Linux, x64), else the system's. */
export async function openBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const named = env["CHROME_PATH"];
  if (named !== undefined && named !== "") return chromium.launch({ executablePath: named });
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: packaged } = await import("@sparticuz/chromium");
    // One process for everything dies with its first page; it is meant for cloud functions.
    const args = packaged.args.filter((argument) => argument !== "--single-process");
    return chromium.launch({ executablePath: await packaged.executablePath(), args });
  }
  const executablePath = systemChromes.find((path) => existsSync(path));
  if (executablePath !== undefined) return chromium.launch({ executablePath });
  throw new Error("No browser for the tests. Install Chrome and name it: CHROME_PATH=/path/to/chrome");
}
