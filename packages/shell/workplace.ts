import { z } from "zod";

import type { Surroundings, Workplace } from "#stages";

import { eventOf } from "./event.ts";
import type { Runner } from "./runner.ts";

/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
export async function surroundingsOf(runner: Runner, token?: string): Promise<Surroundings> {
  const { cwd, env, say, signal } = runner;
  const { realClock } = await import("#http");
  const given = token === undefined ? {} : { GITHUB_TOKEN: token };
  const page = await pageOf(runner);
  return {
    cwd,
    env: { ...env, ...given },
    clock: realClock,
    say,
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

/** Opens that checkout for a stage. */
export async function openHere(runner: Runner, token: string): Promise<Workplace> {
  const { openWorkplace } = await import("#stages");
  return openWorkplace(await surroundingsOf(runner, token));
}
