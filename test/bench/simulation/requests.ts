import { geometric, poisson, type Random } from "./random.ts";
import { BEFORE_MINUTES, BURST, daily, HEALTHY, incident, plans, regressions, type World } from "./world.ts";

/** What one version did, second by second. */
export interface Arm {
  readonly requests: Int32Array;
  readonly errors: Int32Array;
  /** Distinct causes of errors in that second. */
  readonly units: Int32Array;
}

/** Requests and errors of one minute. */
export interface Minute {
  readonly requests: number;
  readonly errors: number;
}

/** The traffic of one run: every rule sees the same. */
export interface Run {
  readonly seconds: number;
  readonly canary: Arm;
  readonly baseline: Arm;
  /** Share of the traffic that the canary gets in a second, 0–1; `undefined` in the second in which it changes. */
  readonly weight: readonly (number | undefined)[];
  /** The previous version before the switch, where it does not serve beside the new one. */
  readonly before: readonly Minute[] | undefined;
}

/** The traffic of a world, from this stream of numbers on. */
export function simulate(world: World, random: Random): Run {
  const { plan, rps, regression, traffic } = world;
  const steps = plans[plan];
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const [canary, baseline] = [emptyArm(seconds), emptyArm(seconds)];
  const weight: (number | undefined)[] = [];
  const phase = traffic === "diurnal" ? random() : 0;
  const before = plan === "switch" ? minutesBefore(rps, random) : undefined;
  for (const { seconds: duration, share } of steps) {
    const start = weight.length;
    for (let second = start; second < start + duration; second += 1) {
      const { load, errors } = daily(traffic, phase, second);
      const shared = isIncident(world, second);
      const healthy = shared ? incident.errorRatio : HEALTHY * errors;
      const bad = shared ? healthy : regressions[regression](healthy);
      // A second in which the share changes has no one share to be compared with.
      weight.push(second === start && start > 0 ? undefined : share);
      fill(canary, second, { mean: rps * load * share, ratio: bad }, world, random);
      fill(baseline, second, { mean: rps * load * (1 - share), ratio: healthy }, world, random);
    }
  }
  return { seconds, canary, baseline, weight, before };
}

/** The same in whole minutes, as rules see it that look once a minute. */
export function minutesOf({ requests, errors }: Arm): readonly Minute[] {
  return Array.from({ length: requests.length / 60 }, (_, minute) => ({
    requests: sumOfMinute(requests, minute * 60),
    errors: sumOfMinute(errors, minute * 60),
  }));
}

function sumOfMinute(counts: Int32Array, start: number): number {
  let total = 0;
  for (let second = start; second < start + 60; second += 1) total += counts[second] ?? 0;
  return total;
}

function emptyArm(seconds: number): Arm {
  return { requests: new Int32Array(seconds), errors: new Int32Array(seconds), units: new Int32Array(seconds) };
}

function isIncident({ traffic }: World, second: number): boolean {
  return traffic === "incident" && second >= incident.fromSecond && second < incident.toSecond;
}

function minutesBefore(rps: number, random: Random): readonly Minute[] {
  return Array.from({ length: BEFORE_MINUTES }, () => {
    const errors = poisson(rps * 60 * HEALTHY, random);
    return { requests: errors + poisson(rps * 60 * (1 - HEALTHY), random), errors };
  });
}

/** Good and failed requests of a second are independent counts; bursts are clusters of failed ones. */
function fill(
  arm: Arm,
  second: number,
  { mean, ratio }: { readonly mean: number; readonly ratio: number },
  { traffic }: World,
  random: Random,
): void {
  if (mean === 0) return;
  add(arm, "requests", second, poisson(mean * (1 - ratio), random));
  if (traffic !== "bursty" && traffic !== "lingering") {
    fail(arm, second, poisson(mean * ratio, random), 1);
    return;
  }
  for (let causes = poisson((mean * ratio) / BURST, random); causes > 0; causes -= 1) {
    const size = geometric(BURST, random);
    if (traffic === "bursty") fail(arm, second, 1, size);
    else
      for (let again = second; again < Math.min(second + size, arm.errors.length); again += 1) fail(arm, again, 1, 1);
  }
}

function fail(arm: Arm, second: number, units: number, size: number): void {
  add(arm, "requests", second, units * size);
  add(arm, "errors", second, units * size);
  add(arm, "units", second, units);
}

function add(arm: Arm, what: keyof Arm, second: number, more: number): void {
  arm[what][second] = (arm[what][second] ?? 0) + more;
}
