import { expect, it } from "@jest/globals";

import { changelogsOf, releaseTags } from "./history.ts";

const shaOf = (name: string) => Buffer.from(name).toString("hex").padEnd(40, "0");

/** As `git log -z` tells it: name, parents and message of each commit. */
async function* log(...commits: readonly (readonly [string, string, string])[]): AsyncGenerator<Buffer> {
  for (const [name, parents, message] of commits) {
    const ancestors = parents === "" ? "" : parents.split(" ").map(shaOf).join(" ");
    yield Buffer.from([shaOf(name), ancestors, "Ines", "ines@acme.example", "1767225600", message, ""].join("\0"));
  }
}

async function told(source: AsyncIterable<Buffer>, tagged: Readonly<Record<string, string>>) {
  const tags = releaseTags(Object.entries(tagged).map(([name, commit]) => ({ name, sha: shaOf(commit) })));
  const sections = [];
  for await (const batch of changelogsOf(source, { tags, untagged: "Unreleased" })) sections.push(...batch);
  return sections.map(({ markdown, ledger }) => [
    /^## \[?([^ \]]+)/.exec(markdown)?.[1],
    ...[...ledger.lists.inNotes, ...ledger.lists.hidden, ...ledger.lists.unconventional].map(({ header }) => header),
  ]);
}

it("tells each release what came after the one before it", async () => {
  const history = log(["d", "c", "feat: d"], ["c", "b", "fix: c"], ["b", "a", "feat: b"], ["a", "", "feat: a"]);

  expect(await told(history, { "v1.0.0": "a", "v1.1.0": "c", nightly: "d" })).toEqual([
    ["Unreleased", "feat: d"],
    ["1.1.0", "fix: c", "feat: b"],
    ["1.0.0", "feat: a"],
  ]);
});

it("gives a commit of a branch that was merged later to the release that has the merge", async () => {
  // `s` was made before v1.0.0 (`b`), and came in by the merge `m` after it.
  const history = log(
    ["m", "c s", "Merge branch 'side'"],
    ["c", "b", "fix: c"],
    ["b", "a", "feat: b"],
    ["s", "a", "feat: side"],
    ["a", "", "feat: a"],
  );

  expect(await told(history, { "v1.0.0": "b" })).toEqual([
    ["Unreleased", "fix: c", "feat: side", "Merge branch 'side'"],
    ["1.0.0", "feat: b", "feat: a"],
  ]);
});

it("loses no commit when a clock showed one before its children", async () => {
  const history = log(["a", "", "feat: a"], ["c", "b", "feat: c"], ["b", "a", "fix: b"]);

  const sections = await told(history, { "v1.0.0": "b" });

  expect(new Set(sections.flatMap(([, ...headers]) => headers))).toEqual(new Set(["feat: a", "feat: c", "fix: b"]));
});

it("takes the release for the name of a commit, not its candidate", () => {
  const sha = shaOf("a");
  const names = ["v1.0.0-rc.1", "v1.0.0", "v1.0.0-rc.2", "latest", "shop@1.0.0"];

  expect([...releaseTags(names.map((name) => ({ name, sha })))]).toEqual([[sha, "v1.0.0"]]);
});
