/** Why a release that touched production goes back. */
export type RollbackTrigger =
  | "smoke-test-failure"
  | "error-rate-spike"
  | "latency"
  | "resources"
  | "health-check-failure"
  | "deployment-timeout"
  | "deployment-failure"
  | "incident"
  | "not-proved"
  | "manual";

/** What people are told about a rollback. */
export type RollbackFact =
  | {
      readonly type: "escalated";
      readonly reason: string;
      readonly manualSteps: readonly string[];
      /** What the platform said of itself at that moment, a line each. */
      readonly shows?: readonly string[];
    }
  | {
      /** The commits of the release that touch what failed: a hint and no proof. */
      readonly type: "suspected";
      /** What failed. */
      readonly signal: string;
      /** How many commits were looked at. */
      readonly searched: number;
      readonly commits: readonly { readonly sha: string; readonly subject: string; readonly why: string }[];
    }
  | {
      /** What became of a notice at one channel. */
      readonly type: "notified";
      readonly key: string;
      readonly channel: string;
      readonly status: "delivered" | "failed";
      readonly reason?: string;
    };
