/** Where the experiment lies against the control: an interval for the shift between them, and its middle. */
export interface Shift {
  readonly lower: number;
  readonly upper: number;
  readonly estimate: number;
}

/** Absolute, as in R's `wilcox.test` and in Kayenta: ratios must be scaled to percent. */
const TOLERANCE = 1e-4;

/** Kayenta's confidence level, 0.98, as a quantile of the normal distribution. */
export const Z_98 = 2.3263478740408408;

/**
 * The confidence interval of the Mann–Whitney test, by the normal approximation with correction for continuity and ties.
 * `experiment` and `control` must not be all one value.
 */
export function shiftBetween(experiment: readonly number[], control: readonly number[], z: number): Shift {
  const from = Math.min(...experiment) - Math.max(...control);
  const to = Math.max(...experiment) - Math.min(...control);
  const statistic = (mu: number) => standardised(experiment, control, mu);
  const [atFrom, atTo] = [statistic(from), statistic(to)];
  const bound = (quantile: number) => {
    if (atFrom - quantile <= 0) return from;
    if (atTo - quantile >= 0) return to;
    return root((mu) => statistic(mu) - quantile, { x: from, y: atFrom - quantile }, { x: to, y: atTo - quantile });
  };
  return {
    lower: bound(z),
    upper: bound(-z),
    estimate: root(statistic, { x: from, y: atFrom }, { x: to, y: atTo }),
  };
}

/** How far the rank sum of the experiment, moved by `-mu`, is from what chance gives, in standard deviations. */
function standardised(experiment: readonly number[], control: readonly number[], mu: number): number {
  const [m, n] = [experiment.length, control.length];
  const pooled = [
    ...experiment.map((value) => ({ value: value - mu, mine: 1 })),
    ...control.map((value) => ({ value, mine: 0 })),
  ];
  pooled.sort((a, b) => a.value - b.value);
  let [rankSum, tied] = [0, 0];
  for (let start = 0; start < pooled.length;) {
    let [end, mine] = [start, 0];
    while (end < pooled.length && pooled[end]?.value === pooled[start]?.value) {
      mine += pooled[end]?.mine ?? 0;
      end += 1;
    }
    const size = end - start;
    rankSum += mine * ((start + 1 + end) / 2);
    tied += size ** 3 - size;
    start = end;
  }
  const distance = rankSum - (m * (m + 1)) / 2 - (m * n) / 2;
  const variance = ((m * n) / 12) * (m + n + 1 - tied / ((m + n) * (m + n - 1)));
  return (distance - Math.sign(distance) / 2) / Math.sqrt(variance);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Brent's method between two points of different sign, with the stopping rule of R's `zeroin`: the oracles depend on it. */
function root(f: (x: number) => number, first: Point, second: Point): number {
  let [a, b, c] = [first, second, first];
  if (a.y === 0) return a.x;
  if (b.y === 0) return b.x;
  for (let step = 0; step < 1000; step += 1) {
    const previous = b.x - a.x;
    if (Math.abs(c.y) < Math.abs(b.y)) [a, b, c] = [b, c, b];
    const reach = 2 * Number.EPSILON * Math.abs(b.x) + TOLERANCE / 2;
    const half = (c.x - b.x) / 2;
    if (Math.abs(half) <= reach || b.y === 0) return b.x;
    const wanted = interpolated([a, b, c], previous, reach) ?? half;
    const next = b.x + (Math.abs(wanted) < reach ? (wanted > 0 ? reach : -reach) : wanted);
    a = b;
    b = { x: next, y: f(next) };
    if (b.y * c.y > 0) c = a;
  }
  return b.x;
}

/** The step to where a parabola or line through the points meets 0, unless it leads out of the interval or is too long. */
function interpolated([a, b, c]: readonly [Point, Point, Point], previous: number, reach: number): number | undefined {
  if (Math.abs(previous) < reach || Math.abs(a.y) <= Math.abs(b.y)) return undefined;
  const width = c.x - b.x;
  const [toA, toC, aToC] = [b.y / a.y, b.y / c.y, a.y / c.y];
  const line = a.x === c.x;
  const above = line ? width * toA : toA * (width * aToC * (aToC - toC) - (b.x - a.x) * (toC - 1));
  const below = line ? 1 - toA : (aToC - 1) * (toC - 1) * (toA - 1);
  const p = Math.abs(above);
  const q = above > 0 ? -below : below;
  const fits = p < 0.75 * width * q - Math.abs(reach * q) / 2 && p < Math.abs((previous * q) / 2);
  return fits ? p / q : undefined;
}
