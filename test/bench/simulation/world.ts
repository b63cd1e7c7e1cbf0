/** What one cell of the simulation is about. */
export interface World {
  readonly traffic: Traffic;
  readonly plan: Plan;
  /** Requests a second, of both versions together, on average. */
  readonly rps: number;
  readonly regression: Regression;
}

/** How requests and errors come. */
export type Traffic = "steady" | "diurnal" | "bursty" | "lingering" | "incident";

/** How the new version gets its traffic. */
export type Plan = "canary" | "ramp" | "switch";

export type Regression = "none" | "x2" | "x5" | "plus5" | "at6";

/** Of the healthy version, 0–1. */
export const HEALTHY = 0.005;

/** Errors of one cause, on average, where they come in bursts. */
export const BURST = 4;

/** The previous version alone, before the switch. */
export const BEFORE_MINUTES = 5;

/** Seconds and share of the traffic (0–1) of each step. */
export const plans: Readonly<Record<Plan, readonly { readonly seconds: number; readonly share: number }[]>> = {
  canary: [{ seconds: 900, share: 0.05 }],
  ramp: [0.05, 0.25, 0.5, 1].map((share) => ({ seconds: 300, share })),
  switch: [{ seconds: 900, share: 1 }],
};

/** Error ratio of the new version where the healthy one has `healthy`. */
export const regressions: Readonly<Record<Regression, (healthy: number) => number>> = {
  none: (healthy) => healthy,
  x2: (healthy) => 2 * healthy,
  x5: (healthy) => 5 * healthy,
  plus5: (healthy) => healthy + 0.05,
  at6: () => 0.06,
};

/** Both versions fail 8 % of their requests in minutes 5 to 8, whatever they are. */
export const incident = { fromSecond: 300, toSecond: 480, errorRatio: 0.08 };

const DAY_SECONDS = 86_400;

/** Requests and errors of a day that starts at `phase` (0–1 of a day), as multiples of the average. */
export function daily(
  traffic: Traffic,
  phase: number,
  second: number,
): { readonly load: number; readonly errors: number } {
  if (traffic !== "diurnal") return { load: 1, errors: 1 };
  const swing = Math.sin(2 * Math.PI * (phase + second / DAY_SECONDS));
  return { load: 1 + 0.8 * swing, errors: 1 + 0.5 * swing };
}

/** `steady/canary/100/x5`: the name of a cell, and its own part of the seed. */
export function nameOf({ traffic, plan, rps, regression }: World): string {
  return [traffic, plan, rps, regression].join("/");
}

/** Every cell, the ones without a regression first: they take longest. */
export const worlds: readonly World[] = [
  ...cells("steady", "canary", ["none", "x2", "x5", "plus5"]),
  ...cells("steady", "ramp", ["none", "x2", "x5", "plus5"]),
  ...cells("diurnal", "canary", ["none", "x2", "x5", "plus5"]),
  ...cells("bursty", "canary", ["none", "x2", "x5", "plus5"]),
  ...cells("incident", "canary", ["none"]),
  ...cells("incident", "ramp", ["none"]),
  ...cells("steady", "switch", ["none", "x2", "x5", "at6"]),
  ...cells("lingering", "canary", ["none", "x2", "x5", "plus5"]),
].toSorted((a, b) => Number(b.regression === "none") - Number(a.regression === "none"));

function cells(traffic: Traffic, plan: Plan, kinds: readonly Regression[]): readonly World[] {
  return [10, 100, 1000].flatMap((rps) => kinds.map((regression) => ({ traffic, plan, rps, regression })));
}
