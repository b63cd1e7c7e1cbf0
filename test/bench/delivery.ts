// Clients at 500 requests a second through a release. `node test/bench/delivery.ts [--target=local] [--strategy=…] [--rate=500] [--monitor=…] [--scrape=1000] [--checks=500] [--step=3s] [--bad] [--verbose]`,
// or the shop of the demo: `node test/bench/delivery.ts --shop`
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import type { Strategy } from "#machine";

import type { World } from "../../packages/testbed/index.ts";
import { found, foundShop, invite, release, type Said } from "./delivery/company.ts";
import { openPlace } from "./delivery/places.ts";
import { causesOf, type Tally } from "./delivery/tally.ts";

const { values } = parseArgs({
  options: {
    target: { type: "string", default: "local" },
    strategy: { type: "string" },
    rate: { type: "string" },
    monitor: { type: "string" },
    scrape: { type: "string", default: "1000" },
    checks: { type: "string", default: "500" },
    step: { type: "string", default: "3s" },
    bad: { type: "boolean", default: false },
    shop: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

const strategies = (["blue-green", "canary", "rolling"] as const).filter(
  (name) => values.strategy === undefined || values.strategy === name,
);
const start = ["start", "--type=standard", "--version=1.1.0", "--from=develop", "--to=main"];
const bad = "v1.1.0";

if (values.shop) await inShop();
else await inEachStrategy();

/** The day of the demo on which one client in five fails: a rollback end to end, with smoke tests as people write them. */
async function inShop(): Promise<void> {
  const { world, directory } = await foundShop();
  try {
    const args = ["start", "--type=standard", "--version=2.5.0", "--from=develop", "--to=main"];
    await told("the shop: a version that fails 20 %", world, args, {
      badVersion: "v2.5.0",
      rate: 60,
      path: "/products",
    });
  } finally {
    await world.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function inEachStrategy(): Promise<void> {
  for (const strategy of strategies) {
    if (!values.bad)
      await inWorld(strategy, false, async (world) => {
        await told(`${strategy}: a good version forward`, world, start);
        await told(`${strategy}: rollback of the completed release`, world, [
          "rollback",
          "v1.1.0",
          "--reason=benchmark",
        ]);
      });
    await inWorld(strategy, true, async (world) =>
      told(`${strategy}: a version that fails 20 %`, world, start, { badVersion: bad }),
    );
  }
}

async function inWorld(strategy: Strategy, isBad: boolean, work: (world: World) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-delivery-"));
  const place = await openPlace(values.target, {
    strategy,
    monitor: values.monitor,
    scrapeMs: Number(values.scrape),
    checkMs: Number(values.checks),
  });
  try {
    const world = await found({
      directory: path.join(directory, "world"),
      strategy,
      isBad,
      place,
      stepTime: values.step,
      watch: values.step,
    });
    try {
      await work(world);
      if (values.verbose) console.log(place.said());
    } finally {
      await world.stop();
    }
  } finally {
    await place.end();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Scene {
  readonly badVersion?: string;
  readonly rate?: number;
  readonly path?: string;
}

async function told(title: string, world: World, args: readonly string[], scene: Scene = {}): Promise<void> {
  const { badVersion, rate = 500, path: asked = "/" } = scene;
  const clients = invite(`${world.productionUrl}${asked}`, Number(values.rate ?? rate));
  await pause(1000);
  const { code, said } = await release(world, args);
  // Whatever is still drained after the release is met by clients too.
  await pause(1500);
  const tally = await clients.leave();
  if (values.verbose)
    for (const { at, text } of said) console.log(`    ${new Date(at).toISOString().slice(14, 23)} ${text}`);
  console.log([`${title} (exit code ${code})`, ...figures(tally, said, badVersion)].join("\n  "));
}

function figures(tally: Tally, said: Said, badVersion: string | undefined): readonly string[] {
  const { sent, ranMs, late, versions } = tally;
  const causes = causesOf(tally, badVersion);
  const met = Object.entries(versions).map(([version, { requests }]) => `${version} ${requests}`);
  const excused = [...causes.connection, ...causes.other].slice(0, 5);
  return [
    `${sent} requests, ${Math.round((sent / ranMs) * 1000)}/s (at most ${late} late): ${met.join(", ")}`,
    ...(badVersion === undefined ? [] : timeline(tally, said, badVersion)),
    `failures: ${causes.bad.length} by the bad version, ${causes.connection.length} connections, ${causes.other.length} other`,
    ...excused.map((failure) => `  ${JSON.stringify(failure)}`),
  ];
}

function timeline(tally: Tally, said: Said, badVersion: string): readonly string[] {
  const first = Math.min(...causesOf(tally, badVersion).bad.map(({ answeredAt }) => answeredAt));
  const verdict = said.find(({ text }) => text.includes("going back:"));
  const proof = said.find(({ text }) => text.includes("smoke tests at rollback passed"));
  const seconds = (at: number | undefined) => (at === undefined ? "never" : `${((at - first) / 1000).toFixed(2)} s`);
  return [
    `first bad response → verdict ${seconds(verdict?.at)} → all traffic back ${seconds(tally.versions[badVersion]?.lastAt)} → smoke tests passed ${seconds(proof?.at)}`,
    `verdict: ${verdict?.text ?? "none"}`,
  ];
}
