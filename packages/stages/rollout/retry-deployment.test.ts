import { expect, it } from "@jest/globals";

import { ReleaseFault, type FaultCode } from "#faults";

import { tryDeploying } from "./retry-deployment.ts";
import { play } from "../test/play.ts";

/** A deployment that fails so often, with this code, where it may be tried twice more. */
async function deploying(failures: number, code: FaultCode, signal = new AbortController().signal) {
  const told: unknown[] = [];
  const slept: number[] = [];
  let tries = 0;
  const effect = async () => {
    tries += 1;
    await Promise.resolve();
    if (tries <= failures) throw new ReleaseFault(code, "the platform is busy", { hint: "Wait." });
  };
  const clock = { now: () => 0, sleep: async (ms: number) => Promise.resolve(void slept.push(ms)) };
  const config = { onFailure: { deleteBranch: false, retry: { times: 2, delay: 5000 } } };
  const driver = { observe: (...facts: readonly unknown[]) => void told.push(...facts) };
  const end = await tryDeploying({ driver, config, clock, say: () => undefined }, signal, effect).then(
    () => "deployed",
    (thrown: unknown) => (thrown instanceof ReleaseFault ? thrown.message : "defect"),
  );
  return { end, tries, told, slept };
}

it("tries again as often as configured what failed at the platform, and tells each time", async () => {
  expect(await deploying(2, "remote")).toEqual({
    end: "deployed",
    tries: 3,
    slept: [5000, 5000],
    told: [
      { type: "warned", message: "the platform is busy; tried again in 5.0 s (1 of 2)" },
      { type: "warned", message: "the platform is busy; tried again in 5.0 s (2 of 2)" },
    ],
  });
  expect(await deploying(3, "remote")).toMatchObject({ end: "the platform is busy", tries: 3 });
});

it("never tries again what is no failure of the platform, or what somebody ended", async () => {
  expect(await deploying(1, "policy")).toMatchObject({ end: "the platform is busy", tries: 1 });
  expect(await deploying(1, "remote", AbortSignal.abort())).toMatchObject({ tries: 1, told: [] });
});

it.each<[string, number, string, number]>([
  ["comes back in time goes on", 70_000, "completed", 3],
  ["stays busy goes back at once, here, after as many tries as configured", 3_600_000, "rolled_back", 3],
])("a platform that %s", async (_, busyMs, end, tries) => {
  const { record, percent } = await play({
    config: "onFailure: { retry: { times: 3, delay: 10s } }",
    // The first share is there by then: traffic is split.
    busy: (ms) => ms > 60_000 && ms < 45_000 + busyMs,
  });

  expect([record.state, percent]).toEqual([end, end === "completed" ? 100 : 0]);
  const again = record.warnings.filter((text) => text.startsWith("The platform is busy; tried again in 10.0 s"));
  expect(again).toHaveLength(tries);
  if (end === "rolled_back") expect(record.verdict).toMatchObject({ trigger: "deployment-failure" });
});
