import { randomUUID } from "node:crypto";
import type { Command, Identity } from "./command.ts";
import { signature, withLineEnd, type ObjectWriter } from "./loose.ts";
import type { Git } from "./port.ts";

type Commit = Parameters<Git["commitFiles"]>[0];

/** A commit whose tree is exactly these files. */
export async function commitWhole(objects: ObjectWriter, { parents, files, message, at }: Commit): Promise<string> {
  const entries = await Promise.all(
    [...files].flatMap(([name, content]) =>
      content === undefined ? [] : [objects.blob(content).then((id) => ({ name, mode: "100644" as const, id }))],
    ),
  );
  return objects.commit({ tree: await objects.tree(entries), parents, message, at });
}

/** A commit on its first parent that changes these files, by one `git fast-import`. */
export async function commitChanges(git: Command, author: Identity, commit: Commit): Promise<string> {
  const { parents, files, message, at } = commit;
  const modes = await modesOf(git, parents[0], [...files.keys()]);
  // fast-import wants a ref to work on; it is gone again at the end of the same stream.
  const scratch = `refs/release-command/scratch/${randomUUID()}`;
  const by = signature(author, at);
  const lines = [
    "feature done",
    `commit ${scratch}`,
    "mark :1",
    `author ${by}`,
    `committer ${by}`,
    data(withLineEnd(message)),
    ...parents.map((parent, index) => `${index === 0 ? "from" : "merge"} ${parent}`),
    ...[...files].flatMap(([path, content]) =>
      content === undefined
        ? [`D ${quote(path)}`]
        : [`M ${modes.get(path) ?? "100644"} inline ${quote(path)}`, data(content)],
    ),
    "",
    "get-mark :1",
    `reset ${scratch}`,
    `from ${"0".repeat((parents[0] ?? "").length === 64 ? 64 : 40)}`,
    "",
    "done",
    "",
  ];
  return git.text("write a commit", ["fast-import", "--quiet", "--force", "--date-format=raw"], {
    input: lines.join("\n"),
  });
}

/** A script that is rewritten stays executable. */
async function modesOf(
  git: Command,
  parent: string | undefined,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (parent === undefined) return new Map();
  const listing = await git.text("read a tree", ["ls-tree", "-z", "--full-tree", parent, "--", ...paths]);
  const entries = listing.split("\0").filter((line) => line !== "");
  return new Map(entries.map((line) => [line.slice(line.indexOf("\t") + 1), line.slice(0, line.indexOf(" "))]));
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function quote(path: string): string {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
