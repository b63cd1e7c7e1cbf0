import { flag, releaseId, runAction, type Shape } from "#shell";

import { approvalOutcome } from "./outcome.ts";

export interface Inputs {
  readonly release: string;
  readonly approved: boolean;
}

export const shape: Shape<Inputs> = {
  release: ["release", releaseId],
  approved: ["approved", flag],
};

/** Lets a release go on to production, or says what it waits for. */
export async function run(): Promise<void> {
  await runAction({ title: "Approval", shape, act: (inputs) => Promise.resolve(approvalOutcome(inputs)) });
}
