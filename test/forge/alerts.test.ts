import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";

import { startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
});
afterEach(async () => world.rewind());
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.stop();
  expect(badAnswers).toEqual([]);
});

const shop = { owner: "acme", name: "shop" };
const branch = "release/1.1.0";
const ref = `refs/heads/${branch}`;
const dependabot = { ghsa: "GHSA-aaaa-bbbb-cccc", package: "minimist", severity: "high" as const };

it("tells the open alerts of code scanning on a branch, once exactly this commit is analysed", async () => {
  const { one: sha, two } = world.shas;
  const alert = { ref, sha, rule: "js/xss", path: "src/a.js", line: 4 };
  const alerts = [
    { ...alert, security: "critical" as const, tags: ["external/cwe/cwe-079"] },
    { ...alert, rule: "js/style", severity: "warning" as const },
    { ...alert, rule: "js/gone", state: "fixed" as const },
    { ...alert, rule: "js/elsewhere", ref: "refs/heads/main" },
  ];
  const ask = async () => world.open().codeScanningAlerts(branch, sha);

  await world.admin.alerts({ ...shop, codeScanning: { analyses: [] } });
  expect(await ask()).toBeUndefined();
  await world.admin.alerts({ ...shop, codeScanning: { analyses: [{ ref, sha: two }], alerts } });
  expect(await ask()).toBeUndefined();
  await world.admin.alerts({
    ...shop,
    codeScanning: {
      analyses: [
        { ref, sha },
        { ref, sha: two },
      ],
      alerts,
    },
  });
  expect(await ask()).toMatchObject([
    { ids: ["js/xss"], word: "critical", file: "src/a.js", line: 4, tags: ["external/cwe/cwe-079"] },
    { ids: ["js/style"], word: "medium" },
  ]);
});

it("takes an analysis that failed for none, unless a newer one of its kind did not", async () => {
  const { one: sha } = world.shas;
  const failed = { ref, sha, error: "out of memory" };
  const ask = async () => world.open().codeScanningAlerts(branch, sha);

  await world.admin.alerts({ ...shop, codeScanning: { analyses: [failed] } });
  await expect(ask()).rejects.toMatchObject({ code: "policy", message: expect.stringContaining("out of memory") });
  await world.admin.alerts({ ...shop, codeScanning: { analyses: [{ ref, sha }, failed] } });
  expect(await ask()).toEqual([]);
});

it("tells every open alert of Dependabot, also beyond a page", async () => {
  const many = Array.from({ length: 101 }, () => dependabot);
  const scored = { ...dependabot, cve: "CVE-2024-1", score: 9.8, fixedIn: "1.2.6", cwes: ["CWE-1321"] };
  await world.admin.alerts({ ...shop, dependabot: [scored, { ...dependabot, state: "dismissed" }, ...many] });

  const alerts = await world.open().dependabotAlerts();

  expect(alerts).toHaveLength(102);
  expect(alerts[0]).toMatchObject({
    ids: ["CVE-2024-1", "GHSA-aaaa-bbbb-cccc"],
    score: 9.8,
    word: "high",
    package: { name: "minimist", ecosystem: "npm" },
    fixedIn: "1.2.6",
    file: "package-lock.json",
    tags: ["CWE-1321"],
  });
});

it("is a fault that names the permission where they may not be read or are switched off", async () => {
  await expect(world.open().codeScanningAlerts(branch, world.shas.one)).rejects.toMatchObject({
    code: "permission",
    message: expect.stringContaining("not enabled"),
    hint: expect.stringContaining("security-events: read"),
  });
  await expect(world.open().dependabotAlerts()).rejects.toMatchObject({
    code: "permission",
    hint: expect.stringContaining("vulnerability-alerts: read"),
  });
});

it("is a fault of the host when it answers 500: nobody knows then", async () => {
  await world.admin.fault({ match: { path: "/code-scanning" }, action: { status: 500 } });

  await expect(world.open().codeScanningAlerts(branch, world.shas.one)).rejects.toMatchObject({ code: "remote" });
});
