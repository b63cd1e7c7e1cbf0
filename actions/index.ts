import { endOnDefect, giveUp } from "#shell";

/** Every action there is: its name is its folder, and loads nothing before it is called. */
export const actions = {
  approval: () => import("./approval/index.ts"),
  checkout: () => import("./checkout/index.ts"),
  command: () => import("./command/index.ts"),
  dashboard: () => import("./dashboard/index.ts"),
  deploy: () => import("./deploy/index.ts"),
  gate: () => import("./gate/index.ts"),
  live: () => import("./live/index.ts"),
  redeploy: () => import("./redeploy/index.ts"),
  report: () => import("./report/index.ts"),
  review: () => import("./review/index.ts"),
  rollback: () => import("./rollback/index.ts"),
  smoke: () => import("./smoke/index.ts"),
  validate: () => import("./validate/index.ts"),
  watch: () => import("./watch/index.ts"),
} as const;

/**
 * Programs that share the bundle: the command line, what keeps a store of packages, and the platform of the `local` target.
 * They run by being loaded.
 */
export const programs = {
  cli: () => import("../packages/cli/main.ts"),
  "keep-store": () => import("../packages/shell/stores/save-main.ts"),
  "local-platform": () => import("../packages/targets/local/main.ts"),
} as const;

/** Runs one of them; the stubs in `dist` call it by their own name. */
export async function main(name: keyof typeof actions | keyof typeof programs): Promise<void> {
  if (isProgram(name)) return void (await programs[name]());
  endOnDefect(name);
  try {
    await (await actions[name]()).run();
  } catch (thrown) {
    giveUp(name, thrown);
  }
}

function isProgram(name: keyof typeof actions | keyof typeof programs): name is keyof typeof programs {
  return Object.hasOwn(programs, name);
}
