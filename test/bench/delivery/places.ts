import { setTimeout as pause } from "node:timers/promises";

import type { Strategy } from "#machine";

import { findHaproxy, openHaproxy } from "../../../packages/targets/haproxy/world.ts";
import type { WorldOptions } from "../../../packages/testbed/index.ts";
import { findPrometheus, startPrometheus, type Prometheus } from "../../monitors/prometheus-server.ts";

/** Where production is and what tells of it, as values of `environments.production`. */
export interface Place {
  readonly config: NonNullable<WorldOptions["config"]>;
  /** What the platform said of its servers' health. */
  said(): string;
  /** Ends what is not part of the world. */
  end(): Promise<void>;
}

export interface PlaceOptions {
  readonly strategy: Strategy;
  /** `undefined`: what fits the target best. */
  readonly monitor: string | undefined;
  /** Of Prometheus. */
  readonly scrapeMs: number;
  /** Time between two health checks of HAProxy. */
  readonly checkMs: number;
}

/** To add a target: one line that opens its place. */
const places: Readonly<Record<string, (options: PlaceOptions) => Promise<Place>>> = {
  local: async ({ strategy, monitor = "proxy" }) => ({
    config: [
      // Rolling has instances to replace.
      ...(strategy === "rolling" ? [at("settings", "instances")(4)] : []),
      at("monitor")(monitor),
      ...(monitor === "proxy" ? [] : [at("monitorSettings")({})]),
    ],
    said: () => "",
    end: async () => {},
  }),
  haproxy: async ({ monitor = "prometheus", scrapeMs, checkMs }) => {
    const haproxy = await openHaproxy(needed(findHaproxy(), "HAProxy"));
    const ends: (() => Promise<void>)[] = [() => haproxy.end()];
    const end = async (): Promise<void> => {
      for (const one of ends) await one();
    };
    try {
      // As often as in the example: tests check more hastily.
      await haproxy.restart((config) => config.replaceAll("inter 50ms", `inter ${checkMs}ms`));
      const settings = { ...haproxy.settings, env: { COMMAND: "node server.js", STAGE: "production" } };
      let monitorSettings: Readonly<Record<string, unknown>> = {};
      if (monitor === "prometheus") {
        const prometheus = await scraping(haproxy.metricsUrl, scrapeMs);
        ends.unshift(() => prometheus.remove());
        await hasScraped(prometheus);
        monitorSettings = { url: prometheus.url, haproxy: { proxy: "app" }, scrapeIntervalMs: scrapeMs };
      }
      const values = { target: "haproxy", settings, monitor, monitorSettings };
      return {
        config: Object.entries(values).map(([name, value]) => at(name)(value)),
        said: () => haproxy.said(),
        end,
      };
    } catch (thrown) {
      await end();
      throw thrown;
    }
  },
};

/** Opens the place of a target by its name. */
export function openPlace(target: string, options: PlaceOptions): Promise<Place> {
  const open = places[target];
  if (open === undefined) throw new Error(`Use one of: ${Object.keys(places).join(", ")}`);
  return open(options);
}

type Value = Place["config"][number];

const at =
  (...names: readonly string[]) =>
  (value: Value[1]): Value => [["environments", "production", ...names], value];

function scraping(url: string, everyMs: number): Promise<Prometheus> {
  return startPrometheus(needed(findPrometheus(), "Prometheus"), [new URL(url).host], { everyMs });
}

/** A release asks for what serves now, and there must be an answer. */
async function hasScraped({ url }: Prometheus): Promise<void> {
  const query = `${url}/api/v1/query?query=haproxy_server_http_responses_total`;
  while (!(await (await fetch(query)).text()).includes("blue1")) await pause(100);
}

function needed(program: string | undefined, name: string): string {
  if (program === undefined) throw new Error(`${name} cannot be had here`);
  return program;
}
