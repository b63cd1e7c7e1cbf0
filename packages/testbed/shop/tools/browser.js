import { existsSync } from "node:fs";

const systemChromes = ["/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** How to start a Chromium here: CHROME_PATH, else the one from npm (Linux, x64), else the system's. */
export async function findBrowser(env) {
  if (env.CHROME_PATH) return { executablePath: env.CHROME_PATH };
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: chromium } = await import("@sparticuz/chromium");
    // One process for everything dies with its first page; it is meant for cloud functions.
    const args = chromium.args.filter((argument) => argument !== "--single-process");
    return { executablePath: await chromium.executablePath(), args };
  }
  const executablePath = systemChromes.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath };
  throw new Error("No browser for the end-to-end tests. Install Chrome and name it: CHROME_PATH=/path/to/chrome");
}
