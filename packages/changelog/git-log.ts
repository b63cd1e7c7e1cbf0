import { StringDecoder } from "node:string_decoder";
import type { Commit } from "./commit.ts";

// NUL is the one byte that neither a name nor a message can hold, so no commit can forge a field.
/** What `readCommits` reads: give it to `git log` together with `-z`. */
export const logFormat = "%H%x00%P%x00%an%x00%ae%x00%ct%x00%B";
const fieldsPerCommit = 6;
/** What is made of a batch lives until the next: a nursery that finds most of it alive would take it for long-lived. */
const batchLength = 32;

/** The arguments of `git log` for `range` (`v1.0.0..main`, or one revision), whatever the user's git configuration says. */
export function logArguments(range: string, options?: { readonly firstParent?: boolean }): readonly string[] {
  return [
    "-z",
    `--format=${logFormat}`,
    "--encoding=UTF-8",
    "--no-show-signature",
    "--no-notes",
    "--no-color",
    "--no-patch",
    ...(options?.firstParent === true ? ["--first-parent"] : []),
    "--end-of-options",
    range,
    "--",
  ];
}

/**
 * The commits of a `git log` stream, some at a time: a promise for each commit would cost more than reading it. Memory
 * is that of the largest commit, time is linear.
 */
export async function* readCommits(log: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Commit[]> {
  const decoder = new StringDecoder("utf8");
  let fields: string[] = [];
  // The beginning of a field that ends in a later chunk. Joined once, or a huge message would cost quadratic time.
  let pieces: string[] = [];
  for await (const bytes of log) {
    const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    let batch: Commit[] = [];
    let start = 0;
    for (let end = text.indexOf("\0"); end !== -1; end = text.indexOf("\0", start)) {
      pieces.push(text.slice(start, end));
      fields.push(pieces.length === 1 ? (pieces[0] ?? "") : pieces.join(""));
      pieces = [];
      start = end + 1;
      if (fields.length < fieldsPerCommit) continue;
      batch.push(toCommit(fields));
      fields = [];
      if (batch.length < batchLength) continue;
      yield batch;
      batch = [];
    }
    if (start < text.length) pieces.push(text.slice(start));
    if (batch.length > 0) yield batch;
  }
  // `git log -z` ends each record with NUL, but a pipe that was cut may lack the last one.
  const last = pieces.join("") + decoder.end();
  if (fields.length === fieldsPerCommit - 1) yield [toCommit([...fields, last])];
}

function toCommit(fields: readonly string[]): Commit {
  const [sha = "", parents = "", name = "", email = "", committedAt = "", message = ""] = fields;
  return {
    sha,
    parents: parents === "" ? [] : parents.split(" "),
    author: { name, email },
    committedAt: Number(committedAt),
    message,
  };
}
