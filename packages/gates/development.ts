import type { Failure } from "#machine";
import { freePort, type RunResult } from "#process";
import { productionHost } from "#smoke";
import type { DevelopmentSettings, GateContext, Read, StartedDevelopment } from "./context.ts";
import { notConfigured } from "./examples.ts";
import { healthyOr, type Asked } from "./development-health.ts";
import { exitFailure, lastLines, runProject } from "./project-command.ts";

/** A process that died is known so soon after what it broke. */
const deathMs = 250;

/** The application under test, answering. */
export interface Development {
  readonly baseUrl: string;
  /** What the application, its checks and its browser tests are given. */
  readonly env: Readonly<Record<string, string>>;
  /** Why it does not run any more; `undefined` while it does, and for one that we did not start. */
  readonly died: () => Promise<Failure | undefined>;
  /** What it said last; empty for one that we did not start. */
  readonly lastWords: () => string;
}

/**
 * Lets `use` work with the application once it is healthy. What we start gets a free port and is always stopped with all its
 * children, even if we are killed; one that runs already is left as it is, and is never production's (decision 50).
 */
export async function withDevelopment<T>(
  context: GateContext,
  use: (development: Development) => Promise<T>,
): Promise<Read<T>> {
  const { development } = context;
  if (development === undefined) return { failure: notConfigured("development") };
  if (development.url !== undefined) return withRunning({ ...development, url: development.url }, context, use);
  const prepared = await prepare(development, context);
  if (prepared !== undefined) return { failure: prepared };
  const application = startDevelopment(development, await freePort(), context);
  try {
    const failure = await application.ready();
    if (failure !== undefined) return { failure };
    return { value: await use(application) };
  } finally {
    await application.stop();
  }
}

type Started = DevelopmentSettings & StartedDevelopment;

async function withRunning<T>(
  settings: DevelopmentSettings & { readonly url: string },
  context: GateContext,
  use: (development: Development) => Promise<T>,
): Promise<Read<T>> {
  const { url, env, health } = settings;
  const baseUrl = url.replace(/\/+$/, "");
  const refused = productionHost(context.production)(new URL(url));
  if (refused !== undefined) {
    const title = `environments.development.url is refused: ${refused}`;
    return {
      failure: { title, suggestion: "Name an address that no user is served by: gates write and log in there." },
    };
  }
  const failure = await healthyOr(`${baseUrl}${health}`, settings, {
    ...context,
    how: `It runs at ${url}, says environments.development.url; a redirect is not followed.`,
    advice: "Start it, or correct environments.development.url and .health; nothing of us starts what has a URL.",
    redirect: "manual",
  });
  if (failure !== undefined) return { failure };
  return { value: await use({ baseUrl, env, died: async () => undefined, lastWords: () => "" }) };
}

async function prepare({ setup, env, timeout }: Started, context: GateContext): Promise<Failure | undefined> {
  if (setup === undefined) return undefined;
  const result = await runProject({ command: setup, env, timeoutMs: timeout }, context);
  if (result.exitCode === 0) return undefined;
  return exitFailure(setup, result, "the application needs it before it starts (environments.development.setup)");
}

/** What failed while the application ran: its death first, else its last lines beside the first failure. Dying fails by itself. */
export async function besideApplication(
  failures: readonly Failure[],
  { died, lastWords }: Development,
): Promise<readonly Failure[]> {
  const death = await died();
  if (death !== undefined) return [death, ...failures];
  const words = lastWords();
  const [first, ...rest] = failures;
  if (first === undefined || words === "") return failures;
  const detail = [first.detail, `The application said last:\n${words}`].filter((part) => part !== undefined).join("\n");
  return [{ ...first, detail }, ...rest];
}

/** Starts the application; `ready` tells why it never became healthy, `stop` ends its whole process group. */
function startDevelopment(settings: Started, port: number, context: GateContext) {
  const { command, health } = settings;
  const baseUrl = `http://127.0.0.1:${port}`;
  const stopping = new AbortController();
  const env = { ...settings.env, PORT: String(port) };
  const said = lastOf(20);
  const onProgress = (line: string) => {
    said.add(line);
    context.onProgress(`application: ${line}`);
  };
  const running = runProject({ command, env, stop: stopping.signal, tied: true }, { ...context, onProgress });
  return {
    baseUrl,
    env: settings.env,
    lastWords: said.text,
    died: async () =>
      Promise.race([running.then(diedLate), context.clock.sleep(deathMs, context.signal).then(() => undefined)]),
    ready: async (): Promise<Failure | undefined> => {
      const polling = new AbortController();
      const asked: Asked = {
        ...context,
        signal: AbortSignal.any([context.signal, polling.signal]),
        how: `It was started by \`${command}\` with PORT set.`,
        advice:
          "Make it listen on the port in PORT and answer 2xx at environments.development.health, or raise environments.development.timeout.",
        lastWords: said.text,
      };
      const answered = healthyOr(`${baseUrl}${health}`, settings, asked);
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

/** The last lines of what is added. */
function lastOf(count: number) {
  const lines: string[] = [];
  return {
    add: (line: string): void => {
      lines.push(line);
      if (lines.length > count) lines.shift();
    },
    text: (): string => lastLines({ stdout: lines.join("\n"), stderr: "" }, count),
  };
}

function ending({ exitCode, signal }: RunResult): string {
  return exitCode === undefined ? `signal ${signal ?? "unknown"}` : `exit code ${exitCode}`;
}

function diedEarly(command: string, result: RunResult): Failure {
  return {
    title: `The application ended with ${ending(result)} before it was healthy`,
    detail: lastLines(result),
    suggestion: `Run \`PORT=3000 ${command}\` in a clean checkout; it must stay in the foreground. Its variables go to environments.development.env.`,
  };
}

function diedLate(result: RunResult): Failure {
  return {
    title: `The application ended with ${ending(result)} while it was tested`,
    detail: lastLines(result),
    suggestion:
      "Look at its last lines: what was asked of it last made it end, and whatever failed after that may be sound.",
  };
}
