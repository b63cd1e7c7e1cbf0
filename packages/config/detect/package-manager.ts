/** npm, pnpm or yarn, as a project uses it. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn";
  readonly lockFile: string | undefined;
  /** Yarn 2 or later. */
  readonly berry: boolean;
  /** Installs what is locked, and nothing else where there is a lock. */
  readonly install: string;
  /** Before the name of an installed program. */
  readonly exec: string;
  /** The command line of a script, with more words for it. */
  readonly run: (script: string, words: string) => string;
  readonly why: string;
}

const lockFiles = {
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
} as const;

/** `packageManager` of package.json decides, then the lock file; npm without either. */
export function packageManagerOf(paths: readonly string[], named: string | undefined): PackageManager {
  const locks = Object.entries(lockFiles).filter(([file]) => paths.includes(file));
  const wanted = (["npm", "pnpm", "yarn"] as const).find((name) => named?.startsWith(`${name}@`));
  const name = wanted ?? locks[0]?.[1] ?? "npm";
  const lockFile = locks.find(([, manager]) => manager === name)?.[0];
  const berry = name === "yarn" && (paths.includes(".yarnrc.yml") || /^yarn@[2-9]/.test(named ?? ""));
  const why =
    wanted !== undefined
      ? `packageManager in package.json is ${named ?? wanted}${lockFile === undefined ? "; there is no lock file" : ` and ${lockFile}`}`
      : (lockFile ?? "package.json without a lock file");
  return { name, lockFile, berry, install: installs(name, lockFile !== undefined, berry), ...words(name), why };
}

function installs(name: PackageManager["name"], locked: boolean, berry: boolean): string {
  if (name === "npm") return locked ? "npm ci --no-audit --no-fund" : "npm install --no-audit --no-fund";
  if (name === "pnpm") return locked ? "pnpm install --frozen-lockfile" : "pnpm install";
  if (!locked) return "yarn install";
  return berry ? "yarn install --immutable" : "yarn install --frozen-lockfile";
}

function words(name: PackageManager["name"]): Pick<PackageManager, "exec" | "run"> {
  if (name === "npm") return { exec: "npx --no --", run: npmRun };
  const run: PackageManager["run"] = (script, text) => `${name} run ${script}${text === "" ? "" : ` ${text}`}`;
  return { exec: name === "pnpm" ? "pnpm exec" : "yarn run", run };
}

function npmRun(script: string, text: string): string {
  const verb = script === "start" || script === "test" ? script : `run ${script}`;
  return `npm ${verb}${text === "" ? "" : ` -- ${text}`}`;
}
