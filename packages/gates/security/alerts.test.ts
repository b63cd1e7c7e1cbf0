import { expect, it } from "@jest/globals";

import { ReleaseFault } from "#faults";

import { runGate, type GateContext, type SecurityAlert, type SecurityPolicy } from "../index.ts";

const alert: SecurityAlert = {
  ids: ["js/xss"],
  text: "Text of a user reaches the page.",
  vectors: [],
  word: "high",
  url: "https://example.org/alerts/1",
  file: "src/a.js",
  line: 4,
  tags: ["external/cwe/cwe-079"],
};
const hole: SecurityAlert = {
  ids: ["CVE-2024-1", "GHSA-aaaa-bbbb-cccc"],
  text: "A hole in minimist",
  score: 0,
  vectors: ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"],
  word: "low",
  url: "https://example.org/alerts/2",
  tags: ["CWE-1321"],
  package: { name: "minimist", ecosystem: "npm" },
  fixedIn: "1.2.6",
};
type Look = readonly SecurityAlert[] | ReleaseFault | undefined;

/** The gate over what is seen at each look; the last one stays. Time passes only while it sleeps. */
async function gate(looks: readonly Look[], policy?: SecurityPolicy, blockAt = 7) {
  let now = 0;
  let look = 0;
  const context: GateContext = {
    settings: { security: { scanners: [], alerts: ["code-scanning"], blockAt, timeout: 60_000 } },
    smoke: undefined,
    development: undefined,
    directory: "/nowhere",
    sha: "a".repeat(40),
    env: {},
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
        look += 1;
        await Promise.resolve();
      },
    },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    openAlerts: async () => {
      const answer = looks[Math.min(look, looks.length - 1)];
      return answer instanceof ReleaseFault ? Promise.reject(answer) : Promise.resolve(answer);
    },
    ...(policy === undefined ? {} : { securityPolicy: async () => Promise.resolve(policy) }),
  };
  return { outcome: await runGate("security", context), now };
}

const down = new ReleaseFault("remote", "GitHub said 502", { hint: "later" });

it("waits for the analysis of the commit, also while the host is down, and blocks what is open", async () => {
  const { outcome, now } = await gate([undefined, down, [alert, hole]]);

  expect(now).toBe(20_000);
  expect(outcome).toMatchObject({ status: "failed", metrics: { criticalIssues: 1, highIssues: 1 } });
  expect(outcome.failures).toMatchObject([
    {
      title: "CVE-2024-1 (CVSS 9.8): minimist",
      suggestion: expect.stringContaining("npm install minimist@1.2.6"),
    },
    { title: "js/xss (severity high, counted as CVSS 8.0) in src/a.js:4", detail: expect.stringContaining("CWE-79") },
  ]);
});

it("passes without open alerts, and fails without an analysis: silence proves nothing", async () => {
  expect((await gate([[]])).outcome).toMatchObject({ status: "passed", metrics: { highIssues: 0 } });
  expect((await gate([undefined])).outcome).toMatchObject({
    status: "failed",
    failures: [{ title: "Code scanning has no analysis of aaaaaaaaaaaa after 60 s" }],
  });
});

it("fails with the reason where the alerts may not be read", async () => {
  const refused = new ReleaseFault("permission", "cannot be read", { hint: "security-events: read" });

  expect((await gate([refused])).outcome).toMatchObject({
    status: "failed",
    failures: [{ title: "cannot be read", suggestion: "security-events: read" }],
  });
});

it("lets an accepted alert stay", async () => {
  const entries = [{ id: "js/xss", path: "src/", reason: "RISK-4", expires: "2026-12-31" }];

  const { outcome } = await gate([[alert]], { entries, from: "main at 1a2b3c4" });

  expect(outcome).toMatchObject({
    status: "passed",
    metrics: { allowed: [{ id: "js/xss", place: "src/a.js", mapped: "CWE-79 · OWASP A03:2021 Injection" }] },
  });
});

it.each([
  ["the branch under release is laxer", 7, "failed"],
  ["both say the same", 9, "passed"],
  ["the target branch is laxer", 10, "passed"],
])("blocks at the lower of two scores: %s", async (_, theirs, status) => {
  const { outcome } = await gate(
    [[{ ...alert, score: 8 }]],
    { entries: [], blockAt: theirs, from: "main at 1a2b3c4" },
    9,
  );

  expect(outcome.status).toBe(status);
  const notices = outcome.metrics?.gate === "security" ? (outcome.metrics.notices ?? []) : [];
  expect(notices).toHaveLength(theirs < 9 ? 1 : 0);
});
