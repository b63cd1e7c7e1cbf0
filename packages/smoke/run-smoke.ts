import type { SmokeCategory, SmokeCheck } from "#machine";
import { runCheck, type Checked } from "./check.ts";
import { commandCheck, isCommand } from "./command.ts";
import type {
  CommandCheck,
  DatabaseCheck,
  None,
  SmokeOptions,
  SmokeResult,
  SmokeSpec,
  Surroundings,
} from "./contract.ts";
import { checkDatabase, databaseKey } from "./database.ts";
import { asDetail, secretsOf } from "./detail.ts";
import { declaredIn, Egress } from "./egress.ts";
import { blameExternal, externalUnits } from "./external.ts";
import { readHealth, withClass } from "./health.ts";
import { apiUnits, authUnits, pathUnits } from "./http-checks.ts";
import { productionCredentials, productionHost } from "./isolation.ts";
import { select } from "./selection.ts";
import { missingCategory } from "./starter.ts";
import { runUnits, type Unit, type UnitEnd } from "./units.ts";

const empty: SmokeSpec = {
  timeout: 10_000,
  retry: { on: [], times: 0, delay: 0 },
  parallel: 1,
  failFast: false,
  origins: [],
};
const categories = ["api", "database", "external", "auth", "paths"] as const;

/**
 * Runs the five categories side by side. A category passes when it has checks and all of them hold, or when it is
 * declared not applicable; a category that is left out fails. Rejects only when `signal` is aborted.
 */
export async function runSmoke(wanted: SmokeSpec = empty, options: SmokeOptions): Promise<SmokeResult> {
  options.signal.throwIfAborted();
  const started = options.clock.now();
  const around = surroundingsOf(wanted, options);
  const refused = credentialsOfProduction(around);
  const { spec, leftOut } = refused === undefined ? select(wanted, options) : { spec: wanted, leftOut: [] };
  const units = refused === undefined ? unitsOf(spec, around) : [];
  const ends = await blamed(await runUnits(units, spec), spec, around);
  const checked = ends.flatMap((end) => end.checked);
  const failing = checked.some(({ failure, check }) => failure !== undefined && check.category !== "external");
  const health = failing ? await readHealth(spec, checksOf(checked), around) : undefined;
  const done = checked.map((one) => (health === undefined ? one.check : withClass(one, health)));
  const all = [...done, ...leftOut, ...unproved(wanted), ...(refused ?? [])];
  const checks = categories.flatMap((category) => all.filter((check) => check.category === category));
  const notRun = ends.filter(({ ran }) => !ran).map(({ category }) => category);
  return resultOf(checks, { notRun, executionTimeMs: Math.round(options.clock.now() - started) });
}

function surroundingsOf(spec: SmokeSpec, options: SmokeOptions): Surroundings {
  const declared = declaredIn(spec);
  const forbidden = productionHost(options.production, declared);
  const egress = new Egress({ baseUrl: options.baseUrl, declared, forbidden });
  return { ...options, timeoutMs: options.timeoutMs ?? spec.timeout, retry: spec.retry, egress };
}

/** Decision 50: nothing is asked at all while this run holds an account of production. */
function credentialsOfProduction({ env, production }: Surroundings): readonly SmokeCheck[] | undefined {
  const names = productionCredentials(env, secretsOf(env), production);
  if (names.length === 0) return undefined;
  const detail = `${names.join(", ")}: the value is the one of production, and this is a run before it. Give this environment accounts of its own`;
  return categories.map((category) => ({ category, name: "isolation", status: "failed", durationMs: 0, detail }));
}

function unitsOf(spec: SmokeSpec, around: Surroundings): readonly Unit[] {
  return [
    ...apiUnits(listOf(spec.api), around),
    ...databaseUnits(listOf(spec.database), around),
    ...externalUnits(listOf(spec.external), around),
    ...authUnits(listOf(spec.auth), around).filter(({ names }) => names.length > 0),
    ...pathUnits(listOf(spec.paths), around),
  ];
}

/** Databases behind one URL one after another: a pool of one must do. */
function databaseUnits(checks: readonly (DatabaseCheck | CommandCheck)[], around: Surroundings): readonly Unit[] {
  const groups = Map.groupBy(checks, (check) => (isCommand(check) ? check : databaseKey(check, around)));
  return [...groups.values()].map((group) => ({
    category: "database",
    names: group.map(({ name }) => name),
    run: async () => {
      const checked: Checked[] = [];
      for (const check of group) checked.push(await oneDatabase(check, around));
      return checked;
    },
  }));
}

async function oneDatabase(check: DatabaseCheck | CommandCheck, around: Surroundings): Promise<Checked> {
  if (isCommand(check)) return commandCheck("database", check, around);
  const run = async () => checkDatabase(check, around);
  return runCheck({ category: "database", name: check.name, run }, around);
}

async function blamed(ends: readonly UnitEnd[], spec: SmokeSpec, around: Surroundings): Promise<readonly UnitEnd[]> {
  const [theirs, ours] = [ends.filter(isExternal), ends.filter((end) => !isExternal(end))];
  return [...ours, ...(await blameExternal(theirs, listOf(spec.external), around))];
}

function isExternal({ category }: UnitEnd): boolean {
  return category === "external";
}

/** Categories that were declared not applicable, or that nothing is said about. */
function unproved(spec: SmokeSpec): readonly SmokeCheck[] {
  return categories.flatMap((category): readonly SmokeCheck[] => {
    const wanted: None | readonly unknown[] | undefined = spec[category];
    if (wanted !== undefined && "none" in wanted) {
      return [{ category, name: category, status: "not-applicable", durationMs: 0, detail: asDetail(wanted.none, []) }];
    }
    if (wanted !== undefined && wanted.length > 0) return [];
    return [{ category, name: "not configured", status: "failed", durationMs: 0, detail: missingCategory(category) }];
  });
}

function resultOf(
  checks: readonly SmokeCheck[],
  { notRun, executionTimeMs }: { readonly notRun: readonly SmokeCategory[]; readonly executionTimeMs: number },
): SmokeResult {
  const failed = checks.filter(({ status }) => status === "failed");
  const broken = new Set([...failed.map(({ category }) => category), ...notRun]).size;
  return {
    status: broken === 0 ? "passed" : "failed",
    categoriesPassed: categories.length - broken,
    categoriesFailed: broken,
    executionTimeMs,
    failedTests: failed.map(({ category, name }) => `${category}: ${name}`),
    checks,
  };
}

function checksOf(checked: readonly Checked[]): readonly SmokeCheck[] {
  return checked.map(({ check }) => check);
}

function listOf<T>(wanted: None | readonly T[] | undefined): readonly T[] {
  return wanted === undefined || "none" in wanted ? [] : wanted;
}
