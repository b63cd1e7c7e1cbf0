import type { Surroundings, Workplace } from "#stages";

import type { Runner } from "./runner.ts";

/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
export async function surroundingsOf({ cwd, env, say, signal }: Runner, token?: string): Promise<Surroundings> {
  const { realClock } = await import("#http");
  const given = token === undefined ? {} : { GITHUB_TOKEN: token };
  return { cwd, env: { ...env, ...given }, clock: realClock, say, signal, fetch: globalThis.fetch };
}

/** Opens that checkout for a stage. */
export async function openHere(runner: Runner, token: string): Promise<Workplace> {
  const { openWorkplace } = await import("#stages");
  return openWorkplace(await surroundingsOf(runner, token));
}
