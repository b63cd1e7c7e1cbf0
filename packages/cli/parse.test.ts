import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { ReleaseFault } from "#faults";

import { help } from "./help.ts";
import { options, verbs } from "./options.ts";
import { parseCommand, type Command } from "./parse.ts";

function words(line: string): readonly string[] {
  return line.split(" ").filter((word) => word !== "");
}

const words250 = { type: "standard", version: "2.5.0" } as const;
const start = (said: object, out?: object): Command => ({ kind: "start", words: { ...words250, ...said }, ...out });
const standard = start({ from: "develop", to: "main" });

it.each<[string, Command]>([
  ["/release --type=standard --version=2.5.0 --from=develop --to=main", standard],
  ["start --type standard --version 2.5.0 --from develop --to main", standard],
  ["start --version=2.5.0 --from=develop --target=main", standard],
  ["--version=2.5.0 --base=develop --to=main", standard],
  ["start --version=2.5.0 --base=develop --from=develop --to=main", standard],
  ["start --version=auto --dry-run", start({ version: "auto", dryRun: true })],
  [
    "/release --type=hotfix --version=2.5.1 --base=v2.5.0 --target=main",
    start({ type: "hotfix", version: "2.5.1", from: "v2.5.0", to: "main" }),
  ],
  ["start --type=hotfix --version=2.5.1 --adopt", start({ type: "hotfix", version: "2.5.1", adopt: true })],
  ["start --version=2.5.0 --allow-lower-version", start({ allowLowerVersion: true })],
  ["start --version=2.5.0 --changelog=docs/CHANGELOG_CUSTOM.md", start({ changelog: "docs/CHANGELOG_CUSTOM.md" })],
  ["start --plan=plan.json", start({ version: "auto", plan: "plan.json" })],
  ["start --version=2.5.0 --dry-run --out=plan.json", start({ dryRun: true }, { out: "plan.json" })],
  ["lint-commits", { kind: "lint-commits", what: { kind: "range" } }],
  ["lint-commits v1.0.0..HEAD", { kind: "lint-commits", what: { kind: "range", range: "v1.0.0..HEAD" } }],
  ["lint-commits --message=msg", { kind: "lint-commits", what: { kind: "message", file: "msg" } }],
  ["lint-commits --install-hook", { kind: "lint-commits", what: { kind: "install-hook" } }],
  ["status", { kind: "status", json: false }],
  ["status v2.5.0 --json", { kind: "status", id: "v2.5.0", json: true }],
  ["resume v2.5.0", { kind: "resume", id: "v2.5.0" }],
  ["retry v2.5.0", { kind: "retry", id: "v2.5.0" }],
  ["promote v2.5.0", { kind: "request", ask: "promote", id: "v2.5.0", reason: "go on" }],
  ["hold v2.5.0 --reason slow", { kind: "request", ask: "hold", id: "v2.5.0", reason: "slow" }],
  [
    "/release --rollback=v2.5.0 --to=v2.4.0",
    { kind: "rollback", from: "v2.5.0", to: "v2.4.0", reason: "asked for by hand" },
  ],
  ["rollback v2.5.0 --to v2.4.0 --reason bad", { kind: "rollback", from: "v2.5.0", to: "v2.4.0", reason: "bad" }],
  ["rollback 2.5.0 --to=2.4.0", { kind: "rollback", from: "2.5.0", to: "v2.4.0", reason: "asked for by hand" }],
  ["rollback v2.5.0", { kind: "rollback", from: "v2.5.0", reason: "asked for by hand" }],
  ["rollback --false-positive v2.5.0 --reason spike", { kind: "false-positive", id: "v2.5.0", reason: "spike" }],
  ["redeploy production", { kind: "redeploy", environment: "production", reason: "asked for by hand" }],
  ["/release redeploy staging --reason=lost", { kind: "redeploy", environment: "staging", reason: "lost" }],
  ["/release --report=v2.5.0", { kind: "report", id: "v2.5.0", format: "md" }],
  [
    "report v2.5.0 --root-cause=leak --format html",
    { kind: "report", id: "v2.5.0", format: "html", rootCause: "leak" },
  ],
  ["report v2.5.0 --format=json", { kind: "report", id: "v2.5.0", format: "json" }],
  ["dashboard", { kind: "dashboard", wanted: { kind: "build", out: "release-dashboard" } }],
  ["dashboard build --out=public", { kind: "dashboard", wanted: { kind: "build", out: "public" } }],
  ["dashboard serve --port=8080", { kind: "dashboard", wanted: { kind: "serve", port: 8080 } }],
  ["dashboard publish", { kind: "dashboard", wanted: { kind: "publish", branch: "gh-pages", follow: false } }],
  [
    "dashboard publish --branch=pages --follow",
    { kind: "dashboard", wanted: { kind: "publish", branch: "pages", follow: true } },
  ],
  ["metrics", { kind: "metrics", format: "json" }],
  [
    "metrics --format=openmetrics --from=2026-01-01 --to=2026-01-31",
    { kind: "metrics", format: "openmetrics", from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) },
  ],
  ["metrics --to=2026-01-31T12:00Z", { kind: "metrics", format: "json", to: Date.UTC(2026, 0, 31, 12) }],
  ["audit verify", { kind: "audit", wanted: { ask: "verify", keys: [], checkpoints: [], anchors: false } }],
  [
    "audit verify --key=a --key=b --checkpoint=c",
    { kind: "audit", wanted: { ask: "verify", keys: ["a", "b"], checkpoints: ["c"], anchors: false } },
  ],
  ["audit sign", { kind: "audit", wanted: { ask: "sign" } }],
  ["audit key", { kind: "audit", wanted: { ask: "key" } }],
  [
    "audit erase v2.5.0 --person=@mallory --reason=asked",
    { kind: "audit", wanted: { ask: "erase", id: "v2.5.0", person: "mallory", reason: "asked" } },
  ],
  ["audit export", { kind: "audit", wanted: { ask: "export", format: "md" } }],
  [
    "audit export --format=csv --from=2026-01-01 --to=2026-03-31",
    { kind: "audit", wanted: { ask: "export", format: "csv", from: "2026-01-01", to: "2026-03-31" } },
  ],
  ["smoke staging", { kind: "smoke", place: { environment: "staging" }, json: false }],
  ["smoke http://127.0.0.1:1/x --json", { kind: "smoke", place: { url: "http://127.0.0.1:1/x" }, json: true }],
  ["analyze metrics.jsonl", { kind: "analyze", file: "metrics.jsonl", json: false, settings: {} }],
  [
    "analyze - --json --judge=threshold --alpha=0.01 --max-error-ratio 0.1",
    { kind: "analyze", file: "-", json: true, settings: { judge: "threshold", alpha: 0.01, maxErrorRatio: 0.1 } },
  ],
  ["demo --fault production-errors", { kind: "demo", args: ["--fault", "production-errors"] }],
  ["demo --help", { kind: "help" }],
  ["start --help", { kind: "help" }],
  ["-h", { kind: "help" }],
  ["help", { kind: "help" }],
  ["", { kind: "help" }],
  ["/release", { kind: "help" }],
])("release %s", (line, command) => {
  expect(parseCommand(words(line))).toEqual({ command });
});

it("takes an override for each gate that it is given for", () => {
  const twice = ["--override=unit: flaky, INC-7", "--override", "e2e: browsers"];
  expect(parseCommand(["retry", "v2.5.0", ...twice]).command).toEqual({
    kind: "retry",
    id: "v2.5.0",
    override: "unit: flaky, INC-7\ne2e: browsers",
  });
  expect(parseCommand(["start", "--version=2.5.0", ...twice]).command).toMatchObject({
    words: { override: "unit: flaky, INC-7\ne2e: browsers" },
  });
});

it("keeps a reason with blanks whole", () => {
  expect(parseCommand(["abort", "v2.5.0", "--reason=wrong branch"]).command).toEqual({
    kind: "request",
    ask: "abort",
    id: "v2.5.0",
    reason: "wrong branch",
  });
});

it("knows the folder to work in", () => {
  expect(parseCommand(["status", "--directory=../shop"])).toMatchObject({ directory: "../shop" });
});

it.each<[string, string, string]>([
  ["start", "--version is missing", "--version=2.5.0"],
  ["start --plan=sha256:00", "--version is missing", "--version=2.5.0"],
  ["start --version=2.5.0 --out=plan.json", "--out belongs to --dry-run", "--dry-run --out=plan.json"],
  ["lint-commits HEAD --install-hook", "are three different things", "release lint-commits"],
  ["start --version=", "--version is missing", "--version=2.5.0"],
  ["start --version", "--version needs a value", "--version=2.5.0"],
  ["start --version --dry-run", "--version needs a value", "--version=2.5.0"],
  ["start --version=2.5.0 --dry-run=yes", "--dry-run takes no value", "--dry-run"],
  ["start --version=2.5.0 --type=standart", 'Unknown value "standart" for --type', "Did you mean standard?"],
  ["start --version=2.5.0 --type=rolling", 'Unknown value "rolling" for --type', "standard, hotfix"],
  ["start --version=2.5.0 --override", "--override needs a value", '--override="unit: flaky runner, INC-7"'],
  ["resume v2.5.0 --override=unit:x", '--override means nothing to "release resume"', "release resume v2.5.0"],
  ["start --verson=2.5.0", "Unknown option --verson", "Did you mean --version?"],
  ["start --version=2.5.0 -x", "Unknown option -x", "Use one of: --type"],
  ["start v2.5.0", '"v2.5.0" is one word too many', "release start --version=2.5.0"],
  ["start --version=2.5.0 --version=2.6.0", "--version is given twice", "Give it once"],
  ["start --version=2.5.0 --from=a --base=b", "--from and --base are two words for one thing", "--from=a"],
  ["start --version=2.5.0 --to=a --target=b", "--to and --target are two words for one thing", "--to=a"],
  ["start --version=2.5.0 --json", '--json means nothing to "release start"', "release start --version=2.5.0"],
  ["status --version=2.5.0", '--version means nothing to "release status"', "release status"],
  ["rollback v2 --false-positive=v2 --reason=r", "it brings nothing back", "--false-positive=v2.5.0"],
  ["rollback --false-positive=v2", "needs a release and a reason", "--false-positive=v2.5.0"],
  ["--rollback=v2 --report=v2", '--report means nothing to "release rollback"', "release rollback v2.5.0"],
  ["rollback v2.5.0 --rollback=v2.4.0", "the release and --rollback are two words", "--rollback=v2.5.0"],
  ["redeploy", "redeploy needs an environment", "release redeploy production"],
  ["redeploy v2.5.0", '"v2.5.0" is no environment', "release redeploy production"],
  ["redeploy staging --to=v2.5.0", '--to means nothing to "release redeploy"', "release redeploy production"],
  ["stat", 'Unknown command "stat"', "Did you mean start?"],
  ["toString", 'Unknown command "toString"', "Use one of: start, status"],
  ["resume", "resume needs a release", "release resume v2.5.0"],
  ["resume v1 v2", '"v2" is one word too many', "release resume v2.5.0"],
  ["abort v2.5.0", "abort needs a reason", "--reason="],
  ["hold v2.5.0 --reason=", "hold needs a reason", "--reason="],
  ["report v2.5.0 --format=spreadsheet", 'Unknown value "spreadsheet" for --format', "md, json, html, facts"],
  ["analyze", "analyze needs a file", "release analyze metrics.jsonl"],
  ["analyze f --alpha=5", "--alpha must lie between 0 and 1", "--alpha=0.0025"],
  ["analyze f --max-error-ratio=", "--max-error-ratio must lie between 0 and 1", "--max-error-ratio=0.05"],
  ["analyze f --judge=sequentail", 'Unknown value "sequentail" for --judge', "Did you mean sequential?"],
  ["metrics --format=xml", 'Unknown value "xml" for --format', "Example: --format=json"],
  ["metrics --from=2026-02-30", '--from must be a day or a moment in UTC; got "2026-02-30"', "--from=2026-01-01"],
  ["metrics --from=2026-02-02 --to=2026-02-01", "--from=2026-02-02 is after --to=2026-02-01", "--to=2026-03-31"],
  ["audit", "audit needs a word: verify, export, key, sign or erase", "release audit verify"],
  ["audit export --format=xml", '--format must be csv, json or md; got "xml"', "--format=csv"],
  ["audit export --from=2026-02-30", '--from must be a day like 2026-01-31; got "2026-02-30"', "--from=2026-01-01"],
  ["audit export --key=a", "audit export takes no keys", "audit.keys"],
  ["audit verify --to=2026-01-01", "--format, --from and --to belong to audit export", "--from=2026-01-01"],
  ["audit sign --key=a", "audit sign takes no options", "release audit sign"],
  ["audit verify v2.5.0", '"v2.5.0" is one word too many', "release audit verify"],
  ["audit erase --person=mallory --reason=asked", "audit erase needs the release", "release audit erase v2.5.0"],
  ["audit erase v2.5.0 --reason=asked", "audit erase needs --person", "--person=mallory"],
  ["audit erase v2.5.0 --person=mallory", "audit erase needs a reason", "--reason="],
  ["audit erase v2.5.0 --person=a --reason=b --anchors", "and nothing else", "release audit erase v2.5.0"],
  ["audit erase v2.5.0 v2.4.0", '"v2.4.0" is one word too many', "release audit verify"],
  ["audit verify --person=mallory", "--person and --reason belong to audit erase", "release audit erase"],
  ["audit key --key=a", "audit key takes no options", "release audit key"],
])("release %s: %s", (line, message, hint) => {
  const fault = faultOf(words(line));

  expect(fault).toMatchObject({ code: "input", message: expect.stringContaining(message) });
  expect(fault.hint).toContain(hint);
});

function faultOf(argv: readonly string[]): ReleaseFault {
  try {
    parseCommand(argv);
  } catch (thrown) {
    if (thrown instanceof ReleaseFault) return thrown;
    throw thrown;
  }
  throw new Error("it was understood");
}

describe("help", () => {
  it.each(Object.keys(verbs).filter((verb) => verb !== "help"))("names release %s", (verb) => {
    expect(help).toContain(`release ${verb}`);
  });

  it.each(Object.keys(options).filter((option) => option !== "help"))("names --%s", (option) => {
    expect(help).toContain(`--${option}`);
  });

  it.each(Object.values(verbs).map(({ example }) => example))("%s is understood", (example) => {
    const [, ...argv] = words(example.replace(/="([^"]*)"/, "=x"));
    expect(parseCommand(argv)).toHaveProperty("command.kind");
  });
});

it("understands anything, or says what is wrong with it", () => {
  const known = [...Object.keys(verbs), ...Object.keys(options).map((name) => `--${name}`), "/release", "--", "-h"];
  const word = fc.oneof(
    fc.constantFrom(...known),
    fc.tuple(fc.constantFrom(...known), fc.string()).map(([name, value]) => `${name}=${value}`),
    fc.string(),
    fc.constantFrom("__proto__", "--__proto__=1", "constructor", "--constructor", "v2.5.0", "", "--=", "-=", "\0"),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      try {
        expect(parseCommand(argv).command.kind).toEqual(expect.any(String));
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: "ReleaseFault", code: "input" });
        const { message, hint } = thrown as ReleaseFault;
        expect(message).not.toBe("");
        expect(hint).not.toBe("");
      }
    }),
    { numRuns: 2_000 },
  );
});
