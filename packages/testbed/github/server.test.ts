import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { join } from "node:path";
import { closeInHouse, connectGitHub, openInHouse, startGitHub, startHouse } from "./index.ts";
import { octokitAt, openTestWorld, shop, type TestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.close();
  expect(badAnswers).toEqual([]);
});

async function titles(url: string): Promise<readonly string[]> {
  return (await octokitAt(url, "t").rest.issues.listForRepo(shop)).data.map(({ title }) => title);
}

describe("permissions", () => {
  it("knows no false token", async () => {
    await expect(octokitAt(world.url, "wrong").rest.repos.get(shop)).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining("Bad credentials"),
    });
  });

  it("hides a private repository from strangers and from those without a token", async () => {
    await expect(world.octokit("stranger").rest.repos.get(shop)).rejects.toMatchObject({ status: 404 });
    expect((await fetch(`${world.url}/repos/acme/shop`)).status).toBe(404);
  });

  it("refuses writing to readers, with GitHub's words for people and for apps", async () => {
    await world.admin.user({ login: "reader[bot]", token: "token-reader" });
    const labels = { ...shop, tag_name: "v9" };

    await expect(world.octokit("marcus").rest.repos.createRelease(labels)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Must have push access"),
    });
    await expect(octokitAt(world.url, "token-robot[bot]").rest.users.getAuthenticated()).rejects.toThrow(
      /Resource not accessible by integration/,
    );
    await expect(octokitAt(world.url, "token-reader").rest.repos.get(shop)).rejects.toMatchObject({ status: 404 });
  });
});

describe("GitHub's description", () => {
  it("refuses a request that is not GitHub's, and says what is wrong", async () => {
    const response = await fetch(`${world.url}/repos/acme/shop/check-runs`, {
      method: "POST",
      headers: { authorization: "token token-robot[bot]" },
      body: JSON.stringify({ name: 7, colour: "red" }),
    });

    expect(response.status).toBe(422);
    const { message } = (await response.json()) as { message: string };
    expect(message).toContain("must have required property 'head_sha'");
    expect(message).toContain("name must be string");
    const { badRequests, ignored } = await world.admin.report();
    expect(badRequests.map(({ operation }) => operation)).toContain("checks/create");
    expect(ignored).toContain("checks/create: colour");
  });

  it("says so when something is not served", async () => {
    await expect(world.octokit("sarah").request("GET /emojis")).rejects.toThrow(/does not serve GET \/emojis/);
    expect((await world.admin.report()).unknown).toContain("GET /emojis");
  });
});

describe("time and limits", () => {
  it("answers with the date of its own clock", async () => {
    expect(await world.admin.clock({ set: "2031-05-06T07:08:09Z", frozen: true })).toBe("2031-05-06T07:08:09.000Z");
    await world.admin.clock({ advanceMs: 1000 });

    const rest = await fetch(`${world.url}/user`, { headers: { authorization: "Bearer token-sarah" } });
    const git = await fetch(`${world.url}/acme/shop.git/info/refs?service=git-upload-pack`);

    expect(rest.headers.get("date")).toBe("Tue, 06 May 2031 07:08:10 GMT");
    expect(git.headers.get("date")).toBe("Tue, 06 May 2031 07:08:10 GMT");
    expect(git.status).toBe(401);
    await world.admin.clock({ frozen: false });
  });

  it("answers 304, free of charge, to those who have the answer", async () => {
    const headers = { authorization: "Bearer token-sarah" };
    const first = await fetch(`${world.url}/repos/acme/shop`, { headers });
    const etag = first.headers.get("etag") ?? "";

    const second = await fetch(`${world.url}/repos/acme/shop`, { headers: { ...headers, "if-none-match": etag } });

    expect(second.status).toBe(304);
    expect(second.headers.get("x-ratelimit-used")).toBe(first.headers.get("x-ratelimit-used"));
  });

  it("refuses when the hour's budget is spent, until the hour is over", async () => {
    await world.admin.user({ login: "hungry", token: "token-hungry" });
    await world.admin.rateLimit({ used: { hungry: 4999 } });
    const { rest } = world.octokit("hungry");
    expect((await rest.users.getAuthenticated()).headers["x-ratelimit-remaining"]).toBe("0");

    await expect(rest.users.getAuthenticated()).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("rate limit exceeded"),
    });

    expect((await rest.rateLimit.get()).data.rate).toMatchObject({ limit: 5000, remaining: 0 });
    await world.admin.clock({ advanceMs: 3_600_001 });
    expect((await rest.users.getAuthenticated()).status).toBe(200);
  });
});

async function count(): Promise<number> {
  return (await world.octokit("sarah").rest.issues.listForRepo(shop)).data.length;
}

async function create(): Promise<unknown> {
  return world.octokit("aisha").rest.issues.create({ ...shop, title: "Once" });
}

describe("faults", () => {
  const path = "^/repos/acme/shop/issues$";
  it("fail before anything happened", async () => {
    const before = await count();
    await world.admin.fault({
      match: { method: "POST", path },
      times: 1,
      action: { status: 502, headers: { "retry-after": "3" } },
    });

    await expect(create()).rejects.toMatchObject({ status: 502 });

    expect(await count()).toBe(before);
    await create();
    expect(await count()).toBe(before + 1);
  });

  it.each(["reset", { status: 500 }] as const)("lose the answer after it happened: %p", async (action) => {
    const before = await count();
    await world.admin.fault({ match: { method: "POST", path }, times: 1, action, applied: "after" });

    await expect(create()).rejects.toThrow();

    expect(await count()).toBe(before + 1);
  });

  it("cut an answer in the middle, after it happened", async () => {
    const before = await count();
    await world.admin.fault({ match: { method: "POST", path }, times: 1, action: "truncate" });
    const headers = { authorization: "token token-aisha" };

    const response = await fetch(`${world.url}/repos/acme/shop/issues`, {
      method: "POST",
      headers,
      body: '{"title":"Cut"}',
    });

    expect(response.status).toBe(201);
    await expect(response.text()).rejects.toThrow();
    expect(await count()).toBe(before + 1);
  });

  it("begin after some requests, time out, delay, and are cleared", async () => {
    await world.admin.fault({ match: {}, action: { delayMs: 60 } });
    await world.admin.fault({ match: { path: "^/user$" }, after: 1, action: "timeout" });
    const ask = async () =>
      fetch(`${world.url}/user`, { headers: { authorization: "token token-sarah" }, signal: AbortSignal.timeout(400) });

    const began = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(55);
    await expect(ask()).rejects.toThrow(/timeout/);
    await world.admin.clearFaults();
    expect((await ask()).status).toBe(200);
  });

  it("lose git's answer after the push happened", async () => {
    const clone = await world.clone("aisha");
    await world.git(clone, "checkout", "-q", "-b", "lost");
    const sha = await world.commit(clone, "lost.txt", "x");
    await world.admin.fault({
      match: { git: true, path: "git-receive-pack$", method: "POST" },
      times: 1,
      action: "reset",
      applied: "after",
    });

    await expect(world.git(clone, "push", "-q", "origin", "lost")).rejects.toThrow();

    expect(await world.git(clone, "ls-remote", "origin", "refs/heads/lost")).toContain(sha);
  });
});

describe("snapshot, restart and process", () => {
  it("goes back to a snapshot, git and state together", async () => {
    const directory = join(world.folder, "snapshot");
    const clone = await world.clone("aisha");
    await world.git(clone, "checkout", "-q", "-b", "kept");
    await world.commit(clone, "kept.txt", "x");
    await world.git(clone, "push", "-q", "origin", "kept");
    const { data: issue } = await world.octokit("aisha").rest.issues.create({ ...shop, title: "Kept" });
    await world.admin.snapshot(directory);
    await world.octokit("aisha").rest.issues.update({ ...shop, issue_number: issue.number, title: "Changed" });
    await world.git(clone, "push", "-q", "origin", ":kept", "HEAD:later");

    await world.admin.restore(directory);

    expect((await world.octokit("aisha").rest.issues.get({ ...shop, issue_number: issue.number })).data.title).toBe(
      "Kept",
    );
    const refs = await world.git(clone, "ls-remote", "origin");
    expect(refs).toContain("refs/heads/kept");
    expect(refs).not.toContain("refs/heads/later");
  });

  it("runs as a process of its own and goes on after SIGKILL", async () => {
    const dataDirectory = join(world.folder, "process");
    const first = await startGitHub({ dataDirectory });
    await first.admin.user({ login: "sarah", token: "t" });
    await first.admin.repository({ owner: "acme", name: "shop", users: { sarah: "admin" } });
    await octokitAt(first.url, "t").rest.issues.create({ ...shop, title: "Survives" });
    process.kill(first.pid, "SIGKILL");
    await first.stop();

    const second = await startGitHub({ dataDirectory });
    const { admin } = await connectGitHub(second.url);
    const kept = await titles(second.url);
    await second.stop();

    expect(kept).toEqual(["Survives"]);
    await expect(admin.report()).rejects.toThrow();
    await expect(connectGitHub(second.url)).rejects.toThrow(/No GitHub stand-in answers/);
  });

  it("shares a process with others that know nothing of it, until it is closed or the house ends", async () => {
    const house = await startHouse();
    const first = await openInHouse(house.url, join(world.folder, "first"));
    const second = await openInHouse(house.url, join(world.folder, "second"));
    for (const { admin } of [first, second]) {
      await admin.user({ login: "sarah", token: "t" });
      await admin.repository({ owner: "acme", name: "shop", users: { sarah: "admin" } });
    }
    await octokitAt(first.url, "t").rest.issues.create({ ...shop, title: "Ours" });
    await first.admin.clock({ advanceMs: 3_600_000 });

    expect([await titles(first.url), await titles(second.url)]).toEqual([["Ours"], []]);
    expect((await second.admin.report()).calls).toEqual({ "issues/list-for-repo": 1 });
    await closeInHouse(house.url, first.url);
    await expect(connectGitHub(first.url)).rejects.toThrow(/No GitHub stand-in answers/);
    expect(await titles(second.url)).toEqual([]);
    const again = await openInHouse(house.url, join(world.folder, "first"));
    expect(await titles(again.url)).toEqual(["Ours"]);
    await house.stop();
    await expect(connectGitHub(second.url)).rejects.toThrow(/No GitHub stand-in answers/);
  });
});
