import type { DashboardWanted } from "./dashboard.ts";
import type { Values } from "./options.ts";
import { oneOf, wrong } from "./wrong.ts";

/** What `release dashboard` was asked for; without a word it builds. Throws an `input` fault. */
export function dashboardWanted(word: string | undefined, values: Values): DashboardWanted {
  const kind = oneOf(word ?? "build", ["build", "serve", "publish"], "dashboard");
  const { out, port, branch, follow } = values;
  const own = { build: ["out"], serve: ["port"], publish: ["branch", "follow"] }[kind];
  const given = Object.entries({ out, port, branch, follow }).find(
    ([name, value]) => value !== undefined && !own.includes(name),
  );
  if (given !== undefined)
    throw wrong(
      `--${given[0]} means nothing to dashboard ${kind}`,
      "Examples: release dashboard build --out=public, dashboard serve --port=8080, dashboard publish --branch=gh-pages --follow",
    );
  switch (kind) {
    case "build":
      return { kind, out: out ?? "release-dashboard" };
    case "serve":
      return { kind, port: portOf(port ?? "0") };
    case "publish":
      return { kind, branch: branch ?? "gh-pages", follow: follow === true };
  }
}

/** 0: any that is free. */
function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw wrong(`--port must be a whole number from 0 to 65535; got "${text}"`, "Example: --port=8080");
}
