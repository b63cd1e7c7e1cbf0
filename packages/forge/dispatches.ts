import type { Client } from "./client.ts";
import { routes } from "./routes.ts";

/** Starts the workflows that listen for this event. The same one twice starts them twice: they must not mind. */
export async function dispatch(
  client: Client,
  event: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await client.request(routes.dispatch, { ...client.at, event_type: event, client_payload: payload });
}
