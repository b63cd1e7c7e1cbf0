import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Read } from "../context.ts";
import { uncoveredRuns } from "./coverage.ts";
import { parseCoverage } from "./parse-coverage.ts";
import { parseFindings } from "./parse-findings.ts";
import { parseTestReport } from "./parse-test-report.ts";

// Most samples were written by the tools themselves, run over one small module; those of tools that could not run are written to
// their published format. docs/gates.md tells which.
const corpus = path.join(import.meta.dirname, "corpus");
const sample = (kind: string, name: string) => readFileSync(path.join(corpus, kind, name), "utf8");
const samples = (kind: string) => readdirSync(path.join(corpus, kind));

function valueOf<T>(read: Read<T>): T {
  if ("failure" in read) throw new Error(read.failure.title);
  return read.value;
}

describe("test reports of real tools", () => {
  it.each(samples("tests").filter((name) => name.includes("-pass")))("%s passes", (name) => {
    const { ran, failures } = valueOf(parseTestReport(sample("tests", name), name));

    expect(failures).toEqual([]);
    expect(ran).toBeGreaterThan(0);
  });

  it.each<[string, string, string | undefined, number | undefined]>([
    ["go-fail.jsonl", "example.com/shop › TestFails", "user_test.go", 8],
    ["jest-fail.json", "user fails", "/home/dev/shop/user.test.js", 6],
    ["libtest-fail.jsonl", "tests::fails", "src/lib.rs", 13],
    ["libtest-fail.xml", "tests › fails", undefined, undefined],
    ["mocha-fail.json", "user fails", "/home/dev/shop/user.test.js", undefined],
    ["mocha-fail.tap", "user fails", undefined, undefined],
    ["mocha-xunit-fail.xml", "user › fails", "/home/dev/shop/user.test.js", undefined],
    ["node-fail.tap", "fails", "/home/dev/shop/user.test.js", 6],
    ["node-junit-fail.xml", "fails", "/home/dev/shop/user.test.js", 6],
    ["playwright-fail.json", "buying › pays", "shop.spec.mjs", 4],
    ["playwright-fail.xml", "shop.spec.mjs › buying › pays", "/home/dev/shop/shop.spec.mjs", 4],
    ["pytest-fail.xml", "test_user › test_fails", "test_user.py", 5],
    ["surefire-fail.xml", "shop.UserTest › fails", undefined, undefined],
    ["trx-fail.xml", "Shop.UserTest.Fails", "/home/dev/shop/UserTest.cs", 12],
    ["vitest-fail.json", "user fails", "/home/dev/shop/user.test.mjs", 5],
    ["vitest-fail.xml", "user.test.mjs › user > fails", "user.test.mjs", 5],
  ])("%s fails in %s", (name, test, file, line) => {
    const { failures } = valueOf(parseTestReport(sample("tests", name), name));

    expect(failures.map((failure) => [failure.name, failure.file, failure.line])).toEqual([[test, file, line]]);
  });

  it("has each failing sample in the table above", () => {
    expect(samples("tests").filter((name) => name.includes("-fail"))).toHaveLength(16);
  });

  it("knows the tests that passed when they were tried again, and the slowest", () => {
    const { flaky, slowest } = valueOf(parseTestReport(sample("tests", "playwright-pass.json"), "p"));

    expect(flaky).toEqual(["buying › retries"]);
    expect(slowest).toHaveLength(3);
    const times = slowest.map(({ durationMs }) => durationMs);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

describe("coverage of real tools", () => {
  it.each<[string, number, string, string, readonly string[]]>([
    ["c8-clover.xml", 40, "user.js", "4–9", []],
    ["c8-cobertura-coverage.xml", 40, "user.js", "4–9", ["create"]],
    ["c8-coverage-final.json", 40, "user.js", "4–9", ["create"]],
    ["c8-lcov.info", 40, "user.js", "4–9", ["create"]],
    ["coverage-py.lcov", 78.57, "user.py", "6–8", ["User.create"]],
    ["coverage-py.xml", 78.57, "user.py", "6–8", []],
    ["go.out", 16.66, "example.com/shop/user.go", "7–11", []],
    ["jacoco.xml", 40, "shop/User.java", "7–10", ["User.create"]],
    ["jest-clover.xml", 40, "user.js", "5–8", []],
    ["jest-cobertura-coverage.xml", 40, "user.js", "5–8", ["create"]],
    ["jest-coverage-final.json", 40, "user.js", "5–8", ["create"]],
    ["jest-coverage-summary.json", 40, "user.js", "", []],
    ["jest-lcov.info", 40, "user.js", "5–8", ["create"]],
    ["llvm-cov.json", 75, "src/lib.rs", "6–7", ["create"]],
    ["node.lcov", 66.66, "user.js", "4–9", ["create"]],
    ["vitest-clover.xml", 15.78, "user.js", "1–10", []],
    ["vitest-cobertura-coverage.xml", 15.78, "user.js", "1–10", []],
    ["vitest-coverage-final.json", 15.78, "user.js", "1–10", []],
    ["vitest-coverage-summary.json", 15.78, "user.js", "", []],
    ["vitest-lcov.info", 15.78, "user.js", "1–10", []],
  ])("%s is %d %%, the worst file is %s:%s", (name, percent, file, lines, functions) => {
    const coverage = valueOf(parseCoverage(sample("covered", name), name, "/home/dev/shop"));

    const [worst] = coverage.files;
    expect(coverage.percent).toBe(percent);
    expect(worst?.file).toBe(file);
    expect(
      worst === undefined
        ? ""
        : uncoveredRuns(worst)
            .map(({ from, to }) => `${from}–${to}`)
            .join(),
    ).toBe(lines);
    expect(worst?.uncoveredFunctions.map((each) => each.name)).toEqual(functions);
  });

  it("has each sample in the table above", () => {
    expect(samples("covered")).toHaveLength(20);
  });
});

describe("findings of scanners", () => {
  it.each(samples("findings").filter((name) => name.includes("-pass")))("%s has nothing that blocks", (name) => {
    const { findings } = valueOf(parseFindings(sample("findings", name), name));
    expect(findings.filter(({ score }) => score >= 7)).toEqual([]);
  });

  it.each<[string, string, number, string | undefined, string | undefined, string | undefined]>([
    ["cargo-audit-fail.json", "CVE-2021-32715", 9.8, "hyper", "0.14.10", "cargo update -p hyper --precise 0.14.10"],
    ["gitleaks-fail.json", "aws-access-token", 8, undefined, undefined, undefined],
    ["govulncheck-fail.json", "CVE-2022-32149", 8, "golang.org/x/text", "v0.3.8", "go get golang.org/x/text@v0.3.8"],
    ["npm-audit-fail.json", "GHSA-jf85-cpcp-j695", 9.1, "lodash", "4.17.21", "npm install lodash@4.17.21"],
    ["osv-scanner-fail.json", "CVE-2019-10906", 9.2, "jinja2", "2.10.1", "pip install 'jinja2>=2.10.1'"],
    ["pip-audit-fail.json", "CVE-2019-10906", 8, "jinja2", "2.10.1", "pip install 'jinja2>=2.10.1'"],
    ["pnpm-audit-fail.json", "CVE-2019-10744", 9.1, "lodash", "4.17.12", "pnpm update lodash@4.17.12"],
    ["sarif-fail.json", "js/sql-injection", 8.8, undefined, undefined, undefined],
    ["trivy-fail.json", "CVE-2022-32149", 7.5, "golang.org/x/text", "0.3.8", "go get golang.org/x/text@v0.3.8"],
    ["yarn-berry-fail.jsonl", "GHSA-jf85-cpcp-j695", 9.5, "lodash", undefined, undefined],
    ["yarn-classic-fail.jsonl", "CVE-2019-10744", 9.1, "lodash", "4.17.12", "yarn up lodash@4.17.12"],
  ])("%s: %s is %d", (name, ruleId, score, holder, fixedIn, command) => {
    const { findings } = valueOf(parseFindings(sample("findings", name), name));

    expect(findings.map((each) => [each.ruleId, each.score, each.package?.name, each.fixedIn, each.command])).toEqual([
      [ruleId, score, holder, fixedIn, command],
    ]);
  });

  it.each([
    ["sarif-fail.json", "A03:2021 Injection"],
    ["gitleaks-fail.json", "A07:2021 Identification and Authentication Failures"],
    ["cargo-audit-fail.json", "A06:2021 Vulnerable and Outdated Components"],
  ])("%s belongs to %s", (name, category) => {
    expect(valueOf(parseFindings(sample("findings", name), name)).findings[0]?.owasp).toBe(category);
  });

  it("does not take an audit that the registry refused for a clean one", () => {
    const read = parseFindings(sample("findings", "npm-audit-error.json"), "audit.json");
    expect("failure" in read && read.failure.title).toContain("the audit failed: 405 Method Not Allowed");
  });

  it("does not take the empty list of an unknown scanner for a proof", () => {
    expect(parseFindings("[]", "scan.json")).toMatchObject({
      failure: { title: expect.stringContaining("which scanner") },
    });
  });
});
