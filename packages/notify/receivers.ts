import { ReleaseFault } from "#faults";

import type { ChannelOptions } from "./port.ts";
import { post } from "./post.ts";
import { sendSigned } from "./signed.ts";

/** Who is sent measures: secrets by the name of their variable. */
export type ReceiverSettings =
  | { readonly kind: "webhook"; readonly urlFrom: string; readonly secretFrom: string }
  | { readonly kind: "otlp"; readonly urlFrom: string; readonly headersFrom?: string | undefined };

/** The measures of a release that ended. */
export interface Measured {
  /** The same whenever they are sent again. */
  readonly id: string;
  /** `release.completed` and the like. */
  readonly type: string;
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly data: unknown;
  /** The same as an OTLP request of metrics, in its JSON encoding. */
  readonly otlp: unknown;
}

/** The variables of a receiver. */
export function receiverVariables(settings: ReceiverSettings): readonly string[] {
  if (settings.kind === "webhook") return [settings.urlFrom, settings.secretFrom];
  return settings.headersFrom === undefined ? [settings.urlFrom] : [settings.urlFrom, settings.headersFrom];
}

/** Sends measures. Throws a `remote` fault when they were not taken, a `config` fault when that will not change by itself. */
export async function sendMeasures(
  settings: ReceiverSettings,
  measured: Measured,
  { signal, ...options }: ChannelOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const { urlFrom } = settings;
  if (settings.kind === "webhook") {
    await sendSigned(measured, { urlFrom, secretFrom: settings.secretFrom, signal }, options);
    return;
  }
  const headers = settings.headersFrom === undefined ? {} : headersIn(options.secret(settings.headersFrom));
  const body = JSON.stringify(measured.otlp);
  // The same points at the same time: a receiver that has them changes nothing.
  await post(options.fetch, { url: metricsPath(options.secret(urlFrom)), body, headers, repeatable: true, signal });
}

/** The address as it is given; one without a path means OTLP's own. */
function metricsPath(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.pathname !== "/") return url;
  parsed.pathname = "/v1/metrics";
  return parsed.href;
}

/** `name=value,name=value`, values percent-encoded, as OTEL_EXPORTER_OTLP_HEADERS has them. */
function headersIn(text: string): Readonly<Record<string, string>> {
  try {
    const pairs = text.split(",").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name.trim(), decodeURIComponent(value.join("=").trim())] as const;
    });
    return Object.fromEntries(new Headers(pairs.map(([name, value]) => [name, value])));
  } catch (cause) {
    throw new ReleaseFault("config", "The headers of an OTLP receiver cannot be read", {
      hint: "Write name=value, more of them with commas between. Example: x-api-key=abc",
      cause,
    });
  }
}
