export { createFetch, idempotentHeader, type HttpOptions } from "./client.ts";
export { type Call } from "./attempt.ts";
export { realClock, type Clock } from "./clock.ts";
