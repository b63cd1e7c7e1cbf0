import { z } from "zod";

import { ReleaseFault } from "#faults";
import type { Surroundings, Workplace } from "#stages";

import { eventOf } from "./event.ts";
import type { Runner } from "./runner.ts";

/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
export async function surroundingsOf(runner: Runner, token?: string): Promise<Surroundings> {
  const { cwd, env, say, group, signal } = runner;
  const { realClock } = await import("#http");
  const given = token === undefined ? {} : { GITHUB_TOKEN: token };
  const page = await pageOf(runner);
  return {
    cwd,
    env: { ...env, ...given },
    clock: realClock,
    say,
    ...(group === undefined ? {} : { group }),
    signal,
    fetch: globalThis.fetch,
    ...(page === undefined ? {} : { page }),
  };
}

const commented = z.object({ issue: z.object({ number: z.int().positive() }) });

/** Where the comment stands that this run was asked for by. */
async function pageOf(runner: Runner): Promise<number | undefined> {
  if (runner.env["GITHUB_EVENT_NAME"] !== "issue_comment") return undefined;
  return commented.safeParse(await eventOf(runner)).data?.issue.number;
}

/** What a step was given to sign tags and the audit log with, and to reach people. */
interface SecretInputs {
  readonly signingKey?: string | undefined;
  readonly signingPassphrase?: string | undefined;
  readonly auditKey?: string | undefined;
  /** A line `NAME=value` for each variable that the channels name. */
  readonly notifySecrets?: string | undefined;
}

/** Opens that checkout for a stage. */
export async function openHere(
  runner: Runner,
  token: string,
  { signingKey, signingPassphrase, auditKey, notifySecrets }: SecretInputs = {},
): Promise<Workplace> {
  const { auditKeyVariable, openWorkplace, signingVariables } = await import("#stages");
  const { env, ...rest } = await surroundingsOf(runner, token);
  const { key, passphrase } = signingVariables;
  const keys = { [key]: signingKey, [passphrase]: signingPassphrase, [auditKeyVariable]: auditKey };
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return openWorkplace({ ...rest, env: { ...env, ...variablesIn(notifySecrets), ...Object.fromEntries(given) } });
}

/** Throws an `input` fault that tells the line by its number: what stands there is secret. */
function variablesIn(text = ""): Readonly<Record<string, string>> {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return Object.fromEntries(
    lines
      .filter(({ line }) => line !== "")
      .map(({ line, number }) => {
        const [, name, value] = /^([A-Za-z_]\w*)=(.+)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined && !reserved.test(name)) return [name, value];
        throw new ReleaseFault(
          "input",
          `notify-secrets: line ${number} is not NAME=value, or names a variable of the runner`,
          {
            hint: "Example of a line: SLACK_WEBHOOK_URL=https://hooks.slack.com/services/…",
          },
        );
      }),
  );
}

/** Variables that decide where and as whom we run: no list of secrets changes them. */
const reserved = /^(?:GITHUB_|GH_|ACTIONS_|RUNNER_|RELEASE_|NODE_|PATH$|HOME$)/i;
