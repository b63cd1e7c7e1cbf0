import { run, runStream, startTalk, type RunResult, type Talk } from "#process";
import { gitFault } from "./faults.ts";

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Runs git with arguments; knows where, as whom, and with which authorization. */
export interface Command {
  /** Whatever the exit code. */
  try(args: readonly string[], options?: CommandOptions): Promise<RunResult>;
  /** The output without its last line break; a failure is a fault that says what could not be done. */
  text(what: string, args: readonly string[], options?: CommandOptions): Promise<string>;
  /** The same output as it is, however long. */
  bytes(what: string, args: readonly string[], options?: CommandOptions): Promise<Buffer>;
  stream(args: readonly string[]): AsyncIterable<Buffer>;
  /** One that stays and answers. */
  talk(args: readonly string[]): Talk;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface CommandSettings {
  readonly directory: string;
  /** Where the header may go: nowhere else. */
  readonly remoteUrl: () => string | undefined;
  readonly author: Identity;
  readonly authorization?: (() => string | undefined) | undefined;
  readonly signal?: AbortSignal | undefined;
}

// Hooks and background work of the checkout are not ours to start; paths come out as they are.
const settings = ["gc.auto=0", "maintenance.auto=false", "core.hooksPath=/dev/null", "core.quotePath=false"];
const prefix: readonly [string, ...string[]] = ["git", ...settings.flatMap((setting) => ["-c", setting])];

export function createCommand(options: CommandSettings): Command {
  const childOptions = (call: CommandOptions) => ({
    cwd: call.cwd ?? options.directory,
    env: { ...environment(options), ...call.env },
    ...(call.input === undefined ? {} : { input: call.input }),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const command: Command = {
    try: (args, call = {}) => run([...prefix, ...args], childOptions(call)),
    async text(what, args, call = {}) {
      const result = await command.try(args, call);
      options.signal?.throwIfAborted();
      if (result.exitCode !== 0) throw gitFault(what, result.stderr);
      return result.stdout.replace(/\n$/, "");
    },
    async bytes(what, args, call = {}) {
      const chunks: Buffer[] = [];
      const fault = (stderr: string): Error => gitFault(what, stderr);
      for await (const chunk of runStream([...prefix, ...args], { ...childOptions(call), fault })) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    stream: (args) =>
      runStream([...prefix, ...args], {
        ...childOptions({}),
        fault: (stderr) => gitFault(`read git ${args[0] ?? ""}`, stderr),
      }),
    talk: (args) => startTalk([...prefix, ...args], childOptions({})),
  };
  return command;
}

/** A secret travels by the environment, scoped to the remote's address: neither argv nor a file ever holds it. */
function environment({ author, authorization, remoteUrl }: CommandSettings): Record<string, string | undefined> {
  const header = authorization?.();
  const url = remoteUrl();
  const secret =
    header === undefined || url === undefined || !/^https?:/.test(url)
      ? {}
      : {
          // The empty one drops those of files: actions/checkout leaves its own there, and GitHub refuses two.
          GIT_CONFIG_COUNT: "2",
          GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
          GIT_CONFIG_VALUE_0: "",
          GIT_CONFIG_KEY_1: `http.${new URL(url).origin}/.extraHeader`,
          GIT_CONFIG_VALUE_1: `Authorization: ${header}`,
        };
  return {
    GIT_TERMINAL_PROMPT: "0",
    // Into a pipe git writes each commit by itself, and reading that costs more than all the rest: let it fill its buffer.
    GIT_FLUSH: "0",
    LC_ALL: "C",
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    // Set when we are called from a hook, and then they would point elsewhere.
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
    ...secret,
  };
}
