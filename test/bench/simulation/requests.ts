import { geometric, poisson, type Random } from "./random.ts";
import { BEFORE_MINUTES, BURST, daily, HEALTHY, incident, plans, regressions, type World } from "./world.ts";

/** What one version did, second by second. */
export interface Arm {
  readonly requests: Int32Array;
  readonly errors: Int32Array;
  /** Causes of errors by the second of their first one: a monitor counts that, and for a minute nothing more of them. */
  readonly units: Int32Array;
  /** Requests that it counts beside the units: without those of a cause that failed before. */
  readonly counted: Int32Array;
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
  const counts = () => new Int32Array(seconds);
  return { requests: counts(), errors: counts(), units: counts(), counted: counts() };
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
  const good = poisson(mean * (1 - ratio), random);
  add(arm, "requests", second, good);
  add(arm, "counted", second, good);
  if (traffic !== "bursty" && traffic !== "lingering") {
    const failed = poisson(mean * ratio, random);
    begin(arm, second, failed);
    fail(arm, second, failed);
    return;
  }
  for (let causes = poisson((mean * ratio) / BURST, random); causes > 0; causes -= 1) {
    const size = geometric(BURST, random);
    begin(arm, second, 1);
    if (traffic === "bursty") fail(arm, second, size);
    else for (let again = second; again < Math.min(second + size, arm.errors.length); again += 1) fail(arm, again, 1);
  }
}

/** So many causes meet their first error. */
function begin(arm: Arm, second: number, units: number): void {
  add(arm, "units", second, units);
  add(arm, "counted", second, units);
}

function fail(arm: Arm, second: number, errors: number): void {
  add(arm, "requests", second, errors);
  add(arm, "errors", second, errors);
}

function add(arm: Arm, what: keyof Arm, second: number, more: number): void {
  arm[what][second] = (arm[what][second] ?? 0) + more;
}
