import { ReleaseFault } from "#faults";
import { merge, revert } from "./combine.ts";
import { createCommand, type Command, type Identity } from "./command.ts";
import { commitChanges, commitWhole } from "./commit.ts";
import { gitFault, withoutSecrets } from "./faults.ts";
import { isHttp, type Fetch, type HttpRemote } from "./http-remote.ts";
import { look } from "./look.ts";
import { createObjectWriter } from "./loose.ts";
import { readObjects, type ObjectReader } from "./objects.ts";
import type { Git } from "./port.ts";
import { push } from "./push.ts";
import { reading } from "./read.ts";
import { abilitiesOf, send, type Abilities } from "./send.ts";
import { signTag } from "./sign.ts";
import { ensureWorktree, exportTree, removeWorktree } from "./trees.ts";

export interface GitOptions {
  readonly directory: string;
  /** Name of a remote, or an address; default `origin`. */
  readonly remote?: string;
  /** Who commits and tags. */
  readonly author: Identity;
  /** Value of the HTTP `Authorization` header for the remote; asked anew for each command. */
  readonly authorization?: () => string | undefined;
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
}

const fetchTimeoutMs = 600_000;

/** Opens the clone in a directory. Throws a fault when it is none, has no such remote, or git is missing. */
export async function openGit(options: GitOptions): Promise<Git> {
  const remote = options.remote ?? "origin";
  const found: { url?: string } = {};
  const command = createCommand({ ...options, remoteUrl: () => found.url });
  const [place, url] = await Promise.all([findClone(command), findRemote(command, remote)]);
  found.url = url;
  const objects = createObjectWriter(place.objects, place.algorithm, options.author);
  const reader = readObjects(command);
  const fetch = options.fetch ?? globalThis.fetch;
  const overHttp = (): HttpRemote => {
    return { url, fetch, authorization: options.authorization?.(), algorithm: place.algorithm };
  };
  const lookAt: Git["look"] = (prefixes) => look({ ...overHttp(), git: command, remote }, prefixes);
  let abilities: Promise<Abilities | undefined> | undefined;
  const pushAll: Git["push"] = async (updates) => {
    const news = objects.takeNew(updates.flatMap(({ to }) => (to === undefined ? [] : [to])));
    if (isHttp(url) && news !== undefined && updates.length > 0) {
      abilities ??= abilitiesOf(overHttp());
      const known = await abilities;
      const sent = known === undefined ? undefined : await send(overHttp(), known, { updates, objects: news });
      if (sent !== undefined) return sent;
    }
    return push(command, remote, updates);
  };

  return {
    directory: options.directory,
    remote: withoutSecrets(url),
    ...reading(command, reader),
    async fetch(refspecs, fetchOptions) {
      if (isHttp(url) && fetchOptions === undefined && (await isCurrent(reader, lookAt, refspecs))) return;
      await fetchObjects(command, remote, refspecs, fetchOptions);
      // Where a history is cut off is read once by a process.
      if (fetchOptions?.depth !== undefined) reader.forget();
    },
    async remoteRefs(patterns) {
      const { refs } = await lookAt(patterns.map((pattern) => pattern.replace(/[*?[].*$/, "")));
      const wanted = patterns.map(globExpression);
      return new Map([...refs].filter(([ref]) => wanted.some((expression) => expression.test(ref))));
    },
    look: lookAt,
    push: pushAll,
    commitFiles: (commit) =>
      commit.whole === true ? commitWhole(objects, commit) : commitChanges({ stored: reader, objects }, commit),
    tagObject: (tag) => objects.tag(tag),
    signedTag: (tag) => signTag(command, { ...place, author: options.author }, tag, false),
    async trySigning(sha, signer) {
      const at = "1970-01-01T00:00:00Z";
      await signTag(
        command,
        { ...place, author: options.author },
        { name: "trial", sha, message: "trial", at, signer },
        true,
      );
    },
    revert: (wanted) => revert(command, objects, wanted),
    merge: (wanted) => merge(command, objects, wanted),
    exportTree: (sha, directory) => exportTree(command, place.gitDirectory, sha, directory),
    ensureWorktree: (sha, directory) => ensureWorktree(command, sha, directory),
    removeWorktree: (directory) => removeWorktree(command, directory),
  };
}

async function findClone(command: Command) {
  const listing = await command.text("open the clone", [
    "rev-parse",
    "--path-format=absolute",
    "--git-dir",
    "--git-path",
    "objects",
    "--show-object-format",
  ]);
  const [gitDirectory = "", objects = "", format] = listing.split("\n");
  return { gitDirectory, objects, algorithm: format === "sha256" ? ("sha256" as const) : ("sha1" as const) };
}

async function findRemote(command: Command, remote: string): Promise<string> {
  if (/[/:\\]/.test(remote)) return remote;
  const result = await command.try(["remote", "get-url", "--push", remote]);
  if (result.exitCode === 0) return result.stdout.trim();
  if (/not a git repository/i.test(result.stderr)) throw gitFault("open the clone", result.stderr);
  throw new ReleaseFault("config", `This clone has no remote "${remote}"`, {
    hint: `List the remotes with \`git remote -v\`, or add it: git remote add ${remote} https://github.com/owner/name.git`,
  });
}

async function fetchObjects(
  command: Command,
  remote: string,
  refspecs: readonly string[],
  options: Parameters<Git["fetch"]>[1] = {},
): Promise<void> {
  const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`];
  const known = (options.known ?? []).map((sha) => `--negotiation-tip=${sha}`);
  const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", ...depth, ...known];
  await command.text("fetch from the remote", [...args, remote, ...refspecs], { timeoutMs: fetchTimeoutMs });
}

/**
 * Whether a fetch would find our refs as they are: a look is one request and no process, a fetch three and six. What it
 * cannot tell is for git to say.
 */
async function isCurrent(reader: ObjectReader, lookAt: Git["look"], refspecs: readonly string[]): Promise<boolean> {
  const pairs = refspecs.map((refspec) => /^\+?(?<from>refs\/[^*:]+):(?<to>refs\/[^*:]+)$/.exec(refspec)?.groups);
  const [froms, tos] = [pairs.map((pair) => pair?.["from"] ?? ""), pairs.map((pair) => pair?.["to"] ?? "")];
  if (froms.includes("")) return false;
  const here = await reader.read(tos);
  if (here.includes(undefined)) return false;
  const there = await lookAt(froms).catch(() => undefined);
  return froms.every((from, index) => there?.refs.get(from) === here[index]?.id);
}

/** A glob of a whole ref name; `*` does not stop at a slash, like `git ls-remote`. */
function globExpression(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`);
}
