import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import type { Forge } from "./port.ts";
import { routes } from "./routes.ts";

/** Starts the workflows that listen for this event. */
export async function sendEvent(
  client: Client,
  type: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await client.request(routes.sendEvent, { ...client.at, event_type: type, client_payload: payload });
}

/** Whether a run is one of the code host's: ids of other systems (a laptop, another CI) are no numbers. */
export const isHostRun = (id: string): boolean => /^\d+$/.test(id);

/** Whether a run goes on. One of another system is unknown, and a run may have been deleted. */
export async function runState(client: Client, id: string): ReturnType<Forge["runState"]> {
  if (!isHostRun(id)) return "unknown";
  try {
    const { data } = await client.request(routes.readRun, { ...client.at, run_id: Number(id) });
    return data.status === "completed" ? "over" : "under-way";
  } catch (thrown) {
    if (isStatus(thrown, 404)) return "unknown";
    throw thrown;
  }
}
