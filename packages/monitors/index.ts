export type { Bin, Clock, Monitor, MonitorOptions, Reading, Sample, Watch } from "./port.ts";
export { monitorNames, openMonitor } from "./registry.ts";
