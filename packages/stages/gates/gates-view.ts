import { asFault } from "#faults";
import { isHostRun } from "#forge";
import { gatesCheck } from "#report";

import { required, type StageContext } from "../context.ts";

/**
 * The verdict of the gates as a check run on the gated commit, where this process is a job of the host: a view for people,
 * whose failure stops nothing (decision 25). Before the move that follows it, so that whoever drives next shows it too.
 */
export async function showGates(context: StageContext): Promise<void> {
  const { driver, forge, env, signal, scrub } = context;
  if (env["GITHUB_ACTIONS"] !== "true") return;
  const run = env["GITHUB_RUN_ID"] ?? "";
  const place = isHostRun(run) ? { detailsUrl: `${forge.webUrl}/actions/runs/${run}` } : {};
  const sha = required(driver.record.gatedSha, "the gated commit");
  try {
    await forge.ensureCheck({ sha, release: driver.id, ...gatesCheck(driver.record), ...place });
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const message = `The check run of the gates could not be shown: ${asFault(thrown).message}`;
    driver.observe({ type: "warned", message: scrub.text(message) });
  }
}
