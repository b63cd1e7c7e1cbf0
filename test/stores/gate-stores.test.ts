import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

import { openStores, type Runner } from "#shell";
import type { Tested } from "#stages";

import type { Limits } from "../../packages/shell/stores/gate-stores.ts";
import { startCacheService, type CacheStandIn } from "../support/cache-service.ts";
import { startNpmRegistry, type NpmRegistry } from "../support/npm-registry.ts";

const execute = promisify(execFile);

let directory = "";
let service: CacheStandIn;
let registry: NpmRegistry;
let said: string[] = [];
let machines = 0;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-stores-"));
  service = await startCacheService();
  registry = await startNpmRegistry(path.join(directory, "registry"));
  said = [];
});
afterEach(async () => {
  await Promise.all([service.stop(), registry.stop()]);
  await rm(directory, { recursive: true, force: true });
});

/** A runner that was never used: its home is empty, and the checkout holds a project that wants one package. */
async function newMachine(env: Readonly<Record<string, string>> = service.env, limits?: Limits) {
  machines += 1;
  const home = path.join(directory, `home-${machines}`);
  const cwd = path.join(home, "work");
  await mkdir(cwd, { recursive: true });
  const lock = registry.locked("ours", `1.0.${machines}`);
  await writeFile(path.join(cwd, "package.json"), JSON.stringify({ name: "ours", dependencies: { left: "1.0.0" } }));
  await writeFile(path.join(cwd, "package-lock.json"), lock);
  const variables = { PATH: process.env["PATH"], HOME: home, NODE_OPTIONS: "--no-warnings" };
  const runner: Runner = {
    env: { ...variables, ...env },
    cwd,
    temp: path.join(home, "temp"),
    attempt: 1,
    noArtifacts: undefined,
    say: (text) => void said.push(text),
    signal: new AbortController().signal,
  };
  const stores = await openStores(runner, limits);
  const store = path.join(home, ".npm", "_cacache");
  const install = () => execute("npm", ["ci", "--no-audit", "--no-fund"], { cwd, env: variables });
  return { stores, install, home, cwd, store, tested: tested({ "package-lock.json": lock }) };
}

function tested(files: Readonly<Record<string, string>>, releaseType: Tested["releaseType"] = "standard"): Tested {
  return {
    releaseType,
    paths: async () => Object.keys(files),
    read: async (paths) => new Map(paths.map((file) => [file, files[file] ?? ""])),
  };
}

/** A machine that restored nothing, installed and kept what it had. */
async function kept(): Promise<string> {
  const { stores, install, tested: commit } = await newMachine();
  await stores?.restore(commit);
  await install();
  await stores?.save();
  expect(service.keys()).toHaveLength(1);
  return service.keys()[0] ?? "";
}

/** An archive as the client of caches makes it, of whatever a shell puts there. */
async function archiveOf(commands: string, pack = "tar -P -czf ../archive.tgz store"): Promise<Buffer> {
  const place = await mkdtemp(path.join(directory, "archive-"));
  await execute("sh", ["-ec", `mkdir store; ${commands}\n${pack}`], { cwd: place });
  return readFile(path.join(directory, "archive.tgz"));
}

describe("package stores of a leg", () => {
  it("restores what an earlier leg kept: npm downloads nothing, though the project's own version is another", async () => {
    const key = await kept();
    const { stores, install, tested: commit, cwd } = await newMachine();

    await stores?.restore(commit);
    await install();
    await stores?.save();

    expect(registry.downloads()).toBe(1);
    expect(await readFile(path.join(cwd, "node_modules/left/index.js"), "utf8")).toBe("module.exports = 1;\n");
    expect(service.keys()).toEqual([key]);
    expect(said.at(-1)).toBe("cache: npm: restored 1 of 1 packages");
  });

  it("keeps nothing of a hotfix, and nothing without a lock file", async () => {
    const { stores, install, cwd } = await newMachine();
    const lock = await readFile(path.join(cwd, "package-lock.json"), "utf8");
    await stores?.restore(tested({ "package-lock.json": lock }, "hotfix"));
    await stores?.restore(tested({ "package.json": "{}", "node_modules/a/package-lock.json": lock }));
    await install();

    await stores?.save();

    expect(service.calls()).toEqual(["GetCacheEntryDownloadURL"]);
  });

  it("does nothing where the run keeps no caches", async () => {
    const { ACTIONS_RUNTIME_TOKEN: token = "", ...rest } = service.env;

    expect((await newMachine({})).stores).toBeUndefined();
    expect((await newMachine(rest)).stores).toBeUndefined();
    expect((await newMachine({ ...service.env, ACTIONS_CACHE_MODE: "none" })).stores).toBeUndefined();
    expect(
      (await newMachine({ ACTIONS_CACHE_URL: "no address", ACTIONS_RUNTIME_TOKEN: token })).stores,
    ).toBeUndefined();
  });
});

describe("a poisoned cache", () => {
  it("gives npm no package that the lock file does not name, and no index", async () => {
    const key = await kept();
    const other = createHash("sha512").update("evil").digest("hex");
    const evil = `sha512/${other.slice(0, 2)}/${other.slice(2, 4)}`;
    const { stores, install, tested: commit, store, cwd } = await newMachine();
    const named = Buffer.from(
      /sha512-(?<digest>[^"]+)/.exec(registry.locked("", ""))?.groups?.["digest"] ?? "",
      "base64",
    ).toString("hex");
    const place = `sha512/${named.slice(0, 2)}/${named.slice(2, 4)}`;
    service.poison(
      key,
      await archiveOf(`
        mkdir -p store/${evil} store/${place} store/index-v5 store/_npx
        printf evil > store/${evil}/${other.slice(4)}
        printf evil > store/${place}/${named.slice(4)}
        printf evil > store/index-v5/aa`),
    );

    await stores?.restore(commit);

    expect(said.at(-1)).toBe("cache: npm: restored 0 of 1 packages");
    expect(await readdir(store).catch(() => [])).toEqual([]);
    await install();
    expect(await readFile(path.join(cwd, "node_modules/left/index.js"), "utf8")).toBe("module.exports = 1;\n");
    expect(registry.downloads()).toBe(2);
  });

  it.each([
    ["an absolute path", (outside: string) => `tar -P --transform=s,^store/a$,${outside}, -czf ../archive.tgz store/a`],
    ["a path upwards", () => "tar -P --transform=s,^store/a$,../../../../escaped, -czf ../archive.tgz store/a"],
    [
      "a link and a file behind it",
      (outside: string) => `ln -s ${path.dirname(outside)} store/link; tar -cf ../archive.tar store/link; rm store/link
        mkdir store/link; touch store/link/escaped; tar -rf ../archive.tar store/link/escaped
        gzip -c ../archive.tar > ../archive.tgz`,
    ],
  ])("writes nothing outside by %s", async (_, pack) => {
    const key = await kept();
    const { stores, tested: commit, home, store } = await newMachine();
    const archive = await archiveOf("touch store/a", pack(path.join(home, "escaped")));
    service.poison(key, archive);

    await stores?.restore(commit);

    expect(await readdir(home)).not.toContain("escaped");
    expect(await readdir(path.join(home, "temp", "release-stores"))).toEqual([]);
    expect(await readdir(store).catch(() => [])).toEqual([]);
  });
});

describe("a service that is out of order", () => {
  it.each([
    ["answers 500", { status: 500, body: "{}" }, "it answered 500"],
    ["answers rubbish", { status: 200, body: "<html>" }, "not valid JSON"],
    ["answers something else", { status: 200, body: '{"ok":"maybe"}' }, "expected boolean"],
  ])("%s: it is said, and the gates go on", async (_, answer, why) => {
    const { stores, tested: commit } = await newMachine();
    service.answer(answer);

    await stores?.restore(commit);

    expect(said).toEqual([expect.stringMatching(/^cache: npm was not restored: /)]);
    expect(said[0]).toContain(why);
  });

  it("sends an archive that is none", async () => {
    const key = await kept();
    service.poison(key, Buffer.from("no archive"));
    const { stores, tested: commit } = await newMachine();

    await stores?.restore(commit);

    expect(said.at(-1)).toMatch(/^cache: npm was not restored: the archive is damaged/);
  });

  it("never answers: the gates do not wait for it", async () => {
    const { stores, tested: commit } = await newMachine(service.env, { restoreMs: 900, saveMs: 900 });
    service.answer("never");

    await stores?.restore(commit);

    // A slow machine does not even come to ask.
    expect(said).toEqual([expect.stringMatching(/^cache: (npm|nothing) was (not )?restored: it took /)]);
  });

  it("never answers whoever keeps: that process is ended", async () => {
    const { stores, install, tested: commit } = await newMachine(service.env, { restoreMs: 30_000, saveMs: 900 });
    await stores?.restore(commit);
    await install();
    service.answer("never");

    await stores?.save();

    expect(said).toEqual(["cache: npm was not kept: it took more than 0.9 s; the gates need none"]);
  });

  it("refuses to keep: it is said", async () => {
    await kept();
    const { stores, install, tested: commit } = await newMachine();
    service.answer({ status: 403, body: '{"msg":"cache write denied: read only"}' });
    await stores?.restore(commit);
    await install();

    await stores?.save();

    expect(said.at(-1)).toMatch(/^cache: npm: not kept: Failed to save: Unable to reserve cache/);
  });
});
