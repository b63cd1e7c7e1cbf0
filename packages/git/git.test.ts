import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGit, type Git } from "./index.ts";

const at = "2026-01-02T03:04:05.678Z";
const author = { name: "Ada <x>", email: "ada@example.com" };

let world: string;
let clone: string;
let git: Git;
let first: string;

const sh = (command: string, cwd = clone): string =>
  execFileSync("sh", ["-c", command], { cwd, encoding: "utf8" }).trim();

beforeAll(async () => {
  world = mkdtempSync(join(tmpdir(), "git-room-"));
  clone = join(world, "clone");
  sh(`git init -q --bare -b main "${world}/hub.git" && git clone -q "${world}/hub.git" clone 2>&1`, world);
  sh(`git config user.name t && git config user.email t@example.com && git checkout -q -b main`);
  sh(
    `mkdir -p src && echo one > src/a.txt && echo '#!/bin/sh' > run.sh && chmod +x run.sh && git add -A && git commit -qm one`,
  );
  sh(`git tag -a v1.0.0 -m one && git tag light && git push -q origin main --tags`);
  git = await openGit({ directory: clone, author });
  first = sh("git rev-parse HEAD");
});

afterAll(() => rmSync(world, { recursive: true, force: true }));

describe("opening", () => {
  it("says that a directory is no clone", async () => {
    await expect(openGit({ directory: world, author })).rejects.toMatchObject({ code: "input" });
  });

  it("says which remote is missing", async () => {
    await expect(openGit({ directory: clone, author, remote: "nowhere" })).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining('"nowhere"'),
    });
  });

  it("says that the host was not reached", async () => {
    const away = await openGit({ directory: clone, author, remote: join(world, "gone.git") });

    await expect(away.remoteRefs(["refs/heads/main"])).rejects.toMatchObject({ code: "remote" });
  });
});

describe("reading", () => {
  it("resolves what is there and nothing else", async () => {
    expect(await git.resolve("v1.0.0")).toBe(first);
    expect(await git.resolve("nothing")).toBeUndefined();
    expect(await git.resolve("--all")).toBeUndefined();
  });

  it("reads files exactly, and knows which are not there", async () => {
    expect(await git.readFile("main", "src/a.txt")).toBe("one\n");
    expect(await git.readFile("main", "src")).toBeUndefined();
    expect(await git.readFile("main", "missing name.txt")).toBeUndefined();
    expect(await git.listFiles("main")).toEqual(["run.sh", "src/a.txt"]);
  });

  it("sees what others have changed since it was asked last", async () => {
    expect(await git.resolve("refs/heads/moving")).toBeUndefined();
    sh("git update-ref refs/heads/moving main");
    expect(await git.resolve("refs/heads/moving")).toBe(first);
    const second = sh("git commit-tree -p main -m two main^{tree}");
    sh(`git update-ref refs/heads/moving ${second} && git repack -adq && git pack-refs --all`);
    expect(await git.resolve("refs/heads/moving")).toBe(second);
    expect(await git.treeOf("moving")).toBe(sh("git rev-parse main^{tree}"));
    await expect(git.treeOf("gone")).rejects.toThrow("find gone");
    sh("git update-ref -d refs/heads/moving");
    expect(await git.resolve("refs/heads/moving")).toBeUndefined();
  });

  it("asks one process for all that is asked together, and another when that was killed", async () => {
    const expected = Array.from({ length: 40 }, (_, one) => (one % 2 === 0 ? "one\n" : undefined));

    expect(await askAll()).toEqual(expected);
    const [pid, ...others] = readingProcesses();
    expect(others).toEqual([]);
    process.kill(Number(pid), "SIGKILL");
    expect(await askAll()).toEqual(expected);
  });

  it("reads a file that is larger than any pipe, beside small ones", async () => {
    const large = "ä line of a large file\n".repeat(50_000);
    writeFileSync(join(clone, "large.txt"), large);
    const tree = sh("git add large.txt && git write-tree && git reset -q && rm large.txt");
    const sha = sh(`git commit-tree -m large ${tree}`);

    const files = await git.readFiles(sha, ["src/a.txt", "large.txt", "odd\nname", "gone", "run.sh"]);
    await expect(git.readFile("main^{commit}", "src/a.txt")).resolves.toBe("one\n");
    expect([...files.keys()]).toEqual(["src/a.txt", "large.txt", "run.sh"]);
    expect(files.get("large.txt")).toBe(large);
  });

  it("lists tags with the commits they point to", async () => {
    expect(await git.tags("")).toEqual([
      { name: "light", sha: first },
      { name: "v1.0.0", sha: first },
    ]);
    expect(await git.tags("v")).toHaveLength(1);
  });

  it("reports what is dirty, with strange names", async () => {
    writeFileSync(join(clone, "new ä file.txt"), "x");
    sh("git mv src/a.txt 'src/b c.txt'");

    const status = await git.status();

    expect(status).toEqual({ branch: "main", head: first, shallow: false, dirty: ["src/b c.txt", "new ä file.txt"] });
    sh("git reset -q --hard && git clean -fdq");
  });

  it("streams the log and fails with the reason", async () => {
    const chunks = await all(git.log(["--format=%s", "main"]));

    expect(Buffer.concat(chunks).toString()).toBe("one\n");
    await expect(all(git.log(["nothing"]))).rejects.toThrow("nothing");
  });
});

describe("writing", () => {
  const files = new Map<string, string | undefined>([
    ["docs/new.md", "grüße\n"],
    ["run.sh", "#!/bin/sh\nexit 1\n"],
    ["src/a.txt", undefined],
  ]);

  it("makes the same commit from the same arguments, and leaves no trace in refs, index or work tree", async () => {
    const commit = { parents: [first], files, message: "chore: files", at };

    const sha = await git.commitFiles(commit);

    expect(await git.commitFiles(commit)).toBe(sha);
    expect(sh(`git show --format='%an|%ae|%aI|%s' --no-patch ${sha}`)).toBe(
      "Ada x|ada@example.com|2026-01-02T03:04:05+00:00|chore: files",
    );
    expect(sh(`git ls-tree -r ${sha} run.sh docs`)).toMatch(/^100644 .*docs\/new.md\n100755 .*run.sh$/);
    expect(await git.listFiles(sha)).toEqual(["docs/new.md", "run.sh"]);
    expect(await git.readFile(sha, "docs/new.md")).toBe("grüße\n");
    expect(sh("git status --porcelain && git for-each-ref refs/release-command")).toBe("");
  });

  it("makes the tree that git's own index makes: links, scripts, commits of others, names in any bytes", async () => {
    const index = join(world, "scratch-index");
    const inIndex = (command: string): string => sh(`export GIT_INDEX_FILE='${index}'; ${command}`);
    inIndex(`git read-tree main && id=$(git hash-object -w run.sh) && printf '%s\\t%s\\n' \
      "120000 $id" link "100755 $id" a/b/c.sh "100644 $id" a/b.txt "100644 $id" a-b "160000 ${first}" other \
      "100644 $id" 'deep/only/file' "100644 $id" 'file' "100644 $id" "$(printf 'b\\344d')" | git update-index --index-info`);
    const parent = sh(`git commit-tree -m parent ${inIndex("git write-tree")}`);
    const texts = { link: "run.sh", "a/b/c.sh": "exit 2\n", "a/b/new/er": "n\n", "a.b": "ab\n", "file/in": "in\n" };
    const gone = ["deep/only/file", "a-b", "nowhere/at/all", "link/below"];

    const changes = new Map([...Object.entries(texts), ...gone.map((path) => [path, undefined] as const)]);
    const sha = await git.commitFiles({ parents: [parent], files: changes, message: "m", at });

    inIndex(`git rm -q --cached deep/only/file a-b file && for one in "120000 run.sh link" "100755 exit\\0402\\n a/b/c.sh" \
      "100644 n\\n a/b/new/er" "100644 ab\\n a.b" "100644 in\\n file/in"; do set -- $one; \
      git update-index --add --cacheinfo "$1,$(printf "$2" | git hash-object -w --stdin),$3"; done`);
    expect(await git.treeOf(sha)).toBe(inIndex("git write-tree"));
    expect(await git.listFiles(sha)).toContain("file/in");
    expect(sh("git fsck --strict --no-dangling 2>&1")).toBe("");
    await expect(
      git.commitFiles({ parents: [parent], files: new Map([["a/../b", ""]]), message: "m", at }),
    ).rejects.toThrow("invalid path");
  });

  it("writes whole trees without a process, as git itself would", async () => {
    const whole = { parents: [first], files: new Map([["facts.jsonl", "{}\n"]]), message: "facts", at };

    const sha = await git.commitFiles({ ...whole, whole: true });

    expect(await git.listFiles(sha)).toEqual(["facts.jsonl"]);
    expect(sh("git fsck --strict --no-dangling 2>&1")).toBe("");
    expect(statSync(join(clone, ".git/objects", sha.slice(0, 2), sha.slice(2))).mode & 0o777).toBe(0o444);
  });

  it("makes an annotated tag that git accepts", async () => {
    const tag = { name: "v1.1.0", sha: first, message: "v1.1.0", at };
    const id = await git.tagObject(tag);

    expect(await git.tagObject(tag)).toBe(id);
    expect(sh(`git cat-file -p ${id}`)).toContain("tag v1.1.0\ntagger Ada x <ada@example.com>");
  });

  it("merges, and names the files that conflict", async () => {
    const make = (path: string, text: string) =>
      git.commitFiles({ parents: [first], files: new Map([[path, text]]), message: "m", at });
    const [ours, theirs, other] = [await make("o.txt", "o"), await make("t.txt", "t"), await make("o.txt", "x")];

    const merged = await git.merge({ ours, theirs, message: "merge", at });

    expect(merged.state === "merged" && (await git.listFiles(merged.sha))).toEqual([
      "o.txt",
      "run.sh",
      "src/a.txt",
      "t.txt",
    ]);
    expect(await git.merge({ ours, theirs: other, message: "merge", at })).toEqual({
      state: "conflict",
      files: ["o.txt"],
    });
  });

  it("reverts a commit, a merge's first-parent side, a root; sees conflicts and nothing to do", async () => {
    const make = (parents: string[], path: string, text: string | undefined) =>
      git.commitFiles({ parents, files: new Map([[path, text]]), message: "m", at });
    const bad = await make([first], "src/a.txt", "bad\n");
    const later = await make([bad], "other.txt", "later\n");
    const over = await make([bad], "src/a.txt", "quite other\n");
    const revert = (commit: string, onto: string) => git.revert({ commit, onto, message: "revert", at });

    const reverted = await revert(bad, later);

    const sha = reverted.state === "reverted" ? reverted.sha : "";
    expect(await git.readFile(sha, "src/a.txt")).toBe("one\n");
    expect(await git.readFile(sha, "other.txt")).toBe("later\n");
    expect(await revert(bad, over)).toEqual({ state: "conflict", files: ["src/a.txt"] });
    const several = await git.revert({ commit: over, before: first, onto: over, message: "revert", at });
    expect(several.state === "reverted" && (await git.treeOf(several.sha))).toBe(await git.treeOf(first));
    expect(await revert(bad, sha)).toEqual({ state: "nothing-to-revert" });
    const merged = await git.merge({ ours: first, theirs: bad, message: "merge", at });
    const unmerged = await revert(
      merged.state === "merged" ? merged.sha : "",
      merged.state === "merged" ? merged.sha : "",
    );
    expect(unmerged.state === "reverted" && (await git.treeOf(unmerged.sha))).toBe(await git.treeOf(first));
    expect((await revert(first, first)).state).toBe("reverted");
  });
});

describe("pushing", () => {
  const head = "refs/heads/pushed";

  it("is all or nothing, and a ref that moved refuses the whole", async () => {
    const second = await git.commitFiles({ parents: [first], files: new Map([["x", "x"]]), message: "x", at });

    expect(await git.push([{ ref: head, to: first, expect: "absent" }])).toEqual({ state: "applied" });
    const lost = await git.push([
      { ref: head, to: second, expect: second },
      { ref: "refs/heads/other", to: second, expect: "absent" },
    ]);

    expect(lost).toMatchObject({ state: "refused", denied: false });
    expect([...(await git.remoteRefs(["refs/heads/*"])).keys()]).toEqual(["refs/heads/main", head]);
    expect(await git.push([{ ref: head, to: second, expect: "any" }])).toEqual({ state: "applied" });
    expect(await git.push([{ ref: head, to: first, expect: "any" }])).toMatchObject({
      state: "refused",
      denied: false,
    });
    expect(await git.push([{ ref: head, to: undefined, expect: second }])).toEqual({ state: "applied" });
  });

  it("tells a host that forbids from a race that was lost", async () => {
    const hook = join(world, "hub.git/hooks/pre-receive");
    writeFileSync(hook, "#!/bin/sh\necho GH013: rule violations; exit 1\n", { mode: 0o755 });

    const outcome = await git.push([{ ref: head, to: first, expect: "absent" }]);

    expect(outcome).toMatchObject({ state: "refused", denied: true, reason: expect.stringContaining("GH013") });
    rmSync(hook);
  });

  it("does not know when the answer never came", async () => {
    const hook = join(world, "hub.git/hooks/post-receive");
    writeFileSync(hook, "#!/bin/sh\nkill -9 $PPID # receive-pack dies after the update\n", { mode: 0o755 });

    const outcome = await git.push([{ ref: head, to: first, expect: "absent" }]);

    rmSync(hook);
    expect((await git.remoteRefs([head])).get(head)).toBe(first);
    expect(outcome.state).toBe("unknown");
  });
});

describe("work trees", () => {
  it("exports the files of a commit, without .git and without touching the clone", async () => {
    const directory = join(world, "exported");

    await git.exportTree(first, directory);

    expect(readFileSync(join(directory, "src/a.txt"), "utf8")).toBe("one\n");
    expect(statSync(join(directory, "run.sh")).mode & 0o100).toBe(0o100);
    expect(sh("git status --porcelain")).toBe("");
  });

  it("makes a work tree, resets one that is there, and removes it", async () => {
    const directory = join(world, "tree");
    await git.ensureWorktree(first, directory);
    writeFileSync(join(directory, "src/a.txt"), "changed");
    writeFileSync(join(directory, "rest"), "rest");

    await git.ensureWorktree(first, directory);

    expect(sh("git status --porcelain && git rev-parse HEAD", directory)).toBe(first);
    await git.removeWorktree(directory);
    expect(sh("git worktree list | wc -l")).toBe("1");
  });
});

/** Forty files of "main", of which every other one is there. */
async function askAll(): Promise<readonly (string | undefined)[]> {
  const names = Array.from({ length: 40 }, (_, one) => (one % 2 === 0 ? "src/a.txt" : `no ${one}`));
  return Promise.all(names.map((name) => git.readFile("main", name)));
}

function readingProcesses(): readonly string[] {
  return sh(`pgrep -P ${process.pid} -f '[c]at-file --batch' || true`).split("\n");
}

async function all(stream: AsyncIterable<Buffer>): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}
