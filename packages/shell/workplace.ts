import { z } from "zod";

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

/** What a step was given to sign tags with. */
interface SigningInputs {
  readonly signingKey?: string | undefined;
  readonly signingPassphrase?: string | undefined;
}

/** Opens that checkout for a stage. */
export async function openHere(
  runner: Runner,
  token: string,
  { signingKey, signingPassphrase }: SigningInputs = {},
): Promise<Workplace> {
  const { openWorkplace, signingVariables } = await import("#stages");
  const { env, ...rest } = await surroundingsOf(runner, token);
  const signing = { [signingVariables.key]: signingKey, [signingVariables.passphrase]: signingPassphrase };
  const given = Object.entries(signing).filter(([, value]) => value !== undefined);
  return openWorkplace({ ...rest, env: { ...env, ...Object.fromEntries(given) } });
}
