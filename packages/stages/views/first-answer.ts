import { createFetch, type HttpOptions } from "#http";

/** Until the host has answered once, a wrong address or a missing network is likelier than an outage. */
const hasty = { timeoutMs: 6_000, retryDelaysMs: [500] } as const;

/**
 * A `fetch` with all the patience of `createFetch`, except before the first answer: who typed a command offline is told
 * within seconds, and nothing has begun that could be lost.
 */
export function createPatientFetch(options: HttpOptions): typeof fetch {
  const patient = createFetch(options);
  const first = createFetch({ ...options, ...hasty });
  let answered = false;
  return async (input, init) => {
    if (answered) return patient(input, init);
    const response = await first(input, init);
    answered = true;
    const readOnly = (init?.method ?? "GET").toUpperCase() === "GET";
    // It is there and unwell: that is what patience is for.
    return response.status >= 500 && readOnly ? patient(input, init) : response;
  };
}
