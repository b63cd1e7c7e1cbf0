import { ReleaseFault } from "#faults";

import type { Target, TargetOptions } from "./port.ts";

type Load = () => Promise<{ createTarget(options: TargetOptions): Target | Promise<Target> }>;

/** To add a target: write one file beside this one, then add one line here. */
const targets: Readonly<Record<string, Load>> = {
  local: () => import("./local.ts"),
  haproxy: () => import("./haproxy.ts"),
  command: () => import("./command.ts"),
};

export const targetNames: readonly string[] = Object.keys(targets);

/** The deploy target of an environment, its settings checked; nothing is started or changed yet. */
export async function loadTarget(name: string, options: TargetOptions): Promise<Target> {
  const load = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (load === undefined) {
    throw new ReleaseFault("config", `Unknown deploy target "${name}" for ${options.environment}`, {
      hint: `Use one of: ${targetNames.join(", ")}, like target: "${targetNames[0] ?? "local"}".`,
    });
  }
  return (await load()).createTarget(options);
}
