import path from "node:path";

/** The machine that a step runs on, as it was at the start: nobody looks at its environment again. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The checkout. */
  readonly cwd: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
  readonly attempt: number;
  /** Whether the run keeps artifacts for us. */
  readonly hasArtifacts: boolean;
  readonly say: (text: string) => void;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Reads what a runner tells its steps by their environment. */
export function runnerOf(
  env: Readonly<Record<string, string | undefined>>,
  { cwd, say, signal }: Pick<Runner, "cwd" | "say" | "signal">,
): Runner {
  const directory = env["GITHUB_WORKSPACE"] ?? cwd;
  return {
    env: withoutInputs(env),
    cwd: directory,
    temp: env["RUNNER_TEMP"] ?? path.join(directory, ".release-command", "temp"),
    attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    hasArtifacts: (env["ACTIONS_RUNTIME_TOKEN"] ?? "") !== "",
    say,
    signal,
  };
}

/** Inputs are parsed once; as variables they would reach whatever is started. */
function withoutInputs(env: Runner["env"]): Runner["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("INPUT_")));
}
