import { setTimeout as pause } from "node:timers/promises";
import { ReleaseFault } from "#faults";

export const logins = ["sarah", "aisha", "marcus", "ines"] as const;
export type PersonName = (typeof logins)[number];
export type Tokens = Readonly<Record<PersonName | "bot", string>>;

export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly headSha: string;
  readonly base: string;
}

/** What people of the demo do on the code host, through its public API. */
export interface People {
  /** The open pull request of a release or hotfix branch, or `undefined`. */
  findOpen(): Promise<OpenPullRequest | undefined>;
  /** Waits until one is open and approves its head as `login` (default: Aisha). Aborted → rejects. */
  approveWhenOpened(
    login?: PersonName,
    options?: { readonly signal?: AbortSignal; readonly pollMs?: number },
  ): Promise<OpenPullRequest>;
  /** A review of the pull request's present head. */
  review(
    login: PersonName,
    number: number,
    opinion: "APPROVE" | "REQUEST_CHANGES" | "COMMENT",
    body?: string,
  ): Promise<void>;
  /** Merges with a merge commit, as a person would by the button. */
  merge(login: PersonName, number: number): Promise<void>;
}

interface PullJson {
  readonly number: number;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
}

/** People with these tokens on the code host at `url`, in the repository `owner/name`. */
export function createPeople(host: {
  readonly url: string;
  readonly repository: string;
  readonly tokens: Tokens;
}): People {
  const ask = async (login: PersonName, method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${host.url}/repos/${host.repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${host.tokens[login]}`, accept: "application/vnd.github+json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text === "" ? undefined : (JSON.parse(text) as unknown);
    throw new ReleaseFault("remote", `${login} could not ${method} ${path}: ${response.status}`, {
      hint: text.slice(0, 500),
    });
  };
  const people: People = {
    async findOpen() {
      const pulls = (await ask("aisha", "GET", "/pulls?state=open&per_page=100")) as readonly PullJson[];
      const pull = pulls.find(({ head }) => /^(?:release|hotfix)\//.test(head.ref));
      return pull && { number: pull.number, head: pull.head.ref, headSha: pull.head.sha, base: pull.base.ref };
    },
    async approveWhenOpened(login = "aisha", { signal, pollMs = 200 } = {}) {
      for (;;) {
        const open = await people.findOpen();
        if (open !== undefined) {
          await people.review(login, open.number, "APPROVE", "Looks right to me.");
          return open;
        }
        await pause(pollMs, undefined, { ...(signal && { signal }) });
      }
    },
    async review(login, number, event, body = "") {
      await ask(login, "POST", `/pulls/${number}/reviews`, { event, body });
    },
    async merge(login, number) {
      await ask(login, "PUT", `/pulls/${number}/merge`, { merge_method: "merge" });
    },
  };
  return people;
}
