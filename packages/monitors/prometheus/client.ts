import { z } from "zod";

import { ReleaseFault } from "#faults";
import { createFetch } from "#http";

import type { MonitorOptions } from "../port.ts";

/** A watch looks once a second and checks health beside it: it must not hang on a slow answer. */
const ANSWER_TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** The samples of one series in the order of time: ms since the epoch, and the value, which may be NaN. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [atMs: number, value: number])[];
}

export interface Answer {
  readonly series: readonly Series[];
  /** What the server itself doubts about its answer, e.g. that a store behind it was missing. */
  readonly warnings: readonly string[];
}

/** Asks for the value of an expression at one time (ms since the epoch). Throws a `config` fault when the query is refused. */
export type Ask = (expression: string, atMs: number, signal: AbortSignal) => Promise<Answer>;

const sample = z
  .tuple([z.number(), z.string()])
  .transform(([seconds, value]) => [Math.round(seconds * 1000), numberOf(value)] as const);
const labels = z.record(z.string(), z.string());
const answerSchema = z.object({
  data: z.discriminatedUnion("resultType", [
    z.object({ resultType: z.literal("vector"), result: z.array(z.object({ metric: labels, value: sample })) }),
    z.object({
      resultType: z.literal("matrix"),
      result: z.array(z.object({ metric: labels, values: z.array(sample) })),
    }),
  ]),
  warnings: z.array(z.string()).default([]),
});
const refusalSchema = z.object({ error: z.string() });

export interface Server {
  /** Where it answers; a path before `/api/v1` is kept. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A Prometheus, or whatever speaks its API (Thanos, Mimir, VictoriaMetrics). */
export function createAsk({ url, headers }: Server, { fetch, clock }: Pick<MonitorOptions, "fetch" | "clock">): Ask {
  const send = createFetch({
    fetch,
    clock,
    timeoutMs: ANSWER_TIMEOUT_MS,
    retryDelaysMs: [500],
    maxWaitMs: ANSWER_TIMEOUT_MS,
    breaker: { failures: 5, openMs: 15_000 },
    maxResponseBytes: MAX_ANSWER_BYTES,
  });
  const at = new URL(`${url.replace(/\/+$/, "")}/api/v1/query`);
  return async (expression, atMs, signal) => {
    at.search = new URLSearchParams({ query: expression, time: (atMs / 1000).toFixed(3) }).toString();
    // A login page behind a redirect is no answer.
    const response = await send(at, { headers, signal, redirect: "manual" });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw refused(response.status, body, { expression, at });
    const parsed = answerSchema.safeParse(body);
    if (!parsed.success) throw unreadable(at);
    const { data, warnings } = parsed.data;
    const series =
      data.resultType === "vector"
        ? data.result.map(({ metric, value }) => ({ labels: metric, samples: [value] }))
        : data.result.map(({ metric, values }) => ({ labels: metric, samples: values }));
    return { series, warnings };
  };
}

/** Numbers as Prometheus writes them. */
function numberOf(text: string): number {
  return text === "+Inf" ? Infinity : text === "-Inf" ? -Infinity : Number(text);
}

function refused(status: number, body: unknown, { expression, at }: { expression: string; at: URL }): ReleaseFault {
  const said = refusalSchema.safeParse(body);
  const told = said.success ? `: ${said.data.error}` : "";
  if (status === 400) {
    return new ReleaseFault("config", `Prometheus at ${at.host} refuses the query ${expression}${told}`, {
      hint: `Try the query at ${at.origin}/graph, and correct it in monitorSettings.`,
    });
  }
  if (status === 401 || status === 403) {
    return new ReleaseFault("config", `Prometheus at ${at.host} lets nobody in (${status})${told}`, {
      hint: "In monitorSettings name the variable that holds the token, e.g. tokenFrom: PROMETHEUS_TOKEN, or basic: {user: reader, passwordFrom: PROMETHEUS_PASSWORD}; and check that it is set.",
    });
  }
  const what = status >= 300 && status < 400 ? "sends elsewhere, perhaps to a login page" : "does not answer the query";
  return new ReleaseFault("remote", `Prometheus at ${at.host} ${what} (${status})${told}`, {
    hint: `Check that ${at.origin}${at.pathname} is its address, and look at its log.`,
  });
}

function unreadable(at: URL): ReleaseFault {
  return new ReleaseFault("remote", `The answer of ${at.host} is not one of Prometheus, or was cut off`, {
    hint: `Check that ${at.origin}${at.pathname} is the address of Prometheus, e.g. url: http://prometheus:9090.`,
  });
}
