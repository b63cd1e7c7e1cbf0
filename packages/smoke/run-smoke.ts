import type { SmokeCategory, SmokeCheck } from "#machine";
import { asDetail } from "./detail.ts";
import { checkDatabases } from "./database.ts";
import { checkExternal } from "./external.ts";
import { checkApi, checkAuth, checkPaths } from "./http-checks.ts";
import type { None, SmokeOptions, SmokeResult, SmokeSpec, Surroundings } from "./contract.ts";
import { missingCategory } from "./starter.ts";

const defaultTimeoutMs = 10_000;

/**
 * Runs the five categories side by side. A category passes when it has checks and all of them hold, or when it is
 * declared not applicable; a category that is left out fails. Rejects only when `signal` is aborted.
 */
export async function runSmoke(spec: SmokeSpec | undefined, options: SmokeOptions): Promise<SmokeResult> {
  options.signal.throwIfAborted();
  const started = options.clock.now();
  const around: Surroundings = {
    ...options,
    timeoutMs: spec?.timeout ?? defaultTimeoutMs,
    retryDelayMs: spec?.retryDelay ?? 0,
  };
  const categories = await Promise.all([
    runCategory("api", spec?.api, async (steps) => checkApi(steps, around)),
    runCategory("database", spec?.database, async (databases) => checkDatabases(databases, around)),
    runCategory("external", spec?.external, async (services) => checkExternal(services, around)),
    runCategory("auth", spec?.auth, async (steps) => checkAuth(steps, around)),
    runCategory("paths", spec?.paths, async (paths) => checkPaths(paths, around)),
  ]);
  const broken = categories.filter((checks) => checks.some(isFailed));
  const checks = categories.flat();
  return {
    status: broken.length === 0 ? "passed" : "failed",
    categoriesPassed: categories.length - broken.length,
    categoriesFailed: broken.length,
    executionTimeMs: Math.round(options.clock.now() - started),
    failedTests: checks.filter(isFailed).map(({ category, name }) => `${category}: ${name}`),
    checks,
  };
}

async function runCategory<T>(
  category: SmokeCategory,
  wanted: None | readonly T[] | undefined,
  run: (items: readonly T[]) => Promise<readonly SmokeCheck[]>,
): Promise<readonly SmokeCheck[]> {
  if (wanted !== undefined && "none" in wanted) {
    return [{ category, name: category, status: "not-applicable", durationMs: 0, detail: asDetail(wanted.none, []) }];
  }
  if (wanted === undefined || wanted.length === 0) {
    return [{ category, name: "not configured", status: "failed", durationMs: 0, detail: missingCategory(category) }];
  }
  return await run(wanted);
}

function isFailed({ status }: SmokeCheck): boolean {
  return status === "failed";
}
