import type { Failure } from "#machine";
import { freePort, type RunResult } from "#process";
import type { DevelopmentSettings, GateContext, Read } from "./context.ts";
import { notConfigured } from "./examples.ts";
import { lastLines, runProject } from "./project-command.ts";

const pollEveryMs = 100;
/** Of one question whether the application is ready. */
const healthTimeoutMs = 2_000;

/** The application of the checkout, running on this machine. */
export interface Development {
  readonly baseUrl: string;
  /** What the application, its checks and its browser tests are given. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the application on a free port, waits until it is healthy, lets `use` work with it, and always stops it. */
export async function withDevelopment<T>(
  context: GateContext,
  use: (development: Development) => Promise<T>,
): Promise<Read<T>> {
  const { development } = context;
  if (development === undefined) return { failure: notConfigured("development") };
  const application = startDevelopment(development, await freePort(), context);
  try {
    const failure = await application.ready();
    if (failure !== undefined) return { failure };
    return { value: await use({ baseUrl: application.baseUrl, env: development.env }) };
  } finally {
    await application.stop();
  }
}

/** Starts the application; `ready` tells why it never became healthy, `stop` ends its whole process group. */
export function startDevelopment(settings: DevelopmentSettings, port: number, context: GateContext) {
  const { command, health } = settings;
  const baseUrl = `http://127.0.0.1:${port}`;
  const stopping = new AbortController();
  const env = { ...settings.env, PORT: String(port) };
  const running = runProject({ command, env, stop: stopping.signal }, context);
  return {
    baseUrl,
    ready: async (): Promise<Failure | undefined> => {
      const polling = new AbortController();
      const signal = AbortSignal.any([context.signal, polling.signal]);
      const answered = healthy(`${baseUrl}${health}`, settings, { ...context, signal });
      try {
        return await Promise.race([running.then((result) => diedEarly(command, result)), answered]);
      } finally {
        polling.abort();
        await Promise.allSettled([answered]);
      }
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      // A context that was aborted rejects here too: whoever waits for the gate is told by the gate.
      await Promise.allSettled([running]);
    },
  };
}

async function healthy(
  url: string,
  settings: DevelopmentSettings,
  { clock, fetch, signal }: GateContext,
): Promise<Failure | undefined> {
  const until = clock.now() + settings.timeout;
  let last = "it never answered";
  while (clock.now() < until) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
    try {
      const response = await fetch(url, { signal: limit });
      await response.body?.cancel();
      if (response.ok) return undefined;
      last = `it answered ${response.status}`;
    } catch {
      signal.throwIfAborted();
    }
    await clock.sleep(pollEveryMs, signal);
  }
  return {
    title: `The application was not healthy within ${Math.round(settings.timeout / 1000)} s`,
    detail: `GET ${settings.health}: ${last}. It was started by \`${settings.command}\` with PORT set.`,
    suggestion:
      "Make it listen on the port in PORT and answer 2xx at environments.development.health, or raise environments.development.timeout.",
  };
}

function diedEarly(command: string, result: RunResult): Failure {
  const how = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
  return {
    title: `The application ended with ${how} before it was healthy`,
    detail: lastLines(result),
    suggestion: `Run \`PORT=3000 ${command}\` in a clean checkout; it must stay in the foreground. Its variables go to environments.development.env.`,
  };
}
