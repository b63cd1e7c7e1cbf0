import { ReleaseFault } from "#faults";

import type { Monitor, MonitorOptions } from "./port.ts";

type Load = () => Promise<{
  createMonitor(settings: Readonly<Record<string, unknown>>, options: MonitorOptions): Monitor | Promise<Monitor>;
}>;

/** To add a monitor: write one file beside this one, then add one line here. */
const monitors: Readonly<Record<string, Load>> = {
  proxy: () => import("./proxy.ts"),
  probe: () => import("./probe.ts"),
  prometheus: () => import("./prometheus.ts"),
};

export const monitorNames: readonly string[] = Object.keys(monitors);

/** The monitor of an environment, its settings checked; it measures nothing until a watch begins. */
export async function openMonitor(
  name: string,
  settings: Readonly<Record<string, unknown>>,
  options: MonitorOptions,
): Promise<Monitor> {
  const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
  if (load === undefined) {
    throw new ReleaseFault("config", `Unknown monitor "${name}"`, {
      hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
    });
  }
  return (await load()).createMonitor(settings, options);
}
