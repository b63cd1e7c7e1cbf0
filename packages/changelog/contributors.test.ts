import { expect, it } from "@jest/globals";
import { findKnownAuthors } from "./contributors.ts";
import { parseCommit } from "./parse-commit.ts";

const by = (email: string, message = "fix: x") =>
  parseCommit({
    sha: "a".repeat(40),
    parents: [],
    author: { name: "Ada", email },
    committedAt: 1_767_225_600,
    message,
  });

async function* log(...pieces: readonly string[]) {
  for (const piece of pieces) yield Buffer.from(piece);
}

it("knows authors and co-authors of the past, in pieces too", async () => {
  const commits = [
    by("Ada@x.example"),
    by("new@x.example"),
    by("ada@x.example", "fix: y\n\nCo-authored-by: Bob <bob@x.example>"),
  ];

  const known = await findKnownAuthors(commits, log("eve@x.ex", "ample\n\nADA@x.example\nBob B <bob@", "x.example>\n"));

  expect([...known].toSorted()).toEqual(["ada@x.example", "bob@x.example"]);
});

it("stops reading once everyone is known", async () => {
  let read = 0;
  async function* long() {
    while (read < 100) {
      read += 1;
      yield Buffer.from("ada@x.example\n");
    }
  }

  await findKnownAuthors([by("ada@x.example")], long());

  expect(read).toBe(1);
});
