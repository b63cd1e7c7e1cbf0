import { oneOf, optional, runAction, text, type Shape } from "#shell";

import { liveOutcome } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
  readonly check: "write" | "read" | "environment" | "fail" | "callee";
  readonly environment: string | undefined;
  readonly calleeResult: string | undefined;
  readonly calleeOutcome: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  check: ["check", oneOf("write", "read", "environment", "fail", "callee")],
  environment: ["environment", optional(text)],
  calleeResult: ["callee-result", optional(text)],
  calleeOutcome: ["callee-outcome", optional(text)],
};

/** Compares what we believe of the host with what it does. */
export async function run(): Promise<void> {
  await runAction({
    title: "Live checks",
    shape,
    act: async (inputs, runner) => {
      const { check, calleeResult, calleeOutcome } = inputs;
      if (check === "fail") return liveOutcome("told", []);
      if (check === "callee") {
        const { calleeRows } = await import("./callee.ts");
        return liveOutcome("checked", calleeRows(calleeResult, calleeOutcome));
      }
      const { openHost } = await import("./host.ts");
      const host = await openHost(runner, inputs.token);
      const { deploymentRows, readRows, writeRows } = await import("./checks.ts");
      if (check === "environment") return liveOutcome("checked", await deploymentRows(host, inputs.environment));
      return liveOutcome("checked", await (check === "write" ? writeRows(host) : readRows(host)));
    },
  });
}
