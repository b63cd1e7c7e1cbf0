import type { Bin, Monitor, Reading, Watch } from "../port.ts";

/** What the contract needs of whatever a monitor listens to. */
export interface World {
  readonly monitor: Monitor;
  /** From now on so many requests a second come to each version where the source cannot decide that itself, and all of these versions' fail. */
  serve(requestsEach: number, failing: readonly string[]): void;
  /** Lets time pass, and everything happen that happens in it. */
  pass(ms: number): Promise<void>;
  /** Takes it away, lets it stand there without counting, or brings it back, as it comes back from a restart. */
  source(is: "gone" | "stuck" | "back"): Promise<void>;
}

/** Longer than any monitor needs until it tells something, or tells that nothing comes. */
const LONG_MS = 120_000;
const watched = { canary: "v2", baseline: "v1", slowMs: 500 };

type Check = (world: World) => Promise<void>;

/** The promises of the port, each as something that throws when it is broken. Run over every entry of the registry. */
export const contract: Readonly<Record<string, Check>> = {
  "knows nothing at first, and says so": async (world) => {
    const { watch } = await begun(world);
    expectState(await watch.read(), ["no-data"]);
    await watch.end();
  },
  "tells each interval once, in their order": async (world) => {
    world.serve(3, []);
    const { watch } = await begun(world);
    const first = await binsAfter(world, watch);
    expectState(await watch.read(), ["no-data"]);
    const second = await binsAfter(world, watch);
    const times = [...first, ...second].map(({ t }) => t);
    expect(times[0] !== undefined && times[0] >= 0, `times begin with 0 or later: ${times.join()}`);
    expect(new Set(times).size === times.length, `each time once: ${times.join()}`);
    expect(times.join() === times.toSorted((a, b) => a - b).join(), `times in order: ${times.join()}`);
    await watch.end();
  },
  "tells whose requests fail": async (world) => {
    world.serve(3, ["v2"]);
    const { watch } = await begun(world);
    const bins = await binsAfter(world, watch);
    const [canary, baseline] = [sum(bins, "canary"), sum(bins, "baseline")];
    expect(canary.requests > 0 && canary.errors === canary.requests, `all of v2 fail: ${JSON.stringify(canary)}`);
    expect(baseline.requests > 0 && baseline.errors === 0, `none of v1 fail: ${JSON.stringify(baseline)}`);
    await watch.end();
  },
  "never calls a source healthy that is gone, and goes on when it is back": async (world) => {
    world.serve(3, []);
    const { watch } = await begun(world);
    await binsAfter(world, watch);
    await world.source("gone");
    await world.pass(LONG_MS);
    await watch.read();
    await world.pass(LONG_MS);
    expectSick(await watch.read());
    await world.source("back");
    await world.pass(LONG_MS);
    await watch.read();
    const bins = await binsAfter(world, watch);
    expect(sum(bins, "canary").errors === 0, "what is well again is told to be well");
    await watch.end();
  },
  "never calls a source healthy that stands still": async (world) => {
    world.serve(3, []);
    const { watch } = await begun(world);
    await binsAfter(world, watch);
    await world.source("stuck");
    await world.pass(LONG_MS);
    await watch.read();
    await world.pass(LONG_MS);
    expectSick(await watch.read());
    await watch.end();
  },
  "begins while its source is away, and tells that": async (world) => {
    await world.source("gone");
    const { watch } = await begun(world);
    await world.pass(LONG_MS);
    expectSick(await watch.read());
    await watch.end();
  },
  "counts without a baseline": async (world) => {
    world.serve(3, []);
    const watch = await world.monitor.begin({ canary: "v2", slowMs: 500, signal: new AbortController().signal });
    const bins = await binsAfter(world, watch);
    expect(sum(bins, "canary").requests > 0, "the requests of the canary");
    expect(sum(bins, "baseline").requests === 0, "none of a baseline");
    await watch.end();
  },
  "ends twice, and is quiet afterwards": async (world) => {
    world.serve(3, []);
    const { watch } = await begun(world);
    await watch.end();
    await watch.end();
    await watch.read();
  },
  "is over when it is aborted": async (world) => {
    world.serve(3, []);
    const { watch, abort } = await begun(world);
    abort();
    await watch.read();
    await watch.end();
  },
};

async function begun({ monitor }: World): Promise<{ readonly watch: Watch; readonly abort: () => void }> {
  const over = new AbortController();
  const watch = await monitor.begin({ ...watched, signal: over.signal });
  return { watch, abort: () => over.abort() };
}

/** What is told after enough time for it. */
async function binsAfter(world: World, watch: Watch): Promise<readonly Bin[]> {
  await world.pass(LONG_MS / 2);
  const reading = await watch.read();
  expectState(reading, ["data", "partial"]);
  const bins = "bins" in reading ? reading.bins : [];
  for (const { canary, baseline } of bins) {
    for (const { requests, errors, slow } of [canary, baseline])
      expect(errors <= requests && slow <= requests && errors >= 0 && slow >= 0, "parts of the requests");
  }
  return bins;
}

/** Bad news, or none; never good. */
function expectSick(reading: Reading): void {
  if (!("bins" in reading)) return expectState(reading, ["error", "stale"]);
  const { requests, errors } = sum(reading.bins, "canary");
  expect(requests > 0 && errors === requests, `nothing healthy: ${JSON.stringify(reading).slice(0, 500)}`);
}

function sum(bins: readonly Bin[], side: "canary" | "baseline"): { requests: number; errors: number } {
  const add = (key: "requests" | "errors") => bins.reduce((all, bin) => all + bin[side][key], 0);
  return { requests: add("requests"), errors: add("errors") };
}

function expectState(reading: Reading, states: readonly Reading["state"][]): void {
  expect(states.includes(reading.state), `${states.join(" or ")}, not ${JSON.stringify(reading).slice(0, 500)}`);
}

function expect(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`broken: ${promise}`);
}
