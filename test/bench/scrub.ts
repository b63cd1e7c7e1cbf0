// Recall of the scrubber on secrets that other tools make, and harm to clean logs. `node test/bench/scrub.ts [clean log …]`
// Needs Go and Python 3 with their registries in reach; what it makes lies in a temporary folder and is deleted.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { createScrubber } from "#scrub";

import { cleanLog } from "./scrub/clean-log.ts";
import { type Sample, sources } from "./scrub/corpora.ts";
import { hiddenPart, noSecret } from "./scrub/fair.ts";
import { credSweeperSamples, secretlintSamples } from "./scrub/findings.ts";
import { trufflehogSamples } from "./scrub/go-vectors.ts";
import { exampleSamples } from "./scrub/rule-examples.ts";

const gitleaks = "github.com/zricethezav/gitleaks/v8@v8.30.1";
const folder = mkdtempSync(path.join(tmpdir(), "scrub-"));
const { text } = createScrubber({ secrets: [], ipAddresses: true });
const asInReleases = createScrubber({ secrets: [] });
const only = process.env["SCRUB_ONLY"] ?? "";

/** Each corpus by its name, made or fetched when it is its turn. */
const corpora: Readonly<Record<string, () => readonly Sample[]>> = {
  "gitleaks, its generators": gitleaksSamples,
  "faker, people": fakerSamples,
  trufflehog: () => trufflehogSamples(sources("trufflesecurity/trufflehog", folder)),
  kingfisher: () => exampleSamples(sources("mongodb/kingfisher", folder), "{data,crates/*/data}/rules/*.yml"),
  noseyparker: () => exampleSamples(sources("praetorian-inc/noseyparker", folder), "crates/*/data/default/**/*.yml"),
  secretlint: () => secretlintSamples(sources("secretlint/secretlint", folder)),
  CredSweeper: () => credSweeperSamples(sources("Samsung/CredSweeper", folder)),
  "detect-secrets": () => pythonSamples("detect-secrets", sources("Yelp/detect-secrets", folder)),
  presidio: () => pythonSamples("presidio", sources("microsoft/presidio", folder)),
};

try {
  for (const [title, make] of Object.entries(corpora)) if (title.includes(only)) tell(title, make());
  for (const log of [
    ["generated", cleanLog(10_000)] as const,
    gitLog(),
    ...process.argv.slice(2).map((file) => [file, readFileSync(file, "utf8")] as const),
  ])
    tellHarm(...log);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Each rule of gitleaks brings generated secrets; its own detector says where in a text they are. */
function gitleaksSamples(): readonly Sample[] {
  const found = execFileSync("go", ["mod", "download", "-json", gitleaks], { cwd: folder, encoding: "utf8" });
  const source = path.join(folder, "gitleaks");
  cpSync((JSON.parse(found) as { readonly Dir: string }).Dir, source, { recursive: true });
  writable(source);
  const validate = `package utils
import ("encoding/json"; "os"
"github.com/zricethezav/gitleaks/v8/cmd/generate/config/base"; "github.com/zricethezav/gitleaks/v8/config"; "github.com/zricethezav/gitleaks/v8/detect")
var out = json.NewEncoder(os.Stdout)
func one(r *config.Rule, text, path string) {
	cfg := base.CreateGlobalConfig()
	cfg.Rules = map[string]config.Rule{r.RuleID: *r}
	cfg.Keywords = map[string]struct{}{}
	for _, k := range r.Keywords { cfg.Keywords[k] = struct{}{} }
	for _, f := range detect.NewDetector(cfg).Detect(detect.Fragment{Raw: text, FilePath: path}) {
		out.Encode(map[string]string{"kind": r.RuleID, "text": text, "secret": f.Secret})
	}
}
func Validate(r config.Rule, tps []string, fps []string) *config.Rule { for _, tp := range tps { one(&r, tp, "") }; return &r }
func ValidateWithPaths(r config.Rule, tps map[string]string, fps map[string]string) *config.Rule { for p, tp := range tps { one(&r, tp, p) }; return &r }
`;
  writeFileSync(path.join(source, "cmd/generate/config/utils/validate.go"), validate);
  return lines("go", ["run", ".", path.join(folder, "rules.toml")], path.join(source, "cmd/generate/config"));
}

function fakerSamples(): readonly Sample[] {
  execFileSync("python3", ["-m", "venv", "python"], { cwd: folder });
  execFileSync("python/bin/pip", ["install", "--quiet", "faker==40.54.0"], { cwd: folder });
  const script = `import json, faker
f = faker.Faker("en_US"); faker.Faker.seed(7)
makers = {"email": f.email, "ssn": f.ssn, "iban": f.iban, "card": f.credit_card_number, "phone, named": f.phone_number}
for kind, make in makers.items():
    for _ in range(500):
        value = make()
        print(json.dumps({"kind": kind, "text": ("phone: " if "named" in kind else "user ") + value + " did it", "secret": value}))
`;
  return lines("python/bin/python", ["-c", script], folder);
}

function pythonSamples(tool: string, root: string): readonly Sample[] {
  execFileSync("python3", ["-m", "venv", "python"], { cwd: folder });
  execFileSync("python/bin/pip", ["install", "--quiet", "pytest", "responses", "detect-secrets==1.5.0"], {
    cwd: folder,
  });
  const script = path.join(import.meta.dirname, "scrub/vectors.py");
  return lines(path.join(folder, "python/bin/python"), [script, tool, root], folder);
}

function gitLog(): readonly [string, string] {
  return ["git log", execFileSync("git", ["log", "-500", "--stat", "--format=%H %s"], { encoding: "utf8" })];
}

function lines(program: string, args: readonly string[], cwd: string): readonly Sample[] {
  // The generator of gitleaks prints all samples first and then misses a template beside its working directory.
  const { stdout: printed } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  return printed
    .split("\n")
    .flatMap((line) => (line.startsWith("{") && !line.includes('"text":""') ? [JSON.parse(line) as Sample] : []));
}

function tell(title: string, samples: readonly Sample[]): void {
  const started = process.cpuUsage();
  const missed = samples.filter((sample) => survives(hiddenPart(sample.secret), text(sample.text)));
  const ms = Math.round(process.cpuUsage(started).user / 1000);
  const secrets = samples.filter((sample) => noSecret(sample) === undefined);
  const kept = missed.filter((sample) => noSecret(sample) === undefined);
  console.log(
    `${title}: ${ofAll(samples, missed)} found, ${ofAll(secrets, kept)} without those that hide nothing, ${ms} ms`,
  );
  for (const [why, all] of Map.groupBy(missed, (sample) => noSecret(sample) ?? ""))
    if (why !== "")
      console.log(`  stays: ${all.length}, ${why}, for example ${JSON.stringify(all[0]?.secret.slice(0, 60))}`);
  for (const [kind, all] of Map.groupBy(kept, (sample) => sample.kind))
    console.log(`  missed of ${kind}: ${all.length}, for example ${JSON.stringify(all[0]?.text.slice(0, 120))}`);
}

function ofAll(all: readonly Sample[], missed: readonly Sample[]): string {
  const found = all.length - missed.length;
  return `${found} of ${all.length} (${((found / all.length) * 100).toFixed(2)} %)`;
}

/** Half of a secret is a leak too. */
function survives(secret: string, scrubbed: string): boolean {
  const length = Math.max(Math.min(6, secret.length), Math.ceil(secret.length / 2));
  for (let from = 0; from + length <= secret.length; from += 1)
    if (scrubbed.includes(secret.slice(from, from + length))) return true;
  return false;
}

function tellHarm(name: string, log: string): void {
  const started = process.cpuUsage();
  const scrubbed = asInReleases.text(log).split("\n");
  const ms = process.cpuUsage(started).user / 1000;
  const all = log.split("\n");
  const changed = all.flatMap((line, index) => (line === scrubbed[index] ? [] : [scrubbed[index] ?? ""]));
  // People are in every log of git: they are counted apart.
  const harmed = changed.filter((line) => line.replaceAll("[REDACTED:email]", "").includes("[REDACTED:"));
  console.log(
    `${name}: ${all.length} lines, ${harmed.length} changed, ${changed.length - harmed.length} for e-mail addresses alone, ${Math.round((ms / all.length) * 10_000)} ms for 10,000 lines`,
  );
  for (const line of harmed.slice(0, 10)) console.log(`  changed: ${line.slice(0, 160)}`);
}

function writable(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) writable(file);
    else chmodSync(file, 0o644);
  }
}
