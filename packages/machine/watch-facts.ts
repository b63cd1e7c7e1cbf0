import type { Environment, Json, RollbackTrigger } from "./facts.ts";

/** What is recorded around watches: how far one is, what it is compared with, and what people were asked and said. */
export type WatchFact =
  | {
      /** A watch that is not over: what a successor goes on with. */
      readonly type: "watching";
      readonly environment: Environment;
      readonly point: string;
      /** Of the window, already watched. */
      readonly elapsedMs: number;
      /** The window was lengthened once for doubt. */
      readonly extended: boolean;
      /** Part of it in which both versions were ill. */
      readonly incidentMs: number;
      /** Health checks that failed in a row so far. */
      readonly healthFailures: number;
      readonly requests: number;
      readonly errors: number;
      readonly analysis: Json;
    }
  | {
      /** What served before, measured before any client met the new version (decision 44). */
      readonly type: "baseline-measured";
      readonly environment: Environment;
      readonly version: string;
      readonly durationMs: number;
      readonly requests: number;
      readonly errors: number;
      /** Requests slower than the bound of the environment. */
      readonly slow: number;
    }
  | {
      /** People are asked; the share of traffic stays until they answer with `promote`, or with what takes it back. */
      readonly type: "asked";
      /** Whether a version that is in doubt goes on, or whether one that is judged bad goes back (decision 17). */
      readonly what: "promote" | "rollback";
      readonly environment: Environment;
      /** Of the watch; for a rollback the share that is held. */
      readonly point: string;
      /** Why it goes back when nobody answers. */
      readonly trigger: RollbackTrigger;
      readonly reason: string;
      readonly evidence: readonly string[];
      /** ISO 8601; by then it goes back unattended. */
      readonly until: string;
    }
  | {
      /** Both versions are ill: the share of traffic is held, and people are told (decision 26). */
      readonly type: "incident-held";
      readonly environment: Environment;
      readonly point: string;
      readonly reason: string;
      /** ISO 8601; by then it goes back, unless the incident ends. */
      readonly until: string;
    }
  | {
      /** The answer of a person: it goes on, though that was not proved, or though it was judged bad. */
      readonly type: "decided";
      readonly environment: Environment;
      readonly point: string;
      readonly by: string;
      readonly reason: string;
    }
  | {
      /** A hotfix serves everybody (decision 38): time from the start of its gates, waits for people left out. */
      readonly type: "hotfix-served";
      readonly durationMs: number;
      readonly targetMs: number;
    };
