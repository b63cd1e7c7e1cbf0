import { fittingReport } from "#report";

import { backport } from "./rollback/backport.ts";
import { required, type StageContext, type StageEnd } from "./context.ts";
import { redeployed } from "./redeployed.ts";
import { ensureReport } from "./records/report-file.ts";
import { settle } from "./settle.ts";
import { validation } from "./validation.ts";

/** GitHub takes 125,000 characters. */
const notesAtMost = 120_000;

/** The release is over and good; what is left is to tell the world. Each duty is a step, so that a death loses none. */
export async function completed(context: StageContext): Promise<StageEnd> {
  const { driver, forge, say } = context;
  const { plan } = driver.record;
  if (plan.redeploy !== undefined) return redeployed(context, plan.redeploy);
  if (plan.releaseType === "hotfix") await backport(context);
  const url = await driver.step(
    "github-release",
    async () => {
      const release = await forge.ensureRelease({
        tag: plan.tag,
        title: `Release ${plan.releaseVersion}`,
        notes: fittingReport(required(driver.record.changelog, "the changelog"), notesAtMost, "in CHANGELOG.md"),
        prerelease: plan.releaseVersion.includes("-"),
        assets: [{ name: `release-report-${plan.tag}.md`, content: ensureReport(context, driver.facts) }],
      });
      for (const message of release.warnings) driver.observe({ type: "warned", message });
      return release.url;
    },
    { facts: (address) => [{ type: "published", what: "github-release", url: address }] },
  );
  say(`published ${url}`);
  return (await validation(context)) ?? settle(context, "completed");
}
