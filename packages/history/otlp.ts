import type { Family, Point } from "./family.ts";

type Labels = Readonly<Record<string, string>>;

/** What numbers are of: who measures, and which release. */
export interface OtlpSource {
  /** Resource attributes, such as `service.name`. */
  readonly resource: Labels;
  /** Attributes of every point. */
  readonly labels: Labels;
  /** When they were so, ms since the epoch. */
  readonly atMs: number;
}

/** Numbers as an `ExportMetricsServiceRequest` of OTLP 1.x in its JSON encoding, for `/v1/metrics`. */
export function otlpMetrics(families: readonly Family[], source: OtlpSource) {
  const metrics = families.filter(({ points }) => points.length > 0).map((family) => metricOf(family, source));
  const scope = { name: "release-command" };
  return {
    resourceMetrics: [{ resource: { attributes: attributes(source.resource) }, scopeMetrics: [{ scope, metrics }] }],
  };
}

const units = { seconds: "s", ratio: "1" } as const;

function metricOf({ name, help, unit, type, points }: Family, { labels, atMs }: OtlpSource) {
  const timeUnixNano = `${BigInt(Math.floor(atMs)) * 1_000_000n}`;
  const dataPoints = points.map((point) => ({
    attributes: attributes({ ...labels, ...point.labels }),
    timeUnixNano,
    ...numbersOf(point),
  }));
  const described = { name, description: help, unit: unit === undefined ? "1" : units[unit] };
  return type === "gauge" ? { ...described, gauge: { dataPoints } } : { ...described, summary: { dataPoints } };
}

function numbersOf(point: Point) {
  if ("value" in point) return { asDouble: point.value };
  const { n, median, p90 } = point.spread;
  return { count: String(n), quantileValues: [...quantileOf(0.5, median), ...quantileOf(0.9, p90)] };
}

function attributes(labels: Labels) {
  return Object.entries(labels).map(([key, value]) => ({ key, value: { stringValue: value } }));
}

function quantileOf(quantile: number, value: number | null) {
  return value === null ? [] : [{ quantile, value }];
}
