import { endOnDefect, giveUp } from "#shell";

/** Every action there is: its name is its folder, and loads nothing before it is called. */
export const actions = {
  approval: () => import("./approval/index.ts"),
  checkout: () => import("./checkout/index.ts"),
  command: () => import("./command/index.ts"),
  deploy: () => import("./deploy/index.ts"),
  gate: () => import("./gate/index.ts"),
  live: () => import("./live/index.ts"),
  report: () => import("./report/index.ts"),
  review: () => import("./review/index.ts"),
  rollback: () => import("./rollback/index.ts"),
  smoke: () => import("./smoke/index.ts"),
  validate: () => import("./validate/index.ts"),
  watch: () => import("./watch/index.ts"),
} as const;

/** Programs that share the bundle: the command line, and the platform of the `local` target. They run by being loaded. */
export const programs = {
  cli: () => import("../packages/cli/main.ts"),
  "local-platform": () => import("../packages/targets/local/main.ts"),
} as const;

/** Runs one of them; the stubs in `dist` call it by their own name. */
export async function main(name: keyof typeof actions | keyof typeof programs): Promise<void> {
  if (name === "cli" || name === "local-platform") return void (await programs[name]());
  endOnDefect(name);
  try {
    await (await actions[name]()).run();
  } catch (thrown) {
    giveUp(name, thrown);
  }
}
