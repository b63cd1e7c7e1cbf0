import type { Runner } from "../runner.ts";
import { cacheServiceOf } from "./cache-service.ts";
import type { GateStores } from "./gate-stores.ts";

/** The package stores of a leg; `undefined` where the run keeps no caches, as in a shell. */
export async function openStores(runner: Runner): Promise<GateStores | undefined> {
  const service = cacheServiceOf(runner.env);
  if (service === undefined) return undefined;
  const { gateStores } = await import("./gate-stores.ts");
  return gateStores(runner, service);
}
