import { expect, it } from "@jest/globals";

import { gateOutcome } from "../../actions/gate/outcome.ts";
import { foundCompany } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

it("the summary of a leg has each gate with its figures, what failed and why, and advice once there is history", async () => {
  const shop = await foundCompany({ settings: [[["gates", "unit", "command"], "no-such-tool --all"]] });
  const jobs = jobsOn(hireRunners(shop.world));
  await jobs.validate(standard);

  const end = await jobs.leg("v1.1.0", "all");
  const { summary, notices = [] } = gateOutcome(end, { file: "evidence.json" });

  expect(summary).toContain("### Gates of leg all: failed");
  expect(summary.indexOf("| unit | ❌ failed |")).toBeLessThan(summary.indexOf("| security | ✅ passed |"));
  expect(summary).toMatch(/#### What to fix\n\n- \*\*unit\*\* \(environment\): .*\n[^]* {2}- → A tool is missing/);
  expect(summary).not.toMatch(/Advice|p95/);
  expect(notices.map(({ level, title }) => `${level} ${title}`)).toContainEqual(
    expect.stringMatching(/^error unit \(environment\): `no-such-tool --all` ended with exit code 127/),
  );
  expect(await jobs.review("v1.1.0", [deliver(end)])).toMatchObject({ outcome: "failed" });
  expect((await jobs.record("v1.1.0")).record.gates.get("unit")?.failures[0]).toHaveProperty("class", "environment");
  await jobs.report("v1.1.0", "failed");

  const again = jobsOn(hireRunners(shop.world), 7002);
  expect(await again.validate({ kind: "retry", id: "v1.1.0" })).toMatchObject({ outcome: "go" });
  const second = await again.leg("v1.1.0_2", "all");

  expect(gateOutcome(second, { file: "evidence.json" }).summary).toContain("| p95 of 1 |");
  expect(await again.review("v1.1.0_2", [deliver(second)])).toMatchObject({ outcome: "failed" });
  expect((await again.record("v1.1.0_2")).record.comparison).toMatchObject({ releases: 1 });
}, 120_000);
