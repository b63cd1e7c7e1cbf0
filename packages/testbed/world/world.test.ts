import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { loadConfig, type Config } from "#config";
import { runGate } from "#gates";
import { run } from "#process";
import { runSmoke } from "#smoke";
import { createWorld, openWorld, type World } from "./index.ts";

const root = fileURLToPath(new URL("../../../.demo", import.meta.url));
mkdirSync(root, { recursive: true });
const directory = mkdtempSync(join(root, "world-"));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function git(world: World, ...args: readonly string[]): Promise<string> {
  const result = await run(["git", ...args], { cwd: world.repositoryDirectory, env: { ...world.env } });
  return result.exitCode === 0 ? result.stdout.trim() : result.stderr;
}

describe("the world of the shop", () => {
  let world: World;
  const checkout = (): string => join(world.repositoryDirectory, ".release-command", "work", "checkout");

  beforeAll(async () => {
    world = await createWorld({ directory: join(directory, "full") });
  }, 120_000);

  afterAll(() => world.stop(), 20_000);

  it("serves the last release in staging and production", async () => {
    for (const [url, environment] of [
      [world.stagingUrl, "staging"],
      [world.productionUrl, "production"],
    ] as const) {
      const health: unknown = await (await fetch(`${url}/health`)).json();
      expect(health).toEqual({ status: "ok", version: "2.4.0", environment });
    }
    const { total } = (await (await fetch(`${world.productionUrl}/products`)).json()) as { readonly total: number };
    expect(total).toBe(500);
  });

  it("has a clone that is level with its code host, on develop", async () => {
    const branches = await git(world, "ls-remote", "origin", "refs/heads/*", "refs/tags/v2.4.0^{}");

    expect(branches).toContain(`${await git(world, "rev-parse", "develop")}\trefs/heads/develop`);
    expect(branches).toContain(`${await git(world, "rev-parse", "main")}\trefs/heads/main`);
    expect(branches).toContain(`${await git(world, "rev-parse", "v2.4.0^{}")}\trefs/tags/v2.4.0^{}`);
    expect(await git(world, "status", "--porcelain", "--branch")).toBe("## develop...origin/develop");
  });

  it("has a configuration that the release accepts", () => {
    const path = ".github/release-command.yml";
    const text = readFileSync(join(world.repositoryDirectory, path), "utf8");

    const { config } = loadConfig({ text, path, targets: ["local"], monitors: ["proxy"] });

    expect(config.environments.production.steps).toEqual([5, 25, 50, 100]);
    expect(config.environments.production.settings["directory"]).toBe(world.platforms.production);
    expect(config.gates).toMatchObject({ security: {}, unit: {}, integration: {}, e2e: {} });
  });

  describe("with a checkout for its gates", () => {
    const signal = AbortSignal.timeout(120_000);
    const clock = {
      now: () => Date.now(),
      async sleep(ms: number): Promise<void> {
        await pause(ms);
      },
    };
    let config: Config;

    beforeAll(async () => {
      await git(world, "worktree", "add", "--quiet", "--detach", checkout(), "develop");
      const text = readFileSync(join(checkout(), ".github/release-command.yml"), "utf8");
      ({ config } = loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] }));
    });

    it.each(["security", "smoke", "e2e"] as const)(
      "passes %s",
      async (gate) => {
        const { status, failures } = await runGate(gate, {
          settings: config.gates,
          smoke: config.smoke,
          development: config.environments.development,
          directory: checkout(),
          sha: await git(world, "rev-parse", "develop"),
          env: { ...process.env, ...world.env },
          clock,
          fetch,
          signal,
          onProgress: () => undefined,
        });

        expect([failures, status]).toEqual([[], "passed"]);
      },
      60_000,
    );

    it.each(["staging", "production"] as const)("passes its smoke tests in %s", async (environment) => {
      const baseUrl = environment === "staging" ? world.stagingUrl : world.productionUrl;
      const { env } = config.environments[environment];

      const { failedTests, categoriesPassed } = await runSmoke(config.smoke, {
        baseUrl,
        env,
        clock,
        signal,
      });

      expect([failedTests, categoriesPassed]).toEqual([[], 5]);
    });
  });

  it("lets nobody push to main", async () => {
    await git(world, "commit", "--quiet", "--allow-empty", "--message", "fix: past everybody");

    expect(await git(world, "push", "origin", "HEAD:main")).toContain("GH006");
    await git(world, "reset", "--quiet", "--hard", "origin/develop");
  });

  it("has people who approve and merge what somebody opens", async () => {
    await git(world, "push", "origin", "develop:refs/heads/release/2.5.0");
    const approved = world.approveWhenOpened("aisha", { pollMs: 50 });
    const response = await fetch(`${world.githubUrl}/repos/${world.repository}/pulls`, {
      method: "POST",
      headers: { authorization: `Bearer ${world.tokens.sarah}` },
      body: JSON.stringify({ title: "Release 2.5.0", head: "release/2.5.0", base: "main", body: "" }),
    });
    expect(response.status).toBe(201);

    const { number, headSha } = await approved;
    await world.merge("sarah", number);

    expect(headSha).toBe(await git(world, "rev-parse", "develop"));
    expect(await git(world, "ls-remote", "origin", "refs/heads/main")).not.toContain(
      await git(world, "rev-parse", "main"),
    );
  });

  it("has customers, none of whom is turned away", async () => {
    await world.startLoad({ requestsPerSecond: 50, seconds: 1 });
    await pause(700);

    const { sent, failed } = await world.stopLoad();

    expect(sent).toBeGreaterThan(10);
    expect(sent).toBeLessThanOrEqual(50);
    expect(failed).toBe(0);
  });

  it("keeps apart the databases of staging and production", async () => {
    const { DATABASE_URL = "" } = world.env;
    const client = new Client({ connectionString: DATABASE_URL });
    await client.connect();
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM products");
    await client.end();

    expect(rows).toEqual([{ count: 500 }]);
    const staging = (await (await fetch(`${world.stagingUrl}/products`)).json()) as { readonly total: number };
    expect(staging.total).toBe(12);
  });

  it("can be opened again, and ends completely from there", async () => {
    const again = await openWorld(world.directory);
    expect(again.env).toEqual(world.env);

    await again.stop();

    await expect(fetch(world.githubUrl)).rejects.toThrow();
    await expect(fetch(world.productionUrl)).rejects.toThrow();
    await expect(fetch(world.stagingUrl)).rejects.toThrow();
    await again.stop();
  }, 20_000);
});

it("makes a minimal world anywhere", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "world-"));
  const world = await createWorld({ directory: elsewhere, minimal: true });
  try {
    const answer = (await (await fetch(world.productionUrl)).json()) as { readonly version: string };
    expect(answer.version).toBe("1.0.0");
    expect(world.released).toBe("v1.0.0");
    expect(world.env).not.toHaveProperty("DATABASE_URL");
  } finally {
    await world.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  }
}, 30_000);

it("says what to do when the shop would not find its packages", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "world-"));

  await expect(createWorld({ directory: elsewhere })).rejects.toMatchObject({
    code: "config",
    hint: expect.stringContaining("below this checkout"),
  });
  await expect(openWorld(elsewhere)).rejects.toMatchObject({ code: "input" });
  writeFileSync(join(elsewhere, "thesis.txt"), "");
  await expect(createWorld({ directory: elsewhere, minimal: true })).rejects.toThrow("thesis.txt");
  rmSync(elsewhere, { recursive: true });
});
