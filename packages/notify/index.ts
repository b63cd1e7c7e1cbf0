export type { Channel, ChannelOptions, Notice, Priority } from "./port.ts";
export { openChannel, secretsIn, variablesOf, type ChannelSettings } from "./registry.ts";
export { receiverVariables, sendMeasures, type Measured, type ReceiverSettings } from "./receivers.ts";
