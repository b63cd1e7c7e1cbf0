import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Driver, Journal } from "#journal";
import { plan } from "./journal-world.ts";

export const id = "v1.0.0";
const steps = ["one", "two", "three"];

/** A small release to its end: steps, an environment, observations, decisions, the archive. Effects are files. */
export async function goToTheEnd(journal: Journal, directory: string): Promise<void> {
  const known = await journal.read(id);
  if (known?.live === false) return;
  const driver = known === undefined ? await journal.start(id, plan, 1) : await journal.drive(id);
  if (driver.record.state === "initiated") {
    for (const step of steps) {
      if (step === "two") await driver.takeEnvironment("production");
      await driver.step(step, () => effect(directory, step), {
        ...(step === "two" ? { touches: "production" as const } : {}),
        facts: (result) => [{ type: "warned", message: result }],
      });
    }
    driver.decide(
      { type: "failure-captured", failedState: "initiated", failureReason: "x", actionableFixSuggestions: [] },
      { type: "moved", from: "initiated", to: "failed", reason: "x" },
    );
    await driver.flush();
  }
  await finish(driver);
}

async function finish(driver: Driver): Promise<void> {
  if (driver.record.settled === undefined) driver.decide({ type: "settled", outcome: "failed" });
  await driver.archive((facts) => [{ path: "docs/log", content: `${facts.length}\n`, append: true }]);
}

async function effect(directory: string, step: string): Promise<string> {
  appendFileSync(join(directory, "effects"), `${step}\n`);
  const path = join(directory, `effect-${step}`);
  if (!existsSync(path)) writeFileSync(path, step);
  return `${step} is there`;
}
