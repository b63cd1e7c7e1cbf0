import { defaultConfigPath } from "#config";
import { ReleaseFault } from "#faults";
import { cleanEnvironment } from "#gates";
import { runSmoke, type SmokeResult } from "#smoke";

import { configHere, definedOnly, openTarget, type Surroundings } from "../open.ts";
import { smokePlace } from "../rollout/smoke-place.ts";

/** What is asked: the public address of an environment, or any other. */
export type SmokePlace = { readonly environment: "staging" | "production" } | { readonly url: string };

/** The smoke tests of the checkout's configuration, once, against what serves now. Needs no code host and changes nothing. */
export async function smokeNow(surroundings: Surroundings, place: SmokePlace): Promise<SmokeResult> {
  const { cwd, clock, signal } = surroundings;
  const { config } = await configHere(cwd);
  if (config.smoke === undefined) {
    throw new ReleaseFault(
      "config",
      `There are no smoke checks in ${defaultConfigPath} here: nothing would be proved`,
      {
        hint: `Write them under \`smoke:\` (docs/smoke.md); or name the clone that has them (--directory=../shop, or a checkout before the action).`,
      },
    );
  }
  const env = definedOnly(surroundings.env);
  const commandsWith = (own: Readonly<Record<string, string>>) => ({
    commands: { directory: cwd, env: cleanEnvironment(surroundings.env, own) },
  });
  if ("url" in place) return runSmoke(config.smoke, { baseUrl: place.url, env, clock, signal, ...commandsWith({}) });
  const { environment } = place;
  const target = await openTarget(config, environment, { workDirectory: cwd, env, clock, signal });
  const { url } = await target.observe();
  const here = smokePlace(config, environment, { env, headers: {} });
  const own = config.environments[environment].env;
  return runSmoke(config.smoke, { ...here, baseUrl: url, clock, signal, ...commandsWith(own) });
}
