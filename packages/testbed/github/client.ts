import type { WantedClock, WantedQueue, WantedRateLimit, WantedRepository, WantedRun, WantedUser } from "./admin.ts";
import type { WantedAlerts } from "./alerts-admin.ts";
import type { Fault } from "./faults.ts";
import type { Report } from "./report.ts";
import type { DispatchEvent } from "./world.ts";

/** The admin API of a running stand-in. Each method throws with the stand-in's words when it is refused. */
export interface GitHubAdmin {
  /** Makes the repository as wanted; git and history of an existing one stay. */
  readonly repository: (wanted: WantedRepository) => Promise<void>;
  readonly user: (wanted: WantedUser) => Promise<void>;
  /** Sets, advances or freezes the clock; returns its new time as ISO. */
  readonly clock: (wanted: WantedClock) => Promise<string>;
  readonly rateLimit: (wanted: WantedRateLimit) => Promise<void>;
  readonly run: (wanted: WantedRun) => Promise<void>;
  /** Sets the alerts of code scanning and Dependabot. */
  readonly alerts: (wanted: WantedAlerts) => Promise<void>;
  /** Merges what waits in a merge queue, or removes it from there. */
  readonly mergeQueue: (wanted: WantedQueue) => Promise<void>;
  /** Arms a fault; several may be armed at once. */
  readonly fault: (fault: Fault) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly report: () => Promise<Report>;
  /** The repository_dispatch events that were sent to a repository. */
  readonly events: (repository: { readonly owner: string; readonly name: string }) => Promise<readonly DispatchEvent[]>;
  /** Copies state, git and assets into `directory`, when no request is in flight. */
  readonly snapshot: (directory: string) => Promise<void>;
  /** Makes everything as it was in the snapshot. */
  readonly restore: (directory: string) => Promise<void>;
}

/** The admin API at this address. */
export function adminOf(url: string): GitHubAdmin {
  const ask = async <T>(method: string, name: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/_standin/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { readonly message?: string };
    if (!response.ok) throw new Error(`The GitHub stand-in refused ${name}: ${answer.message ?? response.status}`);
    return answer;
  };
  const tell = async (method: string, name: string, body?: unknown): Promise<void> => {
    await ask(method, name, body);
  };
  return {
    repository: async (wanted) => tell("POST", "repositories", wanted),
    user: async (wanted) => tell("POST", "users", wanted),
    clock: async (wanted) => (await ask<{ readonly now: string }>("POST", "clock", wanted)).now,
    rateLimit: async (wanted) => tell("POST", "rate-limit", wanted),
    run: async (wanted) => tell("POST", "runs", wanted),
    alerts: async (wanted) => tell("POST", "alerts", wanted),
    mergeQueue: async (wanted) => tell("POST", "merge-queue", wanted),
    fault: async (fault) => tell("POST", "faults", fault),
    clearFaults: async () => tell("DELETE", "faults"),
    report: async () => ask<Report>("GET", "report"),
    events: async (repository) => ask("POST", "events", repository),
    snapshot: async (directory) => tell("POST", "snapshot", { directory }),
    restore: async (directory) => tell("POST", "restore", { directory }),
  };
}
