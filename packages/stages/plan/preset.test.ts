import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { buildChangelog, defaultCommitTypes, parseCommit, readingOf } from "#changelog";
import { loadConfig } from "#config";
import { openGit } from "#git";
import { run } from "#process";

import { loadPreset } from "./preset.ts";
import { presetAt } from "./preset-at.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { signal } = new AbortController();

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "preset-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const own = async (code: string) => writeFile(path.join(directory, "preset.mjs"), code);
const place = { env: { ...process.env, GITHUB_TOKEN: "secret" }, signal, types: [] as readonly string[] };
const load = (wanted: Parameters<typeof loadPreset>[0], more = {}) =>
  loadPreset(wanted, { ...place, directory, ...more });

it("reads the sections of conventionalcommits as they are, in their order", async () => {
  const { preset, notTaken } = await load("conventionalcommits", { directory: root });

  const shown = (rows: typeof preset.types) =>
    rows.filter(({ hidden }) => hidden !== true).map(({ section }) => section);
  expect([...new Set(shown(preset.types))]).toEqual([...new Set(shown(defaultCommitTypes))]);
  expect(preset.types.find(({ type }) => type === "chore")?.hidden).toBe(true);
  expect(preset.header).toBeUndefined();
  expect(notTaken).toContain("writer.mainTemplate (the template is ours)");
});

it("gives a preset its settings", async () => {
  const types = [
    { type: "docs", section: "Manual" },
    { type: "feat", scope: "web", section: "Web" },
    { type: "feat", section: "New" },
  ];

  const { preset } = await load({ name: "conventionalcommits", types }, { directory: root });

  expect(preset.types.filter(({ hidden }) => hidden !== true)).toEqual(expect.arrayContaining(types));
});

it("reads a team's own: headers, words and the types that its commits use", async () => {
  await own(`export default () => ({
    parser: { headerPattern: /^\\[(\\w+)\\] (?:(\\w+) - )?(.*)$/i, headerCorrespondence: ["type", "scope", "subject"],
      breakingHeaderPattern: /^\\[\\w+\\] .*!$/, noteKeywords: ["BREAKING CHANGE", "DANGER"], issuePrefixes: ["#", "gh-"] },
    writer: { transform: (commit) => commit.type === "story" ? { ...commit, type: "Stories" } : undefined },
  });`);
  const { preset, notTaken } = await load("./preset.mjs", { types: ["story"] });
  const reading = readingOf(preset);
  const told = (message: string) => {
    const commit = { sha: "a".repeat(40), parents: [], author: { name: "", email: "" }, committedAt: 0, message };
    return buildChangelog([parseCommit(commit, reading)], {
      version: "1.0.0",
      date: "2026-01-01",
      types: preset.types,
      ...(reading === undefined ? {} : { reading }),
    });
  };

  expect(told("[Story] web - a basket").groups).toMatchObject([
    { title: "Stories", entries: [{ scope: "web", description: "a basket" }] },
  ]);
  expect(told("[story] all anew!").bump).toBe("major");
  expect(told("[chore] x\n\nDANGER: turn it off\nfirst").breaking).toMatchObject([
    { breakingNotes: ["turn it off\nfirst"] },
  ]);
  // What the specification understands is not lost to the team's pattern.
  expect(told("feat!: x").bump).toBe("major");
  expect(notTaken).toEqual(["parser.issuePrefixes gh- (say changelog.tickets)"]);
});

it("lets a preset see no token", async () => {
  await own(
    "export default () => { throw new Error(`it sees ${Object.keys(process.env).includes('GITHUB_TOKEN')}`); };",
  );

  await expect(load("./preset.mjs")).rejects.toThrow('"./preset.mjs" cannot be read: it sees false');
});

it.each([
  ["nobody-has-it", "", 'The changelog preset "nobody-has-it" is not here: Cannot find package'],
  ["./preset.mjs", "import 'nobody-has-it'; export default {};", "is not here: Cannot find package 'nobody-has-it'"],
  ["./preset.mjs", "export default () => { throw new Error('no such word'); };", "cannot be read: no such word"],
  ["./preset.mjs", "export default {", "cannot be read: Unexpected end of input"],
  ["./preset.mjs", "process.exit(0);", "cannot be read: it ended the process that read it"],
  ["./preset.mjs", "export default () => ({ parser: { noteKeywords: 7 } });", "its answer makes no sense"],
])("says what is wrong with %s: %s", async (name, code, message) => {
  await own(code);

  await expect(load(name)).rejects.toMatchObject({ code: "config", message: expect.stringContaining(message) });
});

it("ends a preset that hangs", async () => {
  await own("setInterval(() => {}, 1000); await new Promise(() => {});");

  await expect(load("./preset.mjs", { timeoutMs: 300 })).rejects.toThrow("it was not read within 0.3 s");
});

async function at(yaml: string) {
  const { config } = loadConfig({ text: yaml, path: "it.yml", targets: ["local"], monitors: ["proxy"] });
  const author = { name: "Ines", email: "ines@acme.example" };
  const clone = await openGit({ directory, remote: "./", author, signal });
  const sha = (await clone.resolve("HEAD")) ?? "";
  return presetAt({ git: clone, surroundings: { cwd: directory, env: place.env, signal } }, { config, sha });
}

describe("at a commit", () => {
  const people = { GIT_CONFIG_GLOBAL: "/dev/null", HOME: "/nonexistent" };
  const git = (...args: readonly string[]) =>
    run(["git", "-c", "user.name=Ines", "-c", "user.email=ines@acme.example", ...args], {
      cwd: directory,
      env: people,
    });
  beforeEach(async () => {
    await git("init", "--quiet", "--initial-branch=main");
    await own(
      "import { section } from 'acme-words'; export default { writer: { transform: () => ({ type: section }) } };",
    );
    await git("add", ".");
    await git("commit", "--quiet", "-m", "wish: a basket");
  });

  const words = "node_modules/acme-words";
  const install = (section: string) =>
    `mkdir -p ${words} && echo 'export const section = "${section}"' > ${words}/index.mjs && ` +
    `echo '{"name":"acme-words","exports":"./index.mjs"}' > ${words}/package.json`;

  it("takes the packages of the clone, and the files of the commit", async () => {
    await mkdir(path.join(directory, words), { recursive: true });
    await run(["sh", "-c", install("Here")], { cwd: directory });
    await own("throw new Error('nobody committed this')");

    const read = await at("changelog: { preset: ./preset.mjs }");

    expect(read?.preset.types.find(({ type }) => type === "wish")?.section).toBe("Here");
  });

  it("installs what is missing elsewhere, and leaves the clone as it was", async () => {
    const read = await at(`changelog: { preset: ./preset.mjs }\ngates: { setup: ${JSON.stringify(install("There"))} }`);

    expect(read?.preset.types[0]?.section).toBe("There");
    expect(await readdir(directory)).toEqual([".git", "preset.mjs"]);
  });

  it("starts nothing where nobody said how to install", async () => {
    await expect(at("changelog: { preset: ./preset.mjs }")).rejects.toMatchObject({
      message: expect.stringContaining("is not here: Cannot find package 'acme-words'"),
      hint: expect.stringContaining("gates.setup"),
    });
    await expect(at("changelog: { preset: ./preset.mjs }\ngates: { setup: 'echo no >&2; false' }")).rejects.toThrow(
      "gates.setup failed: no",
    );
  });
});
