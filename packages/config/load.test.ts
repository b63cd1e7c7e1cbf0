import { describe, expect, it } from "@jest/globals";
import { ReleaseFault } from "#faults";
import { defaultConfigPath, loadConfig } from "./index.ts";

const names = { targets: ["local", "command", "haproxy"], monitors: ["proxy", "probe"] };
const load = (text: string | undefined) => loadConfig({ text, path: "release.yml", ...names });

function faultOf(text: string): ReleaseFault {
  try {
    load(text);
  } catch (thrown) {
    if (thrown instanceof ReleaseFault) return thrown;
    throw thrown;
  }
  throw new Error("it was accepted");
}

describe("a file that is right", () => {
  it.each([undefined, "", "# only a comment\n", "---\n", "{}"])("is all defaults when it says nothing: %j", (text) => {
    const { config } = load(text);

    expect(config.environments.production.steps).toEqual([5, 25, 50, 100]);
    expect(config.environments.staging.watch).toBe(300_000);
    expect(config.review.expires).toBe(30 * 86_400_000);
    expect(defaultConfigPath).toBe(".github/release-command.yml");
  });

  it.each([
    ["500ms", 500],
    ["1.5s", 1500],
    ["5m", 300_000],
    ["2h", 7_200_000],
    ["30d", 2_592_000_000],
  ])("reads %s as %d ms", (text, ms) => {
    expect(load(`review: { expires: ${text} }`).config.review.expires).toBe(ms);
  });

  it("has a digest of what it means, not of how it is written", () => {
    const bare = load("").digest;

    expect(bare).toMatch(/^[0-9a-f]{64}$/);
    expect(load("# hello\nreview:\n  approvals: 1\n").digest).toBe(bare);
    expect(load("review: { approvals: 2 }").digest).not.toBe(bare);
  });

  it("follows aliases", () => {
    const { config } = load("environments:\n  staging: &a\n    env: { A: b }\n  production: *a\n");

    expect(config.environments.production.env).toEqual({ A: "b" });
  });
});

describe("a file that is wrong", () => {
  it("lists every problem at once, with its place, its line and a pointer", () => {
    const fault = faultOf(
      [
        "review:",
        "  approvels: 2",
        "environments:",
        "  production:",
        "    strategy: canari",
        "    steps: [5, 200]",
      ].join("\n"),
    );

    expect(fault.code).toBe("config");
    expect(fault.message).toContain("release.yml has 3 problems");
    expect(fault.message).toContain('release.yml:2:3: review.approvels is unknown (did you mean "approvals"?)');
    expect(fault.message).toContain("  2 |   approvels: 2\n    |   ^");
    expect(fault.message).toContain("release.yml:5:15: environments.production.strategy must be one of");
    expect(fault.message).toContain('got "canari" (did you mean "canary"?)');
    expect(fault.message).toContain(
      "release.yml:6:16: environments.production.steps.[1] must be at most 100, got 200".replace(".[", "["),
    );
    expect(fault.hint).toContain("environments:");
  });

  it.each<[string, string, string]>([
    ["unknown at the top", "gatez: {}", '1:1: gatez is unknown (did you mean "gates"?)'],
    ["far from any key", "zebra: 1", "1:1: zebra is unknown; known here: $schema, branches"],
    [
      "a target",
      "environments: { staging: { target: lokal } }",
      'must be one of local, command, haproxy, got "lokal" (did you mean "local"?)',
    ],
    [
      "a monitor",
      "environments:\n  production:\n    monitor: prox",
      "3:14: environments.production.monitor must be one of proxy, probe",
    ],
    [
      "a monitor that the target has no counters for",
      "environments:\n  production:\n    target: command",
      "environments.production.monitor must be probe or prometheus: proxy, the default, has counters of the target local only, and this is command",
    ],
    ["a target named like a method", "environments: { staging: { target: constructor } }", 'got "constructor"'],
    [
      "descending steps",
      "environments:\n  production:\n    steps: [25, 5, 100]",
      "3:12: environments.production.steps must ascend",
    ],
    ["steps without an end", "hotfix: { steps: [5, 50] }", "hotfix.steps must ascend from above 0 and end in 100"],
    ["no steps", "hotfix: { steps: [] }", "hotfix.steps must ascend"],
    ["a step of zero", "hotfix: { steps: [0, 100] }", "hotfix.steps must ascend"],
    ["a number for a duration", "review: { wait: 30 }", "review.wait must be a duration in quotes or with its unit"],
    ["no unit", 'review: { wait: "30" }', 'review.wait must be a duration like "30s"'],
    ["too long a wait", "review: { expires: 9000d }", "review.expires must be at most 365d"],
    ["a text for a number", "review: { approvals: two }", 'review.approvals must be a number, got "two"'],
    ["a fraction", "review: { approvals: 1.5 }", "review.approvals must be a whole number, got 1.5"],
    ["nothing", "gates:\n", "1:1: gates must be a mapping, got nothing"],
    [
      "a missing setting",
      "gates:\n  unit:\n    report: a.xml\n    coverage: l.info",
      "3:13: gates.unit.report means nothing without a command",
    ],
    ["a list", "- a\n- b", "1:1: the file must be a mapping, got a list"],
    ["a text", "hello", '1:1: the file must be a mapping, got "hello"'],
    ["a duplicate key", "review: {}\nhotfix: {}\nreview: {}", "3:1: is not YAML: Map keys must be unique"],
    ["a tab", "review:\n\tapprovals: 2", "has a tab as indentation"],
    ["two documents", "review: {}\n---\nreview: {}", "release.yml:2:"],
    ["broken YAML", "review: [", "is not YAML"],
    ["an unknown tag", "review: !secret {}", "is not YAML: Unresolved tag: !secret"],
    ["an alias of nothing", "review: *nowhere", "is not YAML: Unresolved alias"],
    ["an alias of itself", "review: &a\n  reviewers: *a", "release.yml:1:1"],
    [
      "a step of a choice",
      "smoke:\n  api: [{ name: x }]\n  database: { none: no }\n  external: { none: no }\n  auth: { none: no }\n  paths: { none: no }",
      "2:9: smoke.api[0].path is missing",
    ],
    [
      "a typo in a choice",
      "smoke:\n  api: { nome: x }\n  database: { none: no }\n  external: { none: no }\n  auth: { none: no }\n  paths: { none: no }",
      'smoke.api.nome is unknown (did you mean "none"?)',
    ],
    [
      "a rollback bound below the alarm",
      "environments: { production: { rollbackErrorRatio: 0.001 } }",
      "must be at least maxErrorRatio (0.01)",
    ],
    [
      "health never looked at",
      "environments: { staging: { watch: 10s } }",
      "environments.staging.healthEvery must be longer than 0",
    ],
    [
      "steps that outlast production",
      "environments: { production: { stepTime: 20m } }",
      "environments.production.stepTime makes the watches of production 75 minutes long, which is over after 60 minutes",
    ],
    [
      "batches that outlast production",
      "environments: { production: { strategy: rolling, rolling: { batch: 2 } } }",
      "makes the watches of production 64 minutes long",
    ],
    [
      "a watch that outlasts staging",
      "environments: { staging: { watch: 20m } }",
      "environments.staging.watch makes the watches of staging 20 minutes long",
    ],
    [
      "steps that outlast a hotfix",
      "hotfix: { steps: [1, 2, 5, 10, 100] }\nenvironments: { production: { stepTime: 8m, strategy: blue-green } }",
      "hotfix.steps makes the watches of production_canary 47 minutes long",
    ],
    [
      "the journal on the target",
      "branches: { target: main }\njournal: { branch: main }",
      "2:20: journal.branch must be a branch that nothing else uses",
    ],
    [
      "a lease that is renewed too late",
      "journal: { lease: { ttl: 50s } }",
      "journal.lease.renew must be longer than 0",
    ],
    [
      "a report shared by gates",
      "gates:\n  unit: { command: a, report: r, coverage: c }\n  integration: { command: a, report: r, coverage: d }",
      "3:38: gates.integration.report is the file of gates.unit.report too",
    ],
  ])("%s", (_name, text, message) => {
    expect(faultOf(text).message).toContain(message);
  });

  it("refuses to let smoke tests of staging write into the database of production", () => {
    const text = [
      "smoke:",
      "  api: { none: a }",
      "  database: [{ name: main, urlFrom: DATABASE_URL }]",
      "  external: { none: a }",
      "  auth: { none: a }",
      "  paths: { none: a }",
      "environments:",
      "  staging: { env: { DATABASE_URL: postgres://db/live } }",
      "  production: { env: { DATABASE_URL: postgres://db/live } }",
    ].join("\n");

    expect(faultOf(text).message).toContain(
      "release.yml:8:35: environments.staging.env.DATABASE_URL is the database of production",
    );
  });

  it("survives a bomb of aliases quickly", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh".split("").map((name, index) => {
        const before = "abcdefgh"[index] ?? "a";
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
      }),
    ].join("\n");

    const fault = faultOf(bomb);

    expect(fault.message).toContain("aliases that unfold to more than 100 copies");
  });

  it.each([
    ["deep nesting", "[".repeat(200_000)],
    ["a huge file", "#".repeat(1_000_001)],
  ])("survives %s", (_name, text) => {
    expect(faultOf(text).code).toBe("config");
  });

  it("says no more than fifty problems, and how many there are", () => {
    const fault = faultOf(Array.from({ length: 60 }, (_, index) => `zz${index}: 1`).join("\n"));

    expect(fault.message).toContain("has 60 problems");
    expect(fault.message).toContain("… and 10 more");
  });
});

const gate = (text: string) => `gates: { security: { ${text} } }`;

describe("the security gate", () => {
  it.each([
    ["allow: [{ id: CVE-2024-1, expires: 2026-12-31 }]", "allow[0].reason is missing"],
    ["allow: [{ id: CVE-2024-1, reason: x }]", "allow[0].expires must be a day"],
    ["allow: [{ id: CVE-2024-1, reason: x, expires: soon }]", 'must be a day like "2026-12-31"'],
    ["allow: [{ id: CVE-2024-1, reason: x, expires: 2026-02-30 }]", 'must be a day like "2026-12-31"'],
    ["allow: [{ id: R1, reason: x, expires: 2026-12-31, path: ../x }]", "must be a path from the root"],
    ["alerts: [code-scanning]", "gates.security.alerts means nothing without source: alerts"],
    ["source: alerts, command: scan", "gates.security.command means nothing beside source: alerts"],
    ["source: alerts, scanners: [{ command: a, report: b }]", "scanners means nothing beside source: alerts"],
    ["command: a, report: b, scanners: [{ command: c, report: d }]", "scanners and command both say what runs"],
    ["scanners: [{ command: a, report: b }, { command: c, report: b }]", "needs its own evidence"],
  ])("refuses %s", (text, message) => {
    expect(faultOf(gate(text)).message).toContain(message);
  });

  it.each<[string, object]>([
    ["command: a, report: b", { scanners: [{ command: "a", report: "b" }] }],
    ["scanners: [{ command: a, report: b }]", { scanners: [{ command: "a", report: "b" }], blockAt: 7 }],
    ["source: alerts", { scanners: [], alerts: ["code-scanning"] }],
    ["blockAt: 9", { scanners: [], blockAt: 9 }],
  ])("reads %s", (text, settings) => {
    expect(load(gate(text)).config.gates.security).toMatchObject(settings);
  });
});
