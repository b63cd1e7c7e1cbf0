import { isIP } from "node:net";
import { resolve } from "node:path";

import { z } from "zod";

import type { TargetOptions } from "../port.ts";
import { duration, parseSettings, passedNames } from "../settings.ts";

/** What stands in a command of HAProxy as one word. */
const word = z.string().regex(/^[\w.:-]+$/, "must be a name of HAProxy: letters, digits, . : - _");

const schema = z.strictObject({
  /** Its `stats socket` with `level admin`: a path, or host:port. */
  socket: z.string().min(1),
  backend: word,
  /** Groups of servers of that backend, by name. Each holds one version at a time. */
  slots: z
    .record(word, z.array(word).min(1))
    .refine(
      (slots) => Object.keys(slots).length > 1,
      "needs two slots: one serves, the next version comes up in the other",
    )
    .refine(
      (slots) => new Set(Object.values(slots).map(({ length }) => length)).size === 1,
      "must be slots of as many servers each",
    )
    .refine(
      (slots) => new Set(Object.values(slots).flat()).size === Object.values(slots).flat().length,
      "must not name a server twice",
    ),
  /** Where clients go: the frontend's address. */
  url: z.url({ protocol: /^https?$/, error: "must be an address like https://shop.example.com" }),
  /** What we remember, and what HAProxy loads when it starts. */
  directory: z.string().regex(/^[^\s;#"'\\]+$/, "must be a path without spaces, quotes, ; and #"),
  /** The files of HAProxy's configuration, in which `release` looks for the lines that it needs. */
  config: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).default("/etc/haproxy/haproxy.cfg"),
  /** Starts the version in one server, and may be run again. Run by the shell. */
  start: z.string().min(1),
  /** Stops what runs in one server, and may be run again. */
  stop: z.string().min(1),
  env: z.record(z.string(), z.string()).default({}),
  pass: passedNames,
  /** For `start` and the checks of HAProxy after it. */
  startTimeout: duration.prefault("60s"),
  /** How long the requests under way at a version may take before it is stopped all the same. */
  drainTimeout: duration.prefault("30s"),
  /** How long a version that was rolled back stays up at 0 %, for investigation. */
  keepBad: duration.prefault("24h"),
});

export interface HaproxySettings extends Omit<z.output<typeof schema>, "config"> {
  readonly config: readonly string[];
}

/** The settings of a `haproxy` target, paths resolved; every mistake is named at once. */
export function parseHaproxySettings(options: TargetOptions): HaproxySettings {
  const example =
    "{socket: /run/haproxy/admin.sock, backend: app, slots: {blue: [blue1], green: [green1]}, url: https://shop.example.com, directory: /var/lib/release-command/production, start: systemctl restart shop@$PORT, stop: systemctl stop shop@$PORT}";
  const parsed = parseSettings({ name: "haproxy", schema, example }, options);
  const at = (path: string): string => resolve(options.workDirectory, path);
  return {
    ...parsed,
    directory: at(parsed.directory),
    config: [parsed.config].flat().map(at),
    socket: addressOf(parsed.socket) === undefined ? at(parsed.socket) : parsed.socket,
  };
}

/** `host:port`; `undefined` for a path. */
export function addressOf(socket: string): { readonly host: string; readonly port: number } | undefined {
  const found = /^(?<host>[^/]+):(?<port>\d{1,5})$/.exec(socket)?.groups;
  const { host = "", port = "" } = found ?? {};
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return found === undefined || (isIP(bare) === 0 && bare.includes(":"))
    ? undefined
    : { host: bare, port: Number(port) };
}
