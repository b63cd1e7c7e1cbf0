import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";

import { mishaps, startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
  world.tag("v1.0.1");
  world.tag("v2.0.0");
  await publish("v1.0.0");
  await world.keep();
}, 30_000);
afterAll(async () => {
  const { badRequests, badAnswers, unknown, ignored } = await world.admin.report();
  await world.stop();
  expect({ badRequests, badAnswers, unknown, ignored }).toEqual({
    badRequests: [],
    badAnswers: [],
    unknown: [],
    ignored: [],
  });
});

const assets = [
  { name: "report.md", content: "# Report ✓" },
  { name: "audit.jsonl", content: "{}\n" },
];
const release = { tag: "v1.0.1", title: "Release 1.0.1", notes: "Thanks.", prerelease: false, assets };

/** What it asks, one request after another, when nothing goes wrong. */
const requests = [
  "GET /git/ref/tags%2Fv1.0.1",
  "GET /releases/tags/v1.0.1",
  "GET /releases",
  "POST /releases",
  "POST /releases/ID/assets",
  "POST /releases/ID/assets",
  "GET /releases",
  "PATCH /releases/ID",
] as const;
const moments = requests.map((request, index) => [index, request] as const);

interface Asset {
  readonly name: string;
  readonly state: string;
  readonly size: number;
  readonly digest: string | null;
}

interface Release {
  readonly tag_name: string;
  readonly draft: boolean;
  readonly name: string;
  readonly body: string;
  readonly assets: readonly Asset[];
}

const whole = ({ name, content }: (typeof assets)[number]): Asset => ({
  name,
  state: "uploaded",
  size: Buffer.byteLength(content),
  digest: `sha256:${createHash("sha256").update(content).digest("hex")}`,
});

/** One release, published, with each file once and whole; the latest one unless a later version is there. */
async function expectPublished(latest = "v1.0.1", wanted = assets): Promise<void> {
  const all = await world.read<Release[]>("/releases");
  const [ours, ...others] = all.filter(({ tag_name: tag }) => tag === "v1.0.1");
  expect(others).toEqual([]);
  expect(ours).toMatchObject({ draft: false, name: release.title, body: release.notes });
  const files = ours?.assets.map(({ name, state, size, digest }) => ({ name, state, size, digest }));
  expect(files?.toSorted((a, b) => b.name.localeCompare(a.name))).toEqual(wanted.map(whole));
  expect(await world.read("/releases/latest")).toMatchObject({ tag_name: latest });
}

const publish = (tag: string) =>
  world.act("token-of-robot", "POST", "/releases", { tag_name: tag, name: tag, draft: false });

beforeEach(() => world.rewind());

/** A process that is gone at this request: nothing that it waits for ever comes, and it asks nothing more. */
function dyingAt(doomed: number, phase: "before" | "after" = "before") {
  const asked: string[] = [];
  const { promise: died, resolve } = Promise.withResolvers<"dead">();
  const never = new Promise<never>(() => {});
  let isDead = false;
  const wire: typeof fetch = async (input, init) => {
    if (isDead) return never;
    asked.push(nameOf(input, init));
    if (asked.length - 1 !== doomed) return fetch(input, init);
    isDead = true;
    if (phase === "after") await fetch(input, init);
    resolve("dead");
    return never;
  };
  return { asked, died, wire };
}

function nameOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return `${init?.method} ${pathname.replace("/repos/acme/shop", "").replace(/(?<=releases\/)\d+/, "ID")}`;
}

it("asks no more and no less than these tests think", async () => {
  const { asked, wire } = dyingAt(-1);

  await world.open(undefined, 30_000, wire).ensureRelease(release);

  expect(asked).toEqual(requests);
  await expectPublished();
});

describe.each(["before", "after"] as const)("killed %s", (phase) => {
  it.each(moments)("request %i, %s, it is published once by the next process", async (index) => {
    const { died, wire } = dyingAt(index, phase);
    const end = await Promise.race([died, world.open(undefined, 30_000, wire).ensureRelease(release)]);
    expect(end).toBe("dead");

    await world.open().ensureRelease(release);

    await expectPublished();
  });
});

const troubles: typeof mishaps = [
  ...mishaps,
  ["a time-out before", { action: "timeout", applied: "before" }],
  ["a 429", { action: { status: 429, headers: { "retry-after": "2" } } }],
  ["a 502 that leaves half a file", { action: { status: 502 }, applied: "during" }],
  ["a reset that leaves half a file", { action: "reset", applied: "during" }],
];

describe.each(moments)("request %i, %s,", (after) => {
  it.each(troubles)("meets %s, and goes on", async (_, fault) => {
    await world.admin.fault({ match: { git: false }, after, times: 1, ...fault });

    await world.open(undefined, 300).ensureRelease(release);

    await expectPublished();
  });

  it.each(troubles)("meets %s until it gives up; a second process finishes", async (_, fault) => {
    await world.admin.fault({ match: { git: false }, after, ...fault });
    await expect(world.open(undefined, 100).ensureRelease(release)).rejects.toMatchObject({ code: "remote" });
    await world.admin.clearFaults();

    await world.open().ensureRelease(release);

    await expectPublished();
  });

  it("is forbidden: that is said, and the next process finishes with the right", async () => {
    const action = { status: 403, body: { message: "Resource not accessible by integration" } };
    await world.admin.fault({ match: { git: false }, after, action });
    await expect(world.open().ensureRelease(release)).rejects.toMatchObject({ code: "permission" });
    await world.admin.clearFaults();

    await world.open().ensureRelease(release);

    await expectPublished();
  });
});

/** GitHub's answers lag behind its writes: the first `looks` after a lost one show nothing of it. */
function lagging(lost: string, looks: number): typeof fetch {
  let left = 0;
  return async (input, init) => {
    const name = nameOf(input, init);
    const response = await fetch(input, init);
    if (name === lost && response.status === 502) left = looks;
    if (left === 0 || response.status !== 200 || !/^GET \/releases(\/ID)?$/.test(name)) return response;
    left -= 1;
    const seen = (await response.json()) as Release | Release[];
    const stale = Array.isArray(seen) ? seen.filter(({ draft }) => !draft) : { ...seen, assets: [] };
    return Response.json(stale);
  };
}

describe("what GitHub shows late", () => {
  it.each<[string, string, "after" | "during"]>([
    ["a draft whose answer was lost", "POST /releases", "after"],
    ["a file whose answer was lost", "POST /releases/ID/assets", "after"],
    ["half a file", "POST /releases/ID/assets", "during"],
  ])("is not made twice: %s", async (_, lost, applied) => {
    const match = { method: "POST", path: lost.endsWith("assets") ? "/assets" : "/releases$" };
    await world.admin.fault({ match, times: 1, action: { status: 502 }, applied });

    await world.open(undefined, 800, lagging(lost, 1)).ensureRelease(release);

    await expectPublished();
  });
});

it("a hotfix of an old line is not the latest release, also when its driver died before that was said", async () => {
  await publish("v2.0.0");
  const { died, wire } = dyingAt(requests.length - 1);
  await Promise.race([died, world.open(undefined, 30_000, wire).ensureRelease(release)]);

  await world.open().ensureRelease(release);

  await expectPublished("v2.0.0");
});

it("a file of the same size that a dead driver left in the draft is replaced by the one of this driver", async () => {
  const { died, wire } = dyingAt(requests.length - 1);
  await Promise.race([died, world.open(undefined, 30_000, wire).ensureRelease(release)]);
  const later = [
    { name: "report.md", content: "# Report ✗" },
    { name: "audit.jsonl", content: "[]\n" },
  ];

  await world.open().ensureRelease({ ...release, assets: later });

  await expectPublished("v1.0.1", later);
});
