import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";

const types = ["feat", "fix", "chore", "docs", "refactor", "perf", "test", "build", "ci", "style"];
const scopes = ["", "api", "web", "cart", "auth", "deps", "search", "mail", "core"];
const words = "add remove improve guard read write retry cache split merge trace order price basket login token".split(
  " ",
);

/** A small generator with a seed: every run makes the same history. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of such a generator repeat soon; the high ones do not.
    return Math.floor((state / 2 ** 32) * below);
  };
}

function messageMaker(): (at: number) => string {
  const random = randomFrom(7);
  const subject = () => Array.from({ length: 7 }, () => words[random(words.length)]).join(" ");
  return (at) => {
    const scope = scopes[random(scopes.length)];
    const bang = random(100) === 0 ? "!" : "";
    const body = random(2) === 0 ? [] : Array.from({ length: 1 + random(6) }, () => subject());
    if (body.length > 0 && random(10) < 3) body.push("", `Closes #${at}`, "Reviewed-by: Dev <dev@example.org>");
    if (body.length > 0 && bang !== "") body.push("", "BREAKING CHANGE: read the guide");
    const header = `${types[random(types.length)]}${scope ? `(${scope})` : ""}${bang}: ${subject()} (#${at})`;
    return [header, "", ...body].join("\n");
  };
}

/** Makes a bare repository of `commits` commits in a line, with a tag on every `perRelease`th and on the last. */
export async function makeHistory(
  directory: string,
  { commits, perRelease }: { readonly commits: number; readonly perRelease: number },
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  await finished(spawn("git", ["init", "-q", "--bare", "-b", "main", directory], { stdio: "inherit" }));
  const git = spawn("git", ["-C", directory, "fast-import", "--quiet"], { stdio: ["pipe", "inherit", "inherit"] });
  const message = messageMaker();
  let text = "";
  for (let at = 1; at <= commits; at += 1) {
    text += commitCommand(at, message(at), at === 1);
    if (at % perRelease === 0 || at === commits) text += tagCommand(Math.ceil(at / perRelease), at);
    if (text.length < 1_000_000) continue;
    if (!git.stdin.write(text)) await once(git.stdin, "drain");
    text = "";
  }
  git.stdin.end(text);
  await finished(git);
  // As every clone has them: one file, and not thousands.
  await finished(spawn("git", ["-C", directory, "pack-refs", "--all"], { stdio: "inherit" }));
}

function commitCommand(at: number, message: string, first: boolean): string {
  const when = `${1_500_000_000 + at * 60} +0000`;
  const author = `Dev ${at % 997} <dev${at % 997}@example.org>`;
  const file = first ? 'M 100644 inline package.json\ndata 16\n{"name":"shop"}\n\n' : "";
  return `commit refs/heads/main\nmark :${at}\nauthor ${author} ${when}\ncommitter ${author} ${when}\ndata ${Buffer.byteLength(message)}\n${message}\n${file}`;
}

function tagCommand(release: number, mark: number): string {
  return `reset refs/tags/v${Math.floor(release / 100)}.${release % 100}.0\nfrom :${mark}\n\n`;
}

async function finished(child: ReturnType<typeof spawn>): Promise<void> {
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`git ended with ${String(code)}`);
}
