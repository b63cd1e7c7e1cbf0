import { constants } from "node:fs";
import { access } from "node:fs/promises";

import { ReleaseFault } from "#faults";

import { passed } from "../script.ts";
import type { TargetOptions } from "../port.ts";
import { filesOf, missingLines } from "./configuration.ts";
import type { Deployed } from "./record.ts";
import type { Runtime, Server } from "./runtime.ts";
import type { HaproxySettings } from "./settings.ts";
import { weightsOf } from "./shares.ts";

const weighted = ["roundrobin", "leastconn", "random"];

/** Whether HAProxy is set up as a release needs it. Changes nothing; every reason against it is named at once. */
export async function checkHaproxy(
  runtime: Runtime,
  {
    settings,
    deployed,
    options,
  }: { readonly settings: HaproxySettings; readonly deployed: Deployed; readonly options: TargetOptions },
): Promise<void> {
  passed({ ours: options.env ?? {}, pass: settings.pass });
  const { backend, directory } = settings;
  const { algorithm, servers } = await runtime.servers();
  const lines = await missingLines(settings);
  const files = filesOf(directory);
  const problems = [
    ...((await runtime.ask("show cli level")).trim() === "admin"
      ? []
      : [`the socket ${settings.socket} is without: level admin`]),
    ...(weighted.includes(algorithm)
      ? []
      : [`balance ${algorithm} has no weights that can change: write balance roundrobin`]),
    ...lines.map((line) => `its section "backend ${backend}" is without the line: ${line}`),
    ...(lines.length > 0 || (await runtime.map(files.versions)) !== undefined
      ? []
      : ["its configuration has changed since it was started: reload it"]),
    ...serverProblems(settings, servers),
    ...((await isWritable(directory)) ? [] : [`${directory} is not a directory that this user may write to`]),
  ];
  if (problems.length > 0) {
    throw new ReleaseFault(
      "config",
      `HAProxy is not ready for releases of ${options.environment}:\n${problems.join("\n")}`,
      {
        hint: `docs/targets.md has a whole configuration. Then: touch ${files.versions}; haproxy -c -f ${settings.config.join(" -f ")}; systemctl reload haproxy`,
      },
    );
  }
  demandIntended(settings, { deployed, servers, environment: options.environment });
}

function serverProblems({ slots, backend }: HaproxySettings, servers: readonly Server[]): readonly string[] {
  const named = Object.values(slots).flat();
  const missing = named.filter((name) => !servers.some((one) => one.name === name));
  const unchecked = servers.filter(({ name, status }) => named.includes(name) && status === "no check");
  const strangers = servers.filter(({ name, weight, backup }) => !named.includes(name) && weight > 0 && !backup);
  return [
    ...missing.map(
      (name) =>
        `backend ${backend} has no server ${name}: write for example: server ${name} 127.0.0.1:9001 check weight 0`,
    ),
    ...unchecked.map(({ name }) => `its server ${name} is without: check`),
    ...strangers.map(
      ({ name }) =>
        `its server ${name} gets traffic and is in no slot of the settings: name it there, or give it weight 0`,
    ),
  ];
}

/** HAProxy was restarted without the state file, or somebody changed weights: the next release would start from a lie. */
function demandIntended(
  { slots, backend }: HaproxySettings,
  {
    deployed,
    servers,
    environment,
  }: { readonly deployed: Deployed; readonly servers: readonly Server[]; readonly environment: string },
): void {
  const wanted = weightsOf(deployed, slots);
  const differing = servers.filter(({ name, weight }) => wanted.has(name) && wanted.get(name) !== weight);
  if (differing.length === 0) return;
  const found = differing.map(({ name, weight }) => `${name} has weight ${weight}, not ${wanted.get(name)}`).join(", ");
  throw new ReleaseFault("remote", `HAProxy does not have the shares that were set on ${environment}: ${found}`, {
    hint: `It was restarted without its state file, or somebody changed them. Put them back: ${differing.map(({ name }) => `set server ${backend}/${name} weight ${wanted.get(name)}`).join("; ")} (on its socket), or resume the release under way.`,
  });
}

function isWritable(directory: string): Promise<boolean> {
  return access(directory, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
