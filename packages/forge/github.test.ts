import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { ReleaseFault } from "#faults";
import { createFetch } from "#http";
import { withOurPart } from "./body.ts";
import { openGitHub } from "./index.ts";

const token = "ghs_never_to_be_seen";

interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection ends instead. */
  readonly lost?: boolean;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A host that answers by a script: `METHOD /path` (without query) → replies in turn, the last for ever. */
async function host(script: Readonly<Record<string, readonly Reply[]>>) {
  const seen: { readonly route: string; readonly query: string; readonly body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://host");
      const route = `${request.method} ${url.pathname}`;
      const replies = script[route] ?? [{ status: 501, json: { message: `nothing is written for ${route}` } }];
      const {
        status = 200,
        json,
        text,
        headers,
        lost,
      } = replies[Math.min(seen.filter((earlier) => earlier.route === route).length, replies.length - 1)] as Reply;
      const body = Buffer.concat(chunks).toString();
      seen.push({ route, query: url.search, body: body.startsWith("{") ? JSON.parse(body) : {} });
      if (lost === true) return void response.destroy();
      const type = text === undefined ? "application/json" : "text/html";
      response.writeHead(status, { "content-type": type, ...headers }).end(text ?? JSON.stringify(json ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const fetch = createFetch({ clock });
  const forge = openGitHub({
    repository: "acme/shop",
    apiUrl: url,
    serverUrl: "https://code.test",
    token,
    fetch,
    clock,
  });
  return { forge, seen, url, routes: () => seen.map(({ route }) => route) };
}

async function faultOf(promise: Promise<unknown>): Promise<ReleaseFault> {
  const thrown: unknown = await promise.then(
    () => new Error("it succeeded"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof ReleaseFault)) throw thrown;
  expect(`${thrown.message} ${thrown.hint}`).not.toContain(token);
  return thrown;
}

const repo = "/repos/acme/shop";
const pull = {
  number: 7,
  html_url: "https://code.test/acme/shop/pull/7",
  state: "open",
  title: "Release 2.5.0",
  body: withOurPart("", ["All green."]).text,
  merged_at: null,
  merge_commit_sha: null,
  merged: false,
  merged_by: null,
  head: { sha: "a1", ref: "release/2.5.0", repo: { full_name: "acme/shop" } },
  base: { ref: "main" },
  user: { login: "robot" },
  labels: [{ name: "release" }],
  requested_reviewers: [{ login: "ann" }],
  requested_teams: [],
};
const wanted = {
  headSha: pull.head.sha,
  head: "release/2.5.0",
  base: "main",
  title: "Release 2.5.0",
  body: "All green.",
  labels: ["release"],
  reviewers: ["ann", "robot"],
};

describe("what went wrong, in words to act on", () => {
  const script = (reply: Reply) => ({ [`GET ${repo}`]: [reply] });

  it.each<[string, Reply, string, string, string]>([
    [
      "a token that is not accepted",
      { status: 401, json: { message: "Bad credentials" } },
      "permission",
      "GitHub said 401: Bad credentials",
      "Set GITHUB_TOKEN",
    ],
    [
      "a permission that the job lacks",
      {
        status: 403,
        json: { message: "Resource not accessible by integration" },
        headers: {
          "x-accepted-github-permissions": "contents=write,pull_requests=write; contents=write,workflows=write",
        },
      },
      "permission",
      "Resource not accessible by integration",
      "permissions:\n  contents: write\n  pull-requests: write",
    ],
    [
      "a repository that is not there",
      { status: 404, json: { message: "Not Found" } },
      "permission",
      "Could not read repository of acme/shop",
      "owner/name",
    ],
    [
      "a refusal",
      { status: 422, json: { message: "Validation Failed", errors: [{ message: "No commits between a and b" }] } },
      "policy",
      "Validation Failed – No commits between a and b",
      "Change what GitHub objects to",
    ],
    [
      "a setting against pull requests",
      { status: 403, json: { message: "GitHub Actions is not permitted to create or approve pull requests." } },
      "permission",
      "not permitted",
      "Settings → Actions",
    ],
    [
      "a server that fails",
      { status: 500, json: { message: "Server Error" } },
      "remote",
      "GitHub said 500",
      "githubstatus",
    ],
    ["a connection that ends", { lost: true }, "remote", "Cannot reach 127.0.0.1", "it continues"],
    ["a proxy's page", { text: "<h1>Log in</h1>" }, "remote", "the answer is not JSON", "no proxy"],
    [
      "too many requests",
      { status: 403, json: { message: "limit" }, headers: { "retry-after": "9000" } },
      "remote",
      "asks to wait 9000 s",
      "resume",
    ],
  ])("%s", async (_name, reply, code, message, hint) => {
    const { forge } = await host(script(reply));

    const fault = await faultOf(forge.defaultBranch());

    expect(fault.code).toBe(code);
    expect(fault.message).toContain(message);
    expect(fault.hint).toContain(hint);
  });

  it.each(["shop", "a/b/c", "/shop", ""])("%j is not a repository", (repository) => {
    const open = () =>
      openGitHub({
        repository,
        apiUrl: "http://x",
        serverUrl: "http://x",
        token,
        fetch,
        clock: { sleep: async () => {} },
      });

    expect(open).toThrow("is not the name of a repository");
  });
});

describe("people", () => {
  it.each<[string, Reply, string]>([
    ["no such user", { status: 404, json: { message: "x is not a user" } }, "not known: x is not a user"],
    ["an answer without a role", { json: { permission: "admin" } }, "names no role"],
    ["a server that fails", { status: 502, json: { message: "Bad gateway" } }, "GitHub said 502"],
  ])("gives nobody a role by guessing: %s", async (_name, reply, message) => {
    const { forge } = await host({ [`GET ${repo}/collaborators/x/permission`]: [reply] });

    expect((await faultOf(forge.roleOf("x"))).message).toContain(message);
  });

  it("knows custom roles, and whose token it is, also in a workflow", async () => {
    const { forge } = await host({
      [`GET ${repo}/collaborators/ann/permission`]: [{ json: { permission: "write", role_name: "release-captain" } }],
      "GET /user": [{ status: 403, json: { message: "Resource not accessible by integration" } }],
      "POST /graphql": [{ json: { data: { viewer: { login: "github-actions[bot]" } } } }],
    });

    expect(await forge.roleOf("ann")).toBe("release-captain");
    expect(await forge.whoAmI()).toBe("github-actions[bot]");
    expect(forge.calls).toBe(3);
  });
});

describe("a pull request", () => {
  it("that is as wanted is left alone: one request", async () => {
    const { forge, routes } = await host({ [`GET ${repo}/pulls`]: [{ json: [pull] }] });

    expect(await forge.ensurePullRequest(wanted)).toMatchObject({ number: 7, state: "open", warnings: [] });
    expect(routes()).toEqual([`GET ${repo}/pulls`]);
  });

  it("is not mistaken for one of another branch or a fork when the host ignores the filter", async () => {
    const fork = { ...pull, head: { ...pull.head, repo: { full_name: "eve/shop" } } };
    const other = { ...pull, head: { ...pull.head, ref: "release/2.4.0" } };
    const { forge } = await host({
      [`GET ${repo}/pulls`]: [{ json: [fork, other, { ...pull, base: { ref: "dev" } }] }],
    });

    expect(await forge.findPullRequest("release/2.5.0", "main")).toBeUndefined();
  });

  it("asks everybody who can be asked when one cannot", async () => {
    const { forge, seen } = await host({
      [`GET ${repo}/pulls`]: [{ json: [pull] }],
      [`GET ${repo}/pulls/7/reviews`]: [{ json: [{ user: { login: "dan" } }, { user: null }] }],
      [`POST ${repo}/pulls/7/requested_reviewers`]: [
        { status: 422, json: { message: "Reviews may only be requested from collaborators." } },
        { json: {} },
        { status: 422, json: { message: "Reviews may only be requested from collaborators." } },
      ],
    });

    const { warnings } = await forge.ensurePullRequest({ ...wanted, reviewers: ["bob", "eve", "Dan", "ann"] });

    expect(warnings).toEqual([
      "eve could not be asked for a review: Reviews may only be requested from collaborators.",
    ]);
    const asked = seen.filter(({ route }) => route.includes("requested")).map(({ body }) => body["reviewers"]);
    expect(asked).toEqual([["bob", "eve"], ["bob"], ["eve"]]);
  });
});

const refusal = (status: number, message: string) => ({
  [`GET ${repo}/pulls/7`]: [{ json: pull }],
  [`PUT ${repo}/pulls/7/merge`]: [{ status, json: { message } }],
});

describe("merging", () => {
  const how = { title: "Release", method: "merge" } as const;

  it.each<[number, string, string]>([
    [405, "At least 1 approving review is required", "policy"],
    [409, "Head branch was modified", "policy"],
    [403, "Resource not accessible by integration", "permission"],
    [502, "Bad gateway", "remote"],
  ])("%d %s is a %s fault", async (status, message, code) => {
    const { forge } = await host(refusal(status, message));

    const fault = await faultOf(forge.ensureMerged(7, "a1", how));

    expect(fault).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it("refuses another head, and a closed one, without asking", async () => {
    const { forge, routes } = await host({
      [`GET ${repo}/pulls/7`]: [{ json: pull }, { json: { ...pull, state: "closed" } }],
    });

    expect((await faultOf(forge.ensureMerged(7, "b2", how))).message).toContain("its head is a1, not b2");
    expect((await faultOf(forge.ensureMerged(7, "a1", how))).message).toContain("closed without being merged");
    expect(routes()).not.toContain(`PUT ${repo}/pulls/7/merge`);
  });

  it("waits while the base settles, and says who merged", async () => {
    const merged = { ...pull, state: "closed", merged: true, merge_commit_sha: "m1", merged_by: { login: "robot" } };
    const { forge } = await host({
      [`GET ${repo}/pulls/7`]: [{ json: pull }, { json: pull }, { json: merged }],
      [`PUT ${repo}/pulls/7/merge`]: [
        { status: 405, json: { message: "Base branch was modified. Review and try the merge again." } },
        { json: { sha: "m1", merged: true } },
      ],
    });

    expect(await forge.ensureMerged(7, "a1", how)).toEqual({ sha: "m1", by: "robot" });
  });
});

const address = (version: string) => `https://github.com/acme/shop/releases/tag/${version}`;

describe("a release", () => {
  it("is not made of a tag that is not there", async () => {
    const { forge } = await host({
      [`GET ${repo}/git/ref/tags%2Fv9.0.0`]: [{ status: 404, json: { message: "Not Found" } }],
    });

    const fault = await faultOf(
      forge.ensureRelease({ tag: "v9.0.0", title: "9", notes: "", prerelease: false, assets: [] }),
    );

    expect(fault).toMatchObject({
      code: "policy",
      message: "There is no tag v9.0.0 in acme/shop to make a release of",
    });
  });

  const published = { id: 1, name: "1.0.1", body: "notes", prerelease: false, assets: [] as unknown[] };
  const report = { name: "report.md", content: "newer" };
  const raw = (version: string, more: object = {}) => ({
    ...published,
    tag_name: version,
    html_url: address(version),
    upload_url: "",
    draft: false,
    ...more,
  });
  const wantedRelease = { tag: "v1.0.1", title: "1.0.1", notes: "notes", prerelease: false, assets: [report] };
  const tagged = { [`GET ${repo}/git/ref/tags%2Fv1.0.1`]: [{ json: { ref: "refs/tags/v1.0.1" } }] };

  it("that is immutable is left as it is when a death comes after it was published", async () => {
    const there = { id: 5, name: "report.md", size: 5, state: "uploaded", digest: "sha256:00" };
    const { forge, seen } = await host({
      ...tagged,
      [`GET ${repo}/releases/tags/v1.0.1`]: [{ json: raw("v1.0.1", { assets: [there] }) }],
      [`GET ${repo}/releases`]: [{ json: [] }],
    });

    expect(await forge.ensureRelease(wantedRelease)).toEqual({ url: address("v1.0.1"), warnings: [] });

    expect(seen.filter(({ route }) => !route.startsWith("GET "))).toEqual([]);
  });

  it("that takes no file any more is told, and not tried for ever", async () => {
    const release = raw("v1.0.1");
    const { forge, url: origin } = await host({
      ...tagged,
      [`GET ${repo}/releases/tags/v1.0.1`]: [{ json: release }],
      [`GET ${repo}/releases`]: [{ json: [] }],
      [`GET ${repo}/releases/1`]: [{ json: raw("v1.0.1") }],
      [`POST ${repo}/releases/1/assets`]: [
        { status: 422, json: { message: "Cannot upload assets to an immutable release." } },
      ],
    });

    release.upload_url = `${origin}${repo}/releases/1/assets{?name,label}`;

    const { url, warnings } = await forge.ensureRelease(wantedRelease);

    expect(url).toBe(address("v1.0.1"));
    expect(warnings).toEqual([expect.stringContaining("Cannot upload assets to an immutable release.")]);
  });

  it.each([
    ["v1.0.0", "true"],
    ["v1.1.0", "false"],
  ])("beside %s: is it the latest? %s", async (other, latest) => {
    const draft = raw("v1.0.1", { draft: true });
    const list = { json: [draft, raw(other, { id: 2 })] };
    const { forge, seen } = await host({
      ...tagged,
      [`GET ${repo}/releases/tags/v1.0.1`]: [{ status: 404, json: { message: "Not Found" } }],
      [`GET ${repo}/releases`]: [list, list],
      [`PATCH ${repo}/releases/1`]: [{ json: raw("v1.0.1") }],
    });

    await forge.ensureRelease({ ...wantedRelease, assets: [] });

    expect(seen.at(-1)).toMatchObject({
      route: `PATCH ${repo}/releases/1`,
      body: { make_latest: latest, draft: false },
    });
  });

  it("does not send its files, and the token, to another host", async () => {
    const draft = { id: 1, tag_name: "v1.0.0", name: "1", body: "", draft: true, prerelease: false, assets: [] };
    const { forge } = await host({
      [`GET ${repo}/git/ref/tags%2Fv1.0.0`]: [{ json: { ref: "refs/tags/v1.0.0" } }],
      [`GET ${repo}/releases/tags/v1.0.0`]: [{ status: 404, json: { message: "Not Found" } }],
      [`GET ${repo}/releases`]: [
        { json: [{ ...draft, upload_url: "https://evil.test/repos/acme/shop/releases/1/assets{?name,label}" }] },
      ],
    });

    const fault = await faultOf(
      forge.ensureRelease({
        tag: "v1.0.0",
        title: "1",
        notes: "",
        prerelease: false,
        assets: [{ name: "a", content: "b" }],
      }),
    );

    expect(fault.message).toContain("to be uploaded to evil.test");
  });
});

describe("a comment", () => {
  it("of a stranger who wrote our marker is not ours", async () => {
    const stranger = { id: 1, body: "<!-- rc:gates -->\nold", author_association: "NONE", user: { type: "User" } };
    const { forge, seen } = await host({
      [`GET ${repo}/issues/7/comments`]: [{ json: [stranger] }],
      [`POST ${repo}/issues/7/comments`]: [
        { status: 201, json: { ...stranger, id: 2, body: "<!-- rc:gates -->\nnew" } },
      ],
    });

    await forge.ensureComment(7, "rc:gates", "new");

    expect(seen.filter(({ route }) => !route.startsWith("GET "))).toMatchObject([
      { route: `POST ${repo}/issues/7/comments`, body: { body: "<!-- rc:gates -->\nnew" } },
    ]);
  });
});
