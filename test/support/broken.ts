import { readFile } from "node:fs/promises";
import path from "node:path";

import type { World } from "../../packages/testbed/index.ts";

interface Shown {
  readonly state: {
    readonly etag: number;
    readonly serving?: string;
    readonly previous?: string;
    readonly revisions: readonly { readonly version: string; readonly percent: number }[];
  };
}

/** Somebody who changes an environment without us: `version` gets everything, and what is `gone` is not there any more. */
export async function breakByHand(
  { platforms }: Pick<World, "platforms">,
  { version, gone, place = "production" }: { version: string; gone: string; place?: "staging" | "production" },
): Promise<void> {
  const file = path.join(platforms[place], "platform.json");
  const { adminPort, token } = JSON.parse(await readFile(file, "utf8")) as { adminPort: number; token: string };
  const url = `http://127.0.0.1:${adminPort}/state`;
  const headers = { authorization: `Bearer ${token}` };
  const { state } = (await (await fetch(url, { headers })).json()) as Shown;
  const { previous: _, ...rest } = state;
  const revisions = state.revisions
    .filter((one) => one.version !== gone)
    .map((one) => ({ ...one, percent: one.version === version ? 100 : 0 }));
  const body = JSON.stringify({ ...rest, serving: version, revisions });
  const answer = await fetch(url, { method: "PUT", headers: { ...headers, "if-match": `"${state.etag}"` }, body });
  if (!answer.ok) throw new Error(`nothing was broken: ${answer.status}`);
}
