import { z } from "zod";

/** By what metrics know one version: its tag, and the names of its servers. */
export interface Names {
  readonly version: string;
  readonly servers: readonly string[];
}

const text = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\x60[^\x60]*\x60`;
const metricName = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const plainSelector = new RegExp(String.raw`^(?:${metricName}|(?:${metricName})?\s*\{(?:[^"'\x60{}]|${text})*\})$`);
const matchedText = new RegExp(String.raw`([=!]~)?(\s*)(${text})`, "g");

const ofOneVersion = z
  .string()
  .trim()
  .refine(
    (query) => expand(query, { version: "v1", servers: ["s1"] }) !== query,
    'must name the version in quotes, like version="{{version}}": the two versions are told apart by it',
  );

/** Selects counters as they are scraped: what they grew by is worked out here, exactly. */
const counter = ofOneVersion.refine(
  (query) => plainSelector.test(query),
  'must select counters and nothing else, like http_requests_total{version="{{version}}"}: rate() and increase() extrapolate',
);

/** One selector of counters, or several that are added up. */
export const countersSchema = z
  .union([counter, z.array(counter).min(1)], { error: "must be a selector, or a list of selectors" })
  .transform((one): readonly string[] => (typeof one === "string" ? [one] : one));

/** Any expression of one version. */
export const expressionSchema = ofOneVersion;

/** The query for one version: its tag for `{{version}}`, its servers for `{{servers}}`. In a regular expression dots are dots. */
export function expand(template: string, { version, servers }: Names): string {
  return template.replace(matchedText, (_, operator: string | undefined, space: string, quoted: string) => {
    const plain = (name: string) => (operator === undefined ? name : name.replace(/[.+]/g, (sign) => `[${sign}]`));
    const filled = quoted
      .replaceAll("{{version}}", plain(version))
      .replaceAll("{{servers}}", servers.map(plain).join("|"));
    return `${operator ?? ""}${space}${filled}`;
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
 * Queries for the exporter that HAProxy has built in. An answer that never came is counted by HAProxy as an error of the
 * connection or of the response, not as an answer.
 */
export function haproxyQueries(proxy: string | undefined): Pick<Queries, "requests" | "errors"> {
  const at = `${proxy === undefined ? "" : `proxy=${JSON.stringify(proxy)},`}server=~"{{servers}}"`;
  const unanswered = ["connection", "response"].map((what) => `haproxy_server_${what}_errors_total{${at}}`);
  const answers = "haproxy_server_http_responses_total";
  return {
    requests: [`${answers}{${at}}`, ...unanswered],
    errors: [`${answers}{${at},code="5xx"}`, ...unanswered],
  };
}
