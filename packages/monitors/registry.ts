import { ReleaseFault } from "#faults";

import type { Monitor, MonitorOptions } from "./port.ts";

type Load = () => Promise<{
  createMonitor(settings: Settings, options: MonitorOptions): Monitor | Promise<Monitor>;
  /** How long after a failure it is told at the latest, while the source works. */
  seenAfterMs(settings: Settings): number;
}>;
type Settings = Readonly<Record<string, unknown>>;

/** To add a monitor: write one file beside this one, then add one line here. */
const monitors: Readonly<Record<string, Load>> = {
  proxy: () => import("./proxy.ts"),
  probe: () => import("./probe.ts"),
  prometheus: () => import("./prometheus.ts"),
};

export const monitorNames: readonly string[] = Object.keys(monitors);

/** The monitor of an environment, its settings checked; it measures nothing until a watch begins. */
export async function openMonitor(name: string, settings: Settings, options: MonitorOptions): Promise<Monitor> {
  return (await loaded(name)).createMonitor(settings, options);
}

/** How long after a failure this monitor tells of it at the latest, in ms: a shorter watch may end before it saw anything. */
export async function seenAfterMs(name: string, settings: Settings): Promise<number> {
  return (await loaded(name)).seenAfterMs(settings);
}

async function loaded(name: string): ReturnType<Load> {
  const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
  if (load === undefined) {
    throw new ReleaseFault("config", `Unknown monitor "${name}"`, {
      hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
    });
  }
  return load();
}
