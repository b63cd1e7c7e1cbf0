export type { Bin, Clock, Condition, Monitor, MonitorOptions, Reading, Sample, Signal, Watch } from "./port.ts";
export { monitorNames, openMonitor, seenAfterMs } from "./registry.ts";
