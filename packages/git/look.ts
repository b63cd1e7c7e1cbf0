import { ReleaseFault } from "#faults";
import type { Command } from "./command.ts";
import { withoutSecrets } from "./faults.ts";
import type { Sight } from "./port.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface LookOptions {
  readonly git: Command;
  readonly remote: string;
  readonly url: string;
  readonly fetch: Fetch;
  readonly authorization: string | undefined;
  readonly algorithm: string;
}

const lookTimeoutMs = 20_000;

/** Refs and, by HTTP, the server's clock in the same answer. Everything else asks `git ls-remote`. */
export async function look(options: LookOptions, prefixes: readonly string[]): Promise<Sight> {
  if (!/^https?:/.test(options.url)) return { refs: await listRemote(options, prefixes), serverTimeMs: undefined };
  const response = await askForRefs(options, prefixes);
  const serverTimeMs = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(serverTimeMs)) {
    throw new ReleaseFault(
      "remote",
      `${withoutSecrets(options.url)} answers without a Date, so leases cannot be judged`,
      {
        hint: "A proxy may remove the header: `curl -I` the address; ask for `Date` to be let through.",
      },
    );
  }
  const isRefs = response.headers.get("content-type") === "application/x-git-upload-pack-result";
  const body = Buffer.from(await response.arrayBuffer());
  // A host without protocol 2, or one that wants what only git's own credential helper knows: the clock is right even so.
  const refs = response.ok && isRefs ? parseRefs(body) : undefined;
  return { refs: refs ?? (await listRemote(options, prefixes)), serverTimeMs };
}

async function askForRefs(options: LookOptions, prefixes: readonly string[]): Promise<Response> {
  const url = new URL(options.url);
  const inUrl = url.username === "" ? undefined : basic(url);
  const authorization = options.authorization ?? inUrl;
  url.username = "";
  url.password = "";
  url.pathname = `${url.pathname.replace(/\/$/, "")}/git-upload-pack`;
  const request = [
    ...["command=ls-refs\n", "agent=release-command\n", `object-format=${options.algorithm}`].map(packet),
    "0001",
    ...prefixes.map((prefix) => packet(`ref-prefix ${prefix}\n`)),
    "0000",
  ].join("");
  try {
    return await options.fetch(url.href, {
      method: "POST",
      headers: {
        "content-type": "application/x-git-upload-pack-request",
        accept: "application/x-git-upload-pack-result",
        "git-protocol": "version=2",
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: request,
      signal: AbortSignal.timeout(lookTimeoutMs),
    });
  } catch (cause) {
    throw new ReleaseFault("remote", `${withoutSecrets(options.url)} was not reached: ${reasonOf(cause)}`, {
      hint: "Check the network and the remote's address with `git ls-remote`, then run again: nothing is lost.",
      cause,
    });
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}

function basic(url: URL): string {
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** pkt-line: four hexadecimal digits of length, themselves included. */
function packet(line: string): string {
  return (Buffer.byteLength(line) + 4).toString(16).padStart(4, "0") + line;
}

/** The refs of a complete answer; `undefined` for anything that is not one, so that a cut answer is never "no refs". */
function parseRefs(body: Buffer): ReadonlyMap<string, string> | undefined {
  const refs = new Map<string, string>();
  let offset = 0;
  while (offset + 4 <= body.length) {
    const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
    if (length === 0) return refs;
    if (Number.isNaN(length) || length < 4 || offset + length > body.length) return undefined;
    const match = /^(?<id>[0-9a-f]{40,64}) (?<ref>\S+)/.exec(body.toString("utf8", offset + 4, offset + length));
    if (match?.groups === undefined) return undefined;
    refs.set(match.groups["ref"] ?? "", match.groups["id"] ?? "");
    offset += length;
  }
  return undefined;
}

async function listRemote(
  { git, remote }: LookOptions,
  prefixes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const patterns = prefixes.map((prefix) => (prefix.endsWith("/") ? `${prefix}*` : prefix));
  const listing = await git.text("read the remote's refs", ["ls-remote", "--refs", remote, ...patterns], {
    timeoutMs: lookTimeoutMs,
  });
  const refs = listing
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => [line.slice(line.indexOf("\t") + 1), line.slice(0, line.indexOf("\t"))] as const);
  return new Map(refs.filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix))));
}
