import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Sample } from "./corpora.ts";

/** A copy of a Go module in `folder` that may be changed, at a fixed version. */
export function goModule(module: string, folder: string): string {
  const found = execFileSync("go", ["mod", "download", "-json", module], { cwd: folder, encoding: "utf8" });
  return changeable((JSON.parse(found) as { readonly Dir: string }).Dir, folder);
}

/** A copy that may be changed: sources stay as they are. */
export function changeable(from: string, folder: string): string {
  const copy = path.join(folder, `${path.basename(from)}-copy`);
  cpSync(from, copy, { recursive: true });
  writable(copy);
  return copy;
}

/**
 * Each rule of gitleaks and of its successor brings generated secrets and texts without one; its own detector says where in
 * a text they are.
 */
export function generated(source: string, fragment: string): readonly Sample[] {
  const file = path.join(source, "cmd/generate/config/utils/validate.go");
  const original = readFileSync(file, "utf8");
  const module = /^module (?<name>\S+)/m.exec(readFileSync(path.join(source, "go.mod"), "utf8"))?.groups?.["name"];
  writeFileSync(
    file,
    `package utils
import ("encoding/json"; "os"; "strings"
"${module}/cmd/generate/config/base"; "${module}/config"; "${module}/detect"; "${module}/sources"; "${module}/logging")
var out = json.NewEncoder(os.Stdout)
var _, _ = logging.Fatal, sources.Fragment{}
func tell(r *config.Rule, text, path string, clean bool) {
	fragment := ${fragment}
	for _, f := range createSingleRuleDetector(r).Detect(fragment) {
		if !clean { out.Encode(map[string]any{"kind": r.RuleID, "text": text, "secret": f.Secret}) }
	}
	if clean { out.Encode(map[string]any{"kind": r.RuleID, "text": text, "secret": "", "clean": true}) }
}
func Validate(r config.Rule, tps []string, fps []string) *config.Rule {
	for _, text := range tps { tell(&r, text, "", false) }
	for _, text := range fps { tell(&r, text, "", true) }
	return &r
}
func ValidateWithPaths(r config.Rule, tps map[string]string, fps map[string]string) *config.Rule {
	for path, text := range tps { tell(&r, text, path, false) }
	for path, text := range fps { tell(&r, text, path, true) }
	return &r
}
${original.slice(original.indexOf("func createSingleRuleDetector"))}`,
  );
  return printed("go", ["run", ".", path.join(source, "rules.toml")], path.join(source, "cmd/generate/config"));
}

/** What the detectors of osv-scalibr are tested with: its engine prints each text and what was found in it. */
export function scalibrSamples(source: string): readonly Sample[] {
  const file = path.join(source, "veles/detect.go");
  writeFileSync(
    file,
    readFileSync(file, "utf8")
      .replace("import (\n", 'import (\n\t"encoding/json"\n\t"os"\n')
      .replace(
        "// detectAll returns",
        `func tellOf(kind string, data []byte, found []Secret) {
	to, _ := os.OpenFile(os.Getenv("SAMPLES"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	defer to.Close()
	one, _ := json.Marshal(map[string]any{"kind": kind, "text": string(data), "found": found})
	to.Write(append(one, '\\n'))
}

// detectAll returns`,
      )
      .replace(
        "ss, _ := d.Detect(data)\n",
        'ss, _ := d.Detect(data)\n\t\ttellOf(strings.TrimPrefix(fmt.Sprintf("%T", d), "*"), data, ss)\n',
      )
      .replace('"io"\n', '"io"\n\t"strings"\n'),
  );
  // As it stands, not behind a thousand signs and not glued to itself: that tests the engine.
  const accept = path.join(source, "veles/velestest/accept.go");
  writeFileSync(
    accept,
    readFileSync(accept, "utf8").replace(
      /(func AcceptDetector\([^\n]*\{\n)/,
      "$1\tif e, err := veles.NewDetectionEngine([]veles.Detector{d}); err == nil {\n\t\te.Detect(t.Context(), strings.NewReader(example))\n\t}\n\tt.SkipNow()\n",
    ),
  );
  const samples = path.join(source, "samples.jsonl");
  spawnSync("go", ["test", "-count=1", "-vet=off", "./veles/secrets/..."], {
    cwd: source,
    env: { ...process.env, SAMPLES: samples },
    stdio: "ignore",
  });
  return [...new Set(readFileSync(samples, "utf8").trim().split("\n"))].flatMap((line) =>
    samplesOf(JSON.parse(line) as Told),
  );
}

interface Told {
  readonly kind: string;
  readonly text: string;
  readonly found: readonly unknown[] | null;
}

/** Fields of what was found that stand in the text; an id beside its secret is a public name. */
function samplesOf({ kind, text, found }: Told): readonly Sample[] {
  if (text.length > 20_000) return [];
  if (found === null || found.length === 0) return [{ kind, text, secret: "", clean: true }];
  return found.flatMap((one) =>
    Object.entries(one as Record<string, unknown>)
      .filter(([name, value]) => !/^(?:.*ID|.*URL|Username|Email|Host)$/i.test(name) && typeof value === "string")
      .map(([, value]) => String(value))
      .filter((value) => value !== "" && text.includes(value))
      .map((secret) => ({ kind, text, secret })),
  );
}

/** Samples that a program prints, one in a line. Some end in an error after the last. */
export function printed(program: string, args: readonly string[], cwd: string): readonly Sample[] {
  const { stdout } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  return stdout
    .split("\n")
    .flatMap((line) => (line.startsWith("{") && !line.includes('"text":""') ? [JSON.parse(line) as Sample] : []));
}

function writable(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) writable(file);
    else if (entry.isFile()) chmodSync(file, 0o644);
  }
}
