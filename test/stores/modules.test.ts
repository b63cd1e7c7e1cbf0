import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

import { cargo } from "../../packages/shell/stores/cargo.ts";
import { go } from "../../packages/shell/stores/go.ts";
import { sift } from "../../packages/shell/stores/sift.ts";
import type { Store } from "../../packages/shell/stores/store.ts";

const execute = promisify(execFile);
const signal = new AbortController().signal;
const hasGo = ["go version", "python3 --version"].every((command) => spawnSync("sh", ["-c", command]).status === 0);
const zip =
  "import sys, zipfile as z; a = z.ZipFile(sys.argv[1], 'w', z.ZIP_DEFLATED); [a.write(f) for f in sys.argv[2:]]";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-modules-"));
});
// Go makes what it unpacks read-only.
afterEach(async () => {
  await execute("chmod", ["-R", "u+w", directory]);
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();

const sifted = async ({ namedIn, nameOf }: Store, lock: string, from: string, to: string) =>
  sift({ from, to, named: namedIn([lock]), nameOf, signal });

(hasGo ? describe : describe.skip)("modules of Go", () => {
  const place = "example.org/!left/@v/v1.0.0";

  /** A module as `go mod download` leaves it, from a proxy that is a folder. */
  async function downloaded() {
    const [proxy, project, modules] = ["proxy", "project", "modules"].map((name) => path.join(directory, name)) as [
      string,
      string,
      string,
    ];
    const root = "example.org/Left@v1.0.0";
    await mkdir(path.join(proxy, path.dirname(place)), { recursive: true });
    await mkdir(path.join(directory, root), { recursive: true });
    await mkdir(project);
    const mod = "module example.org/Left\n";
    await writeFile(path.join(directory, root, "go.mod"), mod);
    await writeFile(path.join(directory, root, "left.go"), "package left\n\nconst Left = 1\n");
    await execute("python3", ["-c", zip, path.join(proxy, `${place}.zip`), `${root}/go.mod`, `${root}/left.go`], {
      cwd: directory,
    });
    await writeFile(path.join(proxy, `${place}.mod`), mod);
    await writeFile(path.join(proxy, `${place}.info`), '{"Version":"v1.0.0"}');
    await writeFile(path.join(project, "go.mod"), "module ours\n\nrequire example.org/Left v1.0.0\n");
    await writeFile(path.join(project, "main.go"), 'package main\n\nimport _ "example.org/Left"\n\nfunc main() {}\n');
    const env = {
      PATH: process.env["PATH"],
      HOME: directory,
      GOMODCACHE: modules,
      GOFLAGS: "-mod=mod",
      GONOSUMDB: "*",
      GOPROXY: `file://${proxy}`,
    };
    await execute("go", ["mod", "download", "all"], { cwd: project, env });
    const sum = await readFile(path.join(project, "go.sum"), "utf8");
    return { project, env, sum, cache: path.join(modules, "cache", "download") };
  }

  it("are kept as they were downloaded, by Go's own hashes, and Go takes them without a proxy", async () => {
    const { project, env, sum, cache } = await downloaded();
    const modules = path.join(directory, "restored");

    expect(await sifted(go, sum, cache, path.join(modules, "cache", "download"))).toBe(2);
    expect(await files(modules)).toEqual([`cache/download/${place}.mod`, `cache/download/${place}.zip`]);
    const { stdout } = await execute("go", ["list", "-deps", "./..."], {
      cwd: project,
      env: { ...env, GOMODCACHE: modules, GOPROXY: "off", GOFLAGS: "-mod=readonly" },
    });
    expect(stdout).toContain("example.org/Left");
  });

  it.each([".zip", ".mod"])("whose %s was changed are left, and so are notes of hashes", async (extension) => {
    const { sum, cache } = await downloaded();
    const file = path.join(cache, `${place}${extension}`);
    const content = await readFile(file);
    await execute("chmod", ["u+w", file]);
    // In the archive the last of them is in its directory, which is what Go reads.
    await writeFile(file, content.fill("x", content.lastIndexOf("Left"), content.lastIndexOf("Left") + 4));

    expect(await sifted(go, sum, cache, path.join(directory, "restored"))).toBe(1);
    expect(await files(path.join(directory, "restored"))).toEqual([
      `${place}${extension === ".mod" ? ".zip" : ".mod"}`,
    ]);
  });
});

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

describe("crates of Cargo", () => {
  const registry = "index.crates.io-1949cf8c6b5b557f";
  const lock = `version = 4

[[package]]
name = "ours"
version = "0.1.0"

[[package]]
name = "left"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${hash("left")}"
dependencies = ["right"]

[[package]]
name = "right"
version = "2.0.0+a"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${hash("right")}"
`;

  it("come through where the lock file has the digest of just that crate", async () => {
    const from = path.join(directory, "from");
    await mkdir(path.join(from, registry, "deeper"), { recursive: true });
    await writeFile(path.join(from, registry, "left-1.0.0.crate"), "left");
    await writeFile(path.join(from, registry, "right-2.0.0+a.crate"), "left");
    await writeFile(path.join(from, registry, "ours-0.1.0.crate"), "ours");
    await writeFile(path.join(from, registry, "deeper", "right-2.0.0+a.crate"), "right");
    await writeFile(path.join(from, "left-1.0.0.crate"), "right");

    expect(await sifted(cargo, lock, from, path.join(directory, "to"))).toBe(1);
    expect(await files(path.join(directory, "to"))).toEqual([`${registry}/left-1.0.0.crate`]);
  });
});
