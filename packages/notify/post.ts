import { ReleaseFault } from "#faults";
import { idempotentHeader } from "#http";

interface Post {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The other side tells the same notice once, however often it comes. */
  readonly repeatable: boolean;
  readonly signal: AbortSignal;
}

/** Sends JSON and is content with a 2xx. Neither address nor answer is told beyond host and reason: both may hold secrets. */
export async function post(fetch: typeof globalThis.fetch, { url, body, headers, repeatable, signal }: Post) {
  const to = webAddress(url);
  const response = await fetch(to, {
    method: "POST",
    body,
    signal,
    // A secret in the path is for this host only.
    redirect: "manual",
    headers: { "content-type": "application/json", ...headers, ...(repeatable ? { [idempotentHeader]: "true" } : {}) },
  });
  if (response.ok) return;
  const passing = response.status === 429 || response.status >= 500;
  throw new ReleaseFault(passing ? "remote" : "config", `${to.host} answered ${response.status}`, {
    hint: passing ? "It is sent again later." : "Look whether the secret of this channel is still valid.",
  });
}

function webAddress(url: string): URL {
  const to = URL.parse(url);
  if (to !== null && /^https?:$/.test(to.protocol)) return to;
  throw new ReleaseFault("config", "The address of a channel is no web address", {
    hint: "Example: SLACK_WEBHOOK_URL=https://hooks.slack.com/services/…",
  });
}
