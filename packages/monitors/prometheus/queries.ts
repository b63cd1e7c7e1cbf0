import { z } from "zod";

/** Stands for the tag of a version. */
const placeholder = "{{version}}";

const text = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\x60[^\x60]*\x60`;
const name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const plainSelector = new RegExp(String.raw`^(?:${name}|(?:${name})?\s*\{(?:[^"'\x60{}]|${text})*\})$`);
const matchedText = new RegExp(String.raw`([=!]~)?(\s*)(${text})`, "g");

const ofOneVersion = z
  .string()
  .trim()
  .refine(
    (query) => expand(query, "v1") !== query,
    `must name the version in quotes, like version="${placeholder}": the two versions are told apart by it`,
  );

/** Selects counters as they are scraped: what they grew by is worked out here, exactly. */
const counter = ofOneVersion.refine(
  (query) => plainSelector.test(query),
  `must select counters and nothing else, like http_requests_total{version="${placeholder}"}: rate() and increase() extrapolate`,
);

/** One selector of counters, or several that are added up. */
export const countersSchema = z
  .union([counter, z.array(counter).min(1)], { error: "must be a selector, or a list of selectors" })
  .transform((one): readonly string[] => (typeof one === "string" ? [one] : one));

/** Any expression of one version. */
export const expressionSchema = ofOneVersion;

/** The query for one version. In a regular expression its dots are dots. */
export function expand(template: string, version: string): string {
  return template.replace(matchedText, (_, operator: string | undefined, space: string, quoted: string) => {
    const value = operator === undefined ? version : version.replace(/[.+]/g, (sign) => `[${sign}]`);
    return `${operator ?? ""}${space}${quoted.replaceAll(placeholder, value)}`;
  });
}

/** What is asked of Prometheus; `{{version}}` is not filled in yet. */
export interface Queries {
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  /** Buckets of histograms. Absent = latency is not measured. */
  readonly latency?: readonly string[];
  readonly cpu?: string;
  readonly memory?: string;
}

/**
 * Queries for the exporter that HAProxy has built in: `server` is the name of the version's server. An answer that never
 * came is counted by HAProxy as an error of the connection or of the response, not as an answer of its own making.
 */
export function haproxyQueries({
  proxy,
  server,
}: {
  readonly proxy?: string | undefined;
  readonly server: string;
}): Pick<Queries, "requests" | "errors"> {
  const of = proxy === undefined ? "" : `proxy=${JSON.stringify(proxy)},`;
  const at = `${of}server=${JSON.stringify(server)}`;
  const unanswered = ["connection", "response"].map((what) => `haproxy_server_${what}_errors_total{${at}}`);
  const answers = "haproxy_server_http_responses_total";
  return {
    requests: [`${answers}{${at}}`, ...unanswered],
    errors: [`${answers}{${at},code="5xx"}`, ...unanswered],
  };
}
