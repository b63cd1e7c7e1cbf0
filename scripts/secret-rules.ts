// Takes the shapes of tokens out of gitleaks' own rules: `node scripts/secret-rules.ts …/gitleaks/v8@v8.30.1`
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = process.argv[2];
if (source === undefined)
  throw new Error("Say where gitleaks is: go mod download -json github.com/zricethezav/gitleaks/v8@v8.30.1");
const version = /@v(?<version>[\d.]+)/.exec(source)?.groups?.["version"];
const toml = readFileSync(path.join(source, "config/gitleaks.toml"), "utf8");

/** Rules of a shape that is not a token's own; ours do what they do, see `shapes.ts` and `assigned.ts`. */
const ours =
  /^(?:private-key|jwt|curl-|kubernetes-|nuget-|freemius-|microsoft-teams|sidekiq-|slack-|github-|gitlab-|stripe-|npm-|gcp-)/;
/** What surrounds a value of which only the name tells: `assigned.ts` looks for those names. */
const named = "[\\w.-]{0,50}?(?";

const rules = toml
  .split("[[rules]]")
  .slice(1)
  .flatMap((text) => {
    const id = /^id = "(?<id>[^"]+)"/m.exec(text)?.groups?.["id"] ?? "";
    const regex = /^regex = '''(?<regex>.*)'''$/m.exec(text)?.groups?.["regex"];
    const keywords = [...(/^keywords = \[(?<all>[^\]]*)\]/m.exec(text)?.groups?.["all"] ?? "").matchAll(/"([^"]+)"/g)];
    return regex === undefined ? [] : [{ id, regex, keywords: keywords.map(([, word]) => word ?? "") }];
  });

const tokens = rules.filter(({ id, regex }) => !regex.includes(named) && !ours.test(id));
const byName = rules.filter(({ id, regex }) => regex.includes(named) && id !== "generic-api-key");

const lines = Map.groupBy(tokens, ({ id }) => id.split("-", 1)[0] ?? "");
const data = [...lines].map(
  ([provider, all]) => `${provider} ${[...new Set(all.map(({ regex }) => translated(regex)))].join("|")}`,
);
// None that this language does not read.
data.map((line) => new RegExp(line.slice(line.indexOf(" ") + 1)));
const names = new Set(byName.flatMap(({ keywords }) => keywords).map((word) => word.replaceAll(/[._-]+/g, "[_-]?")));
const providers = [...names]
  .filter((word) => /^[a-z]/.test(word) && !/password|^(?:live|test)\b|contribsys/.test(word))
  .toSorted();

const module = `/*! Made by scripts/secret-rules.ts from the rules of gitleaks ${version ?? ""}, MIT licence, Copyright (c) 2019 Zachary Rice. */

/** Tokens that their own shape gives away: a line for each who issues them, its name and the expression. */
export const issued = String.raw\`
${data.join("\n")}
\`;

/** Who issues secrets without a shape: near such a name a random value is one. */
export const issuers =
  "${providers.join("|")}";
`;
writeFileSync(fileURLToPath(new URL("../packages/scrub/gitleaks.ts", import.meta.url)), module);

/** Go's expression in JavaScript, without what bounds it: the reader has bounds of its own for all. */
function translated(regex: string): string {
  const bare = regex
    .replace(/\(\?:\[\\x60'"\\s;\]\|\\\\\[nr\]\|\$(?:\|\\b)?\)$/, "")
    .replace(/\(\?:\[\^[^\]]*\]\|\\z\)$/, "")
    .replace(/\(\?:\$\|\[[^\]]*\]\)$/, "")
    .replace(/^\(\?:\^\|\[[^\]]*\]\)/, "")
    .replaceAll("[[:alnum:]]", "[a-zA-Z0-9]")
    .replaceAll("\\b", "")
    // Any commit has this shape.
    .replace("|[a-fA-F0-9]{40})", ")");
  const sensitive = bare.startsWith("(?i)") ? `(?i:${bare.slice(4).replaceAll("(?i)", "")})` : bare;
  const at = sensitive.indexOf("(?i)");
  // From here to the end of the group in which it stands.
  const scoped = at < 0 ? sensitive : `${sensitive.slice(0, at)}(?i:${closedAt(sensitive.slice(at + 4))}`;
  return shorter(scoped);
}

/** The text with `)` where the group that it begins in ends. */
function closedAt(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === "(") depth += 1;
    else if (text[index] === ")" && depth-- === 0) return `${text.slice(0, index)})${text.slice(index)}`;
  }
  return `${text})`;
}

/** The same in fewer bytes: no capturing groups around the whole, `\w` for what it stands for. */
function shorter(text: string): string {
  const short = text
    .replaceAll(/\[0-9a-zA-Z_\\?-\]|\[a-zA-Z0-9_\\?-\]|\[0-9a-zA-Z_\\-\]/g, "[\\w-]")
    .replaceAll("\\/", "/")
    .replaceAll("\\=", "=");
  const whole = /^\((?!\?)(?<inner>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)$/.exec(short)?.groups?.["inner"];
  return (whole ?? short).replaceAll(/(?<!\\)\((?!\?)/g, "(?:");
}
