import type { Family, Point } from "./family.ts";

/** What a server that answers with `openMetrics` calls it. */
export const openMetricsType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/** Numbers as OpenMetrics 1.0 text. A family without a point is left out: there is no data. */
export function openMetrics(families: readonly Family[]): string {
  const told = families.filter(({ points }) => points.length > 0);
  return `${told.map(familyText).join("")}# EOF\n`;
}

function familyText(family: Family): string {
  const { name, type, unit, help, points } = family;
  const head = [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
  ];
  return `${[...head, ...points.flatMap((point) => samples(name, point))].join("\n")}\n`;
}

function samples(name: string, point: Point): readonly string[] {
  if ("value" in point) return [sample(name, point.labels, point.value)];
  const { labels, spread } = point;
  const quantile = (of: string, value: number | null) =>
    value === null ? [] : [sample(name, { ...labels, quantile: of }, value)];
  return [...quantile("0.5", spread.median), ...quantile("0.9", spread.p90), sample(`${name}_count`, labels, spread.n)];
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
