import type { StageContext } from "../context.ts";

/** The request of a person that the share of traffic stays as it is, if there is one. */
export const holdOf = ({ driver }: StageContext) => driver.record.requests.find(({ kind }) => kind === "hold");

/** Whether a person wants the share of traffic to stay as it is. */
export const isHeld = (context: StageContext): boolean => holdOf(context) !== undefined;
