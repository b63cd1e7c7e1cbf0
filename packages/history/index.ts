/** What the recorded releases show: the measures behind dashboard, metrics and reports. Pure functions of facts. */
export { historyOf } from "./history.ts";
export { shareOf, spreadOf, type Counted, type Share, type Spread } from "./numbers.ts";
export { periodsOf, stretchAt, type Stretch } from "./periods.ts";
export type * from "./types.ts";
