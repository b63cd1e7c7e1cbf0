import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(async () => {
  await world.close();
});

async function aishasBranch(branch: string): Promise<{ readonly clone: string; readonly sha: string }> {
  const clone = await world.clone("aisha");
  await world.git(clone, "checkout", "-q", "-b", branch);
  return { clone, sha: await world.commit(clone, `${branch}.txt`, branch) };
}

describe("stock git", () => {
  it("clones shallow, without blobs and by SHA", async () => {
    const { clone, sha } = await aishasBranch("partial");
    await world.git(clone, "push", "-q", "origin", "partial");

    await world.git(
      world.folder,
      "clone",
      "-q",
      "--filter=blob:none",
      "--no-checkout",
      "-b",
      "partial",
      world.remote("marcus"),
      "lazy",
    );
    await world.git(world.folder, "init", "-q", "shallow");
    await world.git(`${world.folder}/shallow`, "fetch", "-q", "--depth=1", world.remote("marcus"), sha);

    expect(await world.git(`${world.folder}/lazy`, "rev-list", "--objects", "--missing=print", "HEAD")).toContain("?");
    expect(await world.git(`${world.folder}/shallow`, "rev-list", "--count", "FETCH_HEAD")).toBe("1");
  });

  it("pushes refs outside refs/heads, and several at once or none", async () => {
    const { clone, sha } = await aishasBranch("atomic");
    const ref = "refs/release-command/releases/v1";
    await world.git(clone, "push", "-q", "origin", `HEAD:${ref}`);
    await world.git(clone, "commit", "-q", "--amend", "-m", "feat: rival");

    const pushing = world.git(
      clone,
      "push",
      "--atomic",
      "origin",
      `HEAD:${ref}`,
      "HEAD:refs/release-command/leases/staging",
    );

    await expect(pushing).rejects.toThrow(/atomic push failed|rejected/);
    const refs = await world.git(clone, "ls-remote", "origin", "refs/release-command/*");
    expect(refs).toBe(`${sha}\t${ref}`);
    const lease = `--force-with-lease=${ref}:${sha}`;
    await world.git(
      clone,
      "push",
      "--atomic",
      lease,
      "origin",
      `+HEAD:${ref}`,
      "HEAD:refs/release-command/leases/staging",
    );
    expect((await world.git(clone, "ls-remote", "origin", "refs/release-command/*")).split("\n")).toHaveLength(2);
  });

  it("pushes a pack larger than its post buffer", async () => {
    const { clone } = await aishasBranch("large");
    const noise = Array.from({ length: 60_000 }, (_, line) => `${line} ${(line * 2_654_435_761) % 4_294_967_296}`).join(
      "\n",
    );
    const sha = await world.commit(clone, "noise.txt", noise);

    await world.git(clone, "-c", "http.postBuffer=65536", "push", "-q", "origin", "large");

    expect(await world.git(clone, "ls-remote", "origin", "refs/heads/large")).toContain(sha);
  });

  it("is refused on a protected branch with GitHub's words, except for those who may", async () => {
    const { clone, sha } = await aishasBranch("direct");

    const pushing = world.git(clone, "push", "origin", "HEAD:guarded");

    await expect(pushing).rejects.toThrow(
      /remote: error: GH006: Protected branch update failed for refs\/heads\/guarded/,
    );
    await world.git(clone, "push", "-q", world.remote("root"), "HEAD:guarded");
    expect(await world.git(clone, "ls-remote", "origin", "refs/heads/guarded")).toContain(sha);
  });

  it("is refused to readers, strangers and false tokens", async () => {
    const { clone } = await aishasBranch("readers");

    await expect(world.git(clone, "push", world.remote("marcus"), "HEAD:readers")).rejects.toThrow(
      /Permission to acme\/shop.git denied to marcus/,
    );
    await expect(world.git(clone, "ls-remote", world.remote("stranger"))).rejects.toThrow(/Repository not found/);
    await expect(world.git(clone, "ls-remote", world.remote("nobody"))).rejects.toThrow(/Authentication failed/);
  });
});
