import { ReleaseFault } from "#faults";
import type { Command } from "./command.ts";
import { withoutSecrets } from "./faults.ts";
import { addressOf, isHttp, type HttpRemote } from "./http-remote.ts";
import { packet, packetsOf } from "./packets.ts";
import type { Sight } from "./port.ts";

export interface LookOptions extends HttpRemote {
  readonly git: Command;
  readonly remote: string;
}

const lookTimeoutMs = 20_000;

/** Refs and, by HTTP, the server's clock in the same answer. Everything else asks `git ls-remote`. */
export async function look(options: LookOptions, prefixes: readonly string[]): Promise<Sight> {
  if (!isHttp(options.url)) return { refs: await listRemote(options, prefixes), serverTimeMs: undefined };
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
  const { href, headers } = addressOf(options, "git-upload-pack");
  const request = [
    ...["command=ls-refs\n", "agent=release-command\n", `object-format=${options.algorithm}`].map(packet),
    "0001",
    ...prefixes.map((prefix) => packet(`ref-prefix ${prefix}\n`)),
    "0000",
  ].join("");
  try {
    return await options.fetch(href, {
      method: "POST",
      headers: {
        ...headers,
        "content-type": "application/x-git-upload-pack-request",
        accept: "application/x-git-upload-pack-result",
        "git-protocol": "version=2",
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

/** The refs of a complete answer; `undefined` for anything that is not one, so that a cut answer is never "no refs". */
function parseRefs(body: Buffer): ReadonlyMap<string, string> | undefined {
  const refs = new Map<string, string>();
  for (const line of packetsOf(body)?.lines ?? [undefined]) {
    const match = /^(?<id>[0-9a-f]{40,64}) (?<ref>\S+)/.exec(line?.toString("utf8") ?? "");
    if (match?.groups === undefined) return undefined;
    refs.set(match.groups["ref"] ?? "", match.groups["id"] ?? "");
  }
  return refs;
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
