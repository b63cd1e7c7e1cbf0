import { addressOf, type HttpRemote } from "./http-remote.ts";
import { packOf, type PlainObject } from "./pack.ts";
import { packet, packetsOf } from "./packets.ts";
import type { PushOutcome, RefUpdate } from "./port.ts";

const sendTimeoutMs = 60_000;

/** What a push carries: changes of refs, and every object of them that the host does not have. */
export interface Sending {
  readonly updates: readonly RefUpdate[];
  readonly objects: readonly PlainObject[];
}

/** What a host takes in a push; asked once a process, by which every later push is one request instead of two. */
export type Abilities = ReadonlySet<string>;

/** Asks a host what it takes. `undefined` when it is not reached or does not say it plainly: then git has to push. */
export async function abilitiesOf(remote: HttpRemote): Promise<Abilities | undefined> {
  const { href, headers } = addressOf(remote, "info/refs");
  try {
    const signal = AbortSignal.timeout(sendTimeoutMs);
    const response = await remote.fetch(`${href}?service=git-receive-pack`, { headers, signal });
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok || response.redirected) return undefined;
    const [service] = packetsOf(body)?.lines ?? [];
    if (service?.toString().trim() !== "# service=git-receive-pack") return undefined;
    const [first] = packetsOf(packetsOf(body)?.rest ?? Buffer.alloc(0))?.lines ?? [];
    const said = first?.toString().trim().split("\0")[1];
    return said === undefined ? undefined : new Set(said.trim().split(" "));
  } catch {
    return undefined;
  }
}

/**
 * The same atomic push with the same leases as git's, in this process and in one request. `undefined`: nothing was
 * changed, and git itself has to push: because the host refused (git says why in words that people know), or because it
 * cannot do it in one piece.
 */
export async function send(
  remote: HttpRemote,
  abilities: Abilities,
  { updates, objects }: Sending,
): Promise<PushOutcome | undefined> {
  const { algorithm } = remote;
  if (!suits(abilities, algorithm) || updates.some(({ expect }) => expect === "any")) return undefined;
  const none = "0".repeat(algorithm === "sha256" ? 64 : 40);
  const format = abilities.has(`object-format=${algorithm}`) ? ` object-format=${algorithm}` : "";
  const asked = `report-status side-band-64k atomic${format} agent=release-command`;
  const commands = updates.map(({ ref, to, expect }, index) =>
    packet(`${expect === "absent" ? none : expect} ${to ?? none} ${ref}${index === 0 ? `\0 ${asked}` : ""}`),
  );
  const pack = updates.every(({ to }) => to === undefined) ? Buffer.alloc(0) : await packOf(objects, algorithm);
  return exchange(remote, Buffer.concat([Buffer.from(`${commands.join("")}0000`), pack]), updates);
}

function suits(abilities: Abilities, algorithm: string): boolean {
  const format = [...abilities].find((ability) => ability.startsWith("object-format=")) ?? "object-format=sha1";
  const needed = ["report-status", "side-band-64k", "atomic", "delete-refs"];
  return format === `object-format=${algorithm}` && needed.every((ability) => abilities.has(ability));
}

async function exchange(
  remote: HttpRemote,
  body: Buffer<ArrayBuffer>,
  updates: readonly RefUpdate[],
): Promise<PushOutcome | undefined> {
  const { href, headers } = addressOf(remote, "git-receive-pack");
  const types = {
    "content-type": "application/x-git-receive-pack-request",
    accept: "application/x-git-receive-pack-result",
  };
  let response: Response;
  let answer: Buffer;
  try {
    const signal = AbortSignal.timeout(sendTimeoutMs);
    response = await remote.fetch(href, { method: "POST", headers: { ...headers, ...types }, body, signal });
    answer = Buffer.from(await response.arrayBuffer());
  } catch (thrown) {
    return { state: "unknown", reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  // What comes before git on the other side refuses whole requests: nothing was done.
  if (response.status >= 300 && response.status < 500) return undefined;
  const report = response.ok ? reportOf(answer) : undefined;
  if (report === undefined)
    return { state: "unknown", reason: `the host answered ${response.status} without a report` };
  const done = updates.every(({ ref }) => report.includes(`ok ${ref}`));
  return report.includes("unpack ok") && done ? { state: "applied" } : undefined;
}

/** The lines of the report in the first of the bands that the answer is made of; `undefined` for one that is cut. */
function reportOf(answer: Buffer): readonly string[] | undefined {
  const bands = packetsOf(answer)
    ?.lines.filter((line) => line[0] === 1)
    .map((line) => line.subarray(1));
  const report = bands === undefined ? undefined : packetsOf(Buffer.concat(bands));
  if (report === undefined || report.lines.length === 0) return undefined;
  return report.lines.map((line) => line.toString("utf8").trimEnd());
}
