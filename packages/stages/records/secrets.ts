import type { Config } from "#config";
import { receiverVariables, variablesOf } from "#notify";
import { createScrubber, secretValues, type Scrubber } from "#scrub";

import { auditKeyVariable, vaultTokenVariable } from "./audit-signer.ts";
import { signingVariables } from "../review/signing.ts";

type Env = Readonly<Record<string, string>>;
type Outward = Pick<Config, "notify" | "metrics" | "audit">;

/** Variables that hold what only we need: keys for tags and the audit log, addresses and keys of channels and receivers. */
function ours({ notify, metrics, audit }: Outward): ReadonlySet<string> {
  const { key, passphrase } = signingVariables;
  return new Set([
    key,
    passphrase,
    auditKeyVariable,
    // A project may have a Vault of its own: the token is ours only where it signs.
    ...(audit.sign === "vault" ? [vaultTokenVariable] : []),
    ...notify.channels.flatMap(variablesOf),
    ...metrics.push.flatMap(receiverVariables),
  ]);
}

/** The variables that commands of the project are started with. */
export function projectEnv(env: Env, config: Outward): Env {
  const hidden = ours(config);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.has(name)));
}

/** What takes these secrets, and whatever looks like one, out of what is stored or shown. */
export function scrubberOf(env: Env, config: Outward & Pick<Config, "scrub">): Scrubber {
  return createScrubber({ secrets: secretsOf(env, config), ipAddresses: config.scrub.ipAddresses });
}

/** Values that never reach people or storage: of our own variables, and of those that look like credentials by name. */
function secretsOf(env: Env, config: Outward): readonly string[] {
  const own = ours(config);
  return secretValues(env, (name) => own.has(name));
}
