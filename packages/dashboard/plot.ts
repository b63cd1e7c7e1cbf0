import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";

import { html, wideTable } from "./html.ts";

/** A value of a period; `undefined` where there was nothing to count. */
export interface Point {
  readonly name: string;
  readonly value: number | undefined;
  /** What it was counted over. */
  readonly n: number;
}

/** One measure over the periods. */
export interface Plot {
  /** Unique on its page, as an id. */
  readonly id: string;
  readonly title: string;
  readonly points: readonly Point[];
  /** The value as people read it. */
  readonly show: (value: number) => string;
  /** Upper end of the axis where the measure has one: 1 for a share. */
  readonly top?: number;
}

const width = 560;
const height = 190;
const edge = { left: 76, right: 12, top: 10, bottom: 26 } as const;
/** Names below the axis that have room beside each other. */
const namesAtMost = 7;
const ticks = 4;

/** A plot with its table beside it: who cannot see the one reads the other. */
export function plot({ id, title, points, show, top }: Plot): string {
  const known = points.filter(({ value }) => value !== undefined);
  const rows = points
    .toReversed()
    .map(({ name, value, n }): [string, ...string[]] => [
      html(name),
      value === undefined ? "–" : html(show(value)),
      String(n),
    ]);
  const table = `<details><summary>Numbers<span class="hidden"> of ${html(title)}</span></summary>${wideTable(`${title} in numbers`, ["Period", title, "n"], rows)}</details>`;
  const drawing =
    known.length === 0 ? "<p>no data yet</p>" : svg({ id, title, points, show, ...(top === undefined ? {} : { top }) });
  return `<figure><figcaption>${html(title)}</figcaption>${drawing}${table}</figure>`;
}

function svg({ id, title, points, show, top }: Plot): string {
  const most = Math.max(...points.map(({ value }) => value ?? 0));
  const y = scaleLinear()
    .domain([0, top ?? (most === 0 ? 1 : most)])
    .range([height - edge.bottom, edge.top]);
  if (top === undefined) y.nice(ticks);
  const x = scalePoint(
    points.map(({ name }) => name),
    [edge.left, width - edge.right],
  ).padding(0.3);
  const place = ({ name }: Point): number => Math.round((x(name) ?? 0) * 10) / 10;
  const heightOf = (value: number): number => Math.round(y(value) * 10) / 10;
  const drawn = line<Point>()
    .defined(({ value }) => value !== undefined)
    .x(place)
    .y(({ value }) => heightOf(value ?? 0))(points);
  const dots =
    points.length > 60
      ? []
      : points.flatMap((point) =>
          point.value === undefined
            ? []
            : [`<circle class="dot" cx="${place(point)}" cy="${heightOf(point.value)}" r="3.5"/>`],
        );
  const every = Math.ceil(points.length / namesAtMost);
  const names = points.map((point, index) =>
    (points.length - 1 - index) % every === 0
      ? `<text x="${place(point)}" y="${height - 6}" text-anchor="middle">${html(point.name)}</text>`
      : "",
  );
  const levels = y
    .ticks(ticks)
    .map(
      (value) =>
        `<line class="axis" x1="${edge.left}" x2="${width - edge.right}" y1="${heightOf(value)}" y2="${heightOf(value)}"/><text x="${edge.left - 8}" y="${heightOf(value) + 4}" text-anchor="end">${html(show(value))}</text>`,
    );
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${html(said(title, points, show))}</title>${levels.join("")}<path class="line" d="${drawn ?? ""}"/>${dots.join("")}${names.join("")}</svg>`;
}

/** What a reader of the picture sees at once. */
function said(title: string, points: readonly Point[], show: (value: number) => string): string {
  const known = points.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return title;
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a));
  return `${title}: from ${show(first.value)} in ${first.name} to ${show(last.value)} in ${last.name}; lowest ${show(lowest.value)} (${lowest.name}), highest ${show(highest.value)} (${highest.name}).`;
}
