import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { semgrepSamples } from "./annotated.ts";
import { type Sample, sources } from "./corpora.ts";
import { microsoftSamples } from "./drawn.ts";
import { credSweeperSamples, leaktkSamples, secretlintSamples } from "./findings.ts";
import { changeable, generated, goModule, printed, scalibrSamples } from "./go-tools.ts";
import { trufflehogSamples } from "./go-vectors.ts";
import { ripsecretsSamples } from "./lines.ts";
import { exampleSamples } from "./rule-examples.ts";

type Make = (folder: string) => readonly Sample[];

const gitleaks = "github.com/zricethezav/gitleaks/v8@v8.30.1";
const kingfisher: Make = (folder) =>
  exampleSamples(
    sources("mongodb/kingfisher@ee7c0db3ef87575768f817820c24736249ffcdef", folder),
    "{data,crates/*/data}/rules/*.yml",
  );
const noseyparker: Make = (folder) =>
  exampleSamples(
    sources("praetorian-inc/noseyparker@2e6e7f36ce36619852532bbe698d8cb7a26d2da7", folder),
    "crates/*/data/default/**/*.yml",
  );

/** Corpora that the rules were made with. */
export const read: Readonly<Record<string, Make>> = {
  gitleaks: (folder) => generated(goModule(gitleaks, folder), "detect.Fragment{Raw: text, FilePath: path}"),
  "faker (American)": fakerSamples,
  trufflehog: (folder) =>
    trufflehogSamples(sources("trufflesecurity/trufflehog@3ab759fef4bb5935d4fe9ac68b503d05346b8364", folder)),
  kingfisher,
  noseyparker,
  secretlint: (folder) =>
    secretlintSamples(sources("secretlint/secretlint@18346ba31b8173d52060b971221ab38c1943def0", folder)),
  CredSweeper: (folder) =>
    credSweeperSamples(sources("Samsung/CredSweeper@1ed2ca5cdd480667b938024464a37589b9af8564", folder)),
  "detect-secrets": (folder) =>
    pythonSamples(
      "detect-secrets",
      sources("Yelp/detect-secrets@5e141933554a0b74e7341841f318be21e895339c", folder),
      folder,
    ),
  presidio: (folder) =>
    pythonSamples("presidio", sources("microsoft/presidio@0aa9f8e44275cb52c00fbbebe19168e934e1f076", folder), folder),
};

/** Corpora that came later: measured before a rule was changed for them. */
export const later: Readonly<Record<string, Make>> = {
  betterleaks: betterleaksSamples,
  titus: (folder) => {
    const seen = new Set([...kingfisher(folder), ...noseyparker(folder)].map(({ text }) => text));
    const root = sources("praetorian-inc/titus@369d8dc4359a2d70629e0fe7732d3244a3315efc", folder);
    return exampleSamples(root, "pkg/rule/rules/*.yml").filter(({ text }) => !seen.has(text));
  },
  semgrep: (folder) =>
    semgrepSamples(sources("semgrep/semgrep-rules@157ae4706d7f54aa33647332f234dd68f30da195", folder)),
  "security-utilities": (folder) =>
    microsoftSamples(sources("microsoft/security-utilities@638ad20eb4d446319a31e9c0ed293d087b4ffa55", folder)),
  whispers: (folder) =>
    pythonSamples("whispers", sources("Skyscanner/whispers@5832bf74dcb127128ba653ed87601c927124b5aa", folder), folder),
  scrubadub: (folder) =>
    pythonSamples(
      "scrubadub",
      sources("LeapBeyond/scrubadub@53772cbef417da290d25c95373031f786ab3b5c6", folder),
      folder,
    ),
  "faker (15 countries)": (folder) => pythonSamples("faker", folder, folder),
  leaktk: (folder) =>
    leaktkSamples(
      sources("leaktk/patterns@2170b0886278a58f140a882d8bb85e78c70dafed", folder),
      sources("leaktk/fake-leaks@7ba6ca3ea2f165ecd61276c7460f2facdb313c87", folder),
    ),
  "osv-scalibr": (folder) => scalibrSamples(goModule("github.com/google/osv-scalibr@v0.5.3", folder)),
};

/** Corpora of which nobody looked at what is missed: measured when the rules were done, and no rule is to be made from them. */
export const unread: Readonly<Record<string, Make>> = {
  ripsecrets: (folder) =>
    ripsecretsSamples(sources("sirwart/ripsecrets@416e9d04d6ba8941fc3106bf986b6c8aa875767e", folder)),
};

/** Of the successor of gitleaks, the rules that gitleaks has not. */
function betterleaksSamples(folder: string): readonly Sample[] {
  const found = execFileSync("go", ["mod", "download", "-json", gitleaks], { cwd: folder, encoding: "utf8" });
  const rules = readFileSync(
    path.join((JSON.parse(found) as { readonly Dir: string }).Dir, "config/gitleaks.toml"),
    "utf8",
  );
  const root = sources("betterleaks/betterleaks@6381fa45ae946c588e2e1334d8396a15e5171ad6", folder);
  const fragment = "sources.Fragment{Raw: text, Attributes: map[string]string{sources.AttrPath: path}}";
  return generated(changeable(root, folder), fragment).filter(({ kind }) => !rules.includes(`id = "${kind}"`));
}

function fakerSamples(folder: string): readonly Sample[] {
  const script = `import json, faker
f = faker.Faker("en_US"); faker.Faker.seed(7)
makers = {"email": f.email, "ssn": f.ssn, "iban": f.iban, "card": f.credit_card_number, "phone, named": f.phone_number}
for kind, make in makers.items():
    for _ in range(500):
        value = make()
        print(json.dumps({"kind": kind, "text": ("phone: " if "named" in kind else "user ") + value + " did it", "secret": value}))
`;
  return printed(python(folder), ["-c", script], folder);
}

function pythonSamples(tool: string, root: string, folder: string): readonly Sample[] {
  return printed(python(folder), [path.join(import.meta.dirname, "vectors.py"), tool, root], folder);
}

/** With what the tests of those tools import. */
function python(folder: string): string {
  execFileSync("python3", ["-m", "venv", "python"], { cwd: folder });
  const needed =
    "pytest responses detect-secrets==1.5.0 faker==40.54.0 luhn==0.2.0 lxml==5.3.0 astroid==4.3.4 beautifulsoup4==4.12.3 jproperties==2.1.1 levenshtein==0.27.5 pyyaml==6.0.2";
  execFileSync("python/bin/pip", ["install", "--quiet", ...needed.split(" ")], { cwd: folder });
  return path.join(folder, "python/bin/python");
}
