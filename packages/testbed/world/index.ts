export { faultNames, type Fault } from "./faults.ts";
export type { OpenPullRequest, People, PersonName, Tokens } from "./people.ts";
export { createWorld, openWorld, type World, type WorldOptions } from "./world.ts";
