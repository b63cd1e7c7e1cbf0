import { runSmoke, type SmokeResult } from "#smoke";

import { configHere, definedOnly, openTarget, type Surroundings } from "./open.ts";

/** What is asked: the public address of an environment, or any other. */
export type SmokePlace = { readonly environment: "staging" | "production" } | { readonly url: string };

/** The smoke tests of the checkout's configuration, once, against what serves now. Needs no code host and changes nothing. */
export async function smokeNow(surroundings: Surroundings, place: SmokePlace): Promise<SmokeResult> {
  const { cwd, clock, signal, fetch } = surroundings;
  const { config } = await configHere(cwd);
  const env = definedOnly(surroundings.env);
  if ("url" in place) return runSmoke(config.smoke, { baseUrl: place.url, headers: {}, env, fetch, clock, signal });
  const target = await openTarget(config, place.environment, { workDirectory: cwd, clock, signal });
  const { url } = await target.observe();
  const own = { ...env, ...config.environments[place.environment].env };
  return runSmoke(config.smoke, { baseUrl: url, headers: {}, env: own, fetch, clock, signal });
}
