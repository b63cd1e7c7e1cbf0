import type { StageContext } from "./context.ts";

interface Shown {
  readonly state: "success" | "failure";
  readonly sha: string;
  readonly description: string;
}

/** The host's own deployment object: a view for people, whose failure stops nothing (decision 25). */
export async function showDeployment(
  { forge, driver }: StageContext,
  { state, sha, description }: Shown,
): Promise<void> {
  const { tag } = driver.record.plan;
  await driver.step("deployment-view", async () => {
    try {
      await forge.ensureDeployment({ environment: "production", sha, release: tag, state, description });
      return "shown";
    } catch (thrown) {
      driver.observe({
        type: "warned",
        message: `The deployment could not be shown on the code host: ${String(thrown)}`,
      });
      return "not shown";
    }
  });
}
