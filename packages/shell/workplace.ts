import type { Surroundings, Workplace } from "#stages";

import type { Runner } from "./runner.ts";

/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
export async function surroundingsOf({ cwd, env, say, signal }: Runner, token?: string): Promise<Surroundings> {
  const { realClock } = await import("#http");
  const given = token === undefined ? {} : { GITHUB_TOKEN: token };
  return { cwd, env: { ...env, ...given }, clock: realClock, say, signal, fetch: globalThis.fetch };
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
