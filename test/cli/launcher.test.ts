import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";

import { run } from "#process";

import { codeOf } from "./world.ts";

jest.setTimeout(30_000);

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const launcher = path.join(checkout, "bin", "release.js");
let root = "";

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "release-launcher-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A checkout with nothing but its launcher, and what `files` adds. */
async function bareCheckout(name: string): Promise<string> {
  const directory = path.join(root, name);
  await mkdir(path.join(directory, "bin"), { recursive: true });
  await copyFile(launcher, path.join(directory, "bin", "release.js"));
  await writeFile(path.join(directory, "package.json"), '{ "type": "module" }');
  return directory;
}

/** One whose command is this script. */
async function checkoutWith(name: string, script: string): Promise<string> {
  const directory = await bareCheckout(name);
  await mkdir(path.join(directory, "node_modules", "zod"), { recursive: true });
  await mkdir(path.join(directory, "node_modules", "node", "bin"), { recursive: true });
  await mkdir(path.join(directory, "packages", "cli"), { recursive: true });
  await symlink(process.execPath, path.join(directory, "node_modules", "node", "bin", "node"));
  await writeFile(path.join(directory, "packages", "cli", "main.ts"), script);
  return directory;
}

/** What a reader of the syntax of Node 14 has against a module. */
function read(code: string): readonly unknown[] {
  return new Linter().verify(code, { languageOptions: { ecmaVersion: 2020, sourceType: "module" } });
}

const launcherOf = (directory: string) => path.join(directory, "bin", "release.js");

describe("before installation", () => {
  it("says what to do", async () => {
    const directory = await bareCheckout("bare");

    const { exitCode, stderr, stdout } = await run([process.execPath, launcherOf(directory), "status"], { cwd: root });

    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/is not installed in .*bare yet\.\nRun there: npm ci\nThen: npx release --help\n$/);
  });

  it.each(["bin/release.js", "scripts/ensure-installed.js"])("%s can be read by Node 14", async (file) => {
    const text = await readFile(path.join(checkout, file), "utf8");

    expect(read(text)).toEqual([]);
    // That this reader would notice: newer than Node 14.
    expect(read("const a = {}; a.b ??= 1;")).toHaveLength(1);
    expect(read("await 1;")).toHaveLength(1);
  });
});

describe("once installed", () => {
  it.each([0, 2, 5])("ends with the exit code of the command: %i", async (code) => {
    const directory = await checkoutWith(`code-${code}`, `console.log(process.argv.slice(2)); process.exit(${code});`);

    const { exitCode, stdout } = await run([process.execPath, launcherOf(directory), "start", "--version=1 2"]);

    expect([exitCode, stdout]).toEqual([code, "[ 'start', '--version=1 2' ]\n"]);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("passes %s on and waits for what the command makes of it", async (signal) => {
    const script = `process.on("${signal}", () => setTimeout(() => process.exit(3), 50)); setInterval(() => {}, 1000); console.log("ready");`;
    const directory = await checkoutWith(signal, script);
    const child = spawn(process.execPath, [launcherOf(directory)], { stdio: ["ignore", "pipe", "ignore"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));

    child.kill(signal);

    expect(await codeOf(child)).toBe(3);
  });

  it("ends by the signal that ended the command", async () => {
    const directory = await checkoutWith(
      "killed",
      'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);',
    );
    const child = spawn(process.execPath, [launcherOf(directory)], { stdio: "ignore" });

    expect(await codeOf(child)).toBe("SIGKILL");
  });

  it("says so when its Node cannot be started", async () => {
    const directory = await checkoutWith("broken", "");
    const node = path.join(directory, "node_modules", "node", "bin", "node");
    await rm(node);
    await writeFile(node, "not a program");
    await chmod(node, 0o644);

    const { exitCode, stderr } = await run([process.execPath, launcherOf(directory)]);

    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("Run: npm ci")]);
  });
});

describe("in this checkout", () => {
  it("npx release --help lists the commands", async () => {
    const { exitCode, stdout } = await run(["npx", "--no-install", "release", "--help"], { cwd: checkout });

    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("release start --version=")]);
  });

  it("a demo of nonsense is refused with the menu", async () => {
    const argv = ["npm", "run", "--silent", "demo", "--", "--fault", "nonsense"] as const;
    const { exitCode, stdout, stderr } = await run(argv, { cwd: checkout });

    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('There is no demo of the fault "nonsense"');
    expect(stderr).toContain("Use one of: unit, staging-smoke");
  });
});
