import type { Runner } from "../runner.ts";
import { cacheServiceOf } from "./cache-service.ts";
import type { GateStores, Limits } from "./gate-stores.ts";

const usual: Limits = { restoreMs: 30_000, saveMs: 60_000 };

/** The package stores of a leg; `undefined` where the run keeps no caches, as in a shell. */
export async function openStores(runner: Runner, limits: Limits = usual): Promise<GateStores | undefined> {
  const service = cacheServiceOf(runner.env);
  if (service === undefined) return undefined;
  const { gateStores } = await import("./gate-stores.ts");
  return gateStores(runner, service, limits);
}
