import path from "node:path";

/** The machine that a step runs on, as it was at the start: nobody looks at its environment again. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The checkout. */
  readonly cwd: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
  readonly attempt: number;
  /** Why the run keeps no artifacts for us; `undefined`: it does. */
  readonly noArtifacts: string | undefined;
  readonly say: (text: string) => void;
  /** Folds what is said meanwhile; absent where the log cannot. */
  readonly group?: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Reads what a runner tells its steps by their environment. */
export function runnerOf(
  env: Readonly<Record<string, string | undefined>>,
  { cwd, ...rest }: Pick<Runner, "cwd" | "say" | "group" | "signal">,
): Runner {
  const directory = env["GITHUB_WORKSPACE"] ?? cwd;
  return {
    env: withoutInputs(env),
    cwd: directory,
    temp: env["RUNNER_TEMP"] ?? path.join(directory, ".release-command", "temp"),
    attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    noArtifacts: noArtifacts(env),
    ...rest,
  };
}

/** The service is there where its address and its token are; GitHub Enterprise Server has an older one, and those too. */
function noArtifacts(env: Runner["env"]): string | undefined {
  const absent = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((name) => (env[name] ?? "") === "");
  if (absent.length > 0) return `the runner gave no ${absent.join(" and no ")}`;
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const host = URL.canParse(server) ? new URL(server).hostname : server;
  if (/^github\.com$|\.ghe\.com$|\.localhost$/i.test(host)) return undefined;
  return `${host} is a GitHub Enterprise Server, whose artifacts today's client does not know`;
}

/** Inputs are parsed once; as variables they would reach whatever is started. */
function withoutInputs(env: Runner["env"]): Runner["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("INPUT_")));
}
