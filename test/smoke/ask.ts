import { setTimeout as delay } from "node:timers/promises";
import { runSmoke, type DatabaseCheck, type SmokeSpec } from "#smoke";

const none = { none: "not part of this test" };

/** A configuration without checks and without second tries. */
export const bare: SmokeSpec = {
  api: none,
  database: none,
  external: none,
  auth: none,
  paths: none,
  timeout: 5_000,
  retry: { on: [], times: 0, delay: 1 },
  parallel: 4,
  failFast: false,
  origins: [],
};

/** One database check through the door of the room: passed, or with what was said of it. */
export async function askDatabase(
  env: Readonly<Record<string, string>>,
  check: Partial<DatabaseCheck> = {},
): Promise<{ readonly passed: boolean; readonly detail: string; readonly tookMs: number }> {
  const database = [{ name: "main", urlFrom: "DATABASE_URL", ...check }];
  const clock = { now: () => performance.now(), sleep: async (ms: number) => delay(ms) };
  const signal = new AbortController().signal;
  const { status, checks, executionTimeMs } = await runSmoke(
    { ...bare, database },
    { baseUrl: "http://127.0.0.1", env, clock, signal },
  );
  const detail = checks.find(({ category }) => category === "database")?.detail ?? "";
  return { passed: status === "passed", detail, tookMs: executionTimeMs };
}
