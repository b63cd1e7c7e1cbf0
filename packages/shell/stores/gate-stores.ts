import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";

import { getExecOutput } from "@actions/exec";

import { cleanEnvironment } from "#gates";
import { run } from "#process";
import type { Tested } from "#stages";

import type { Runner } from "../runner.ts";
import { download, findArchive, type CacheService } from "./cache-service.ts";
import { save } from "./save.ts";
import { sift } from "./sift.ts";
import { stores, type Ask, type Named, type Store } from "./store.ts";

/** How long a cache may take, in ms. Downloading the packages again costs about as much. */
export interface Limits {
  readonly restoreMs: number;
  /** For each store. */
  readonly saveMs: number;
}

/** The package stores of a leg. Whatever becomes of them, the gates run: it never throws. */
export interface GateStores {
  /** Fills them with what the lock files of the commit name, within the limit. */
  readonly restore: (tested: Tested) => Promise<void>;
  /** Keeps those that were not restored just so, within the limit; nothing of a hotfix, which is in a hurry. */
  readonly save: () => Promise<void>;
}

/** A store of this machine, and what the commit under test wants of it. */
interface Wanted {
  readonly store: Store;
  readonly folder: string;
  readonly named: Named;
  /** All commits that want the very same packages have it; what else their lock files say, such as their own version, does not matter. */
  readonly key: string;
  /** Older ones begin like it. */
  readonly prefix: string;
}

/** The stores of a leg on a runner whose run keeps caches. */
export function gateStores(runner: Runner, service: CacheService, { restoreMs, saveMs }: Limits): GateStores {
  const directory = path.join(runner.temp, "release-stores");
  const changed: Wanted[] = [];
  const attempt = async (what: string, limitMs: number, act: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const limit = AbortSignal.timeout(limitMs);
    await act(AbortSignal.any([runner.signal, limit])).catch((thrown: unknown) => {
      const why = limit.aborted ? `it took more than ${limitMs / 1000} s` : messageOf(thrown);
      runner.say(`cache: ${what}: ${why}; the gates need none`);
    });
  };
  return {
    async restore(tested) {
      await attempt("nothing was restored", restoreMs, async (signal) => {
        const missed = await restoreAll({ runner, service, directory, tested, signal });
        if (tested.releaseType !== "hotfix") changed.push(...missed);
      });
    },
    async save() {
      for (const wanted of changed)
        await attempt(`${wanted.store.tool} was not kept`, saveMs, async (signal) => {
          const { store, folder: from, named } = wanted;
          const place = path.join(directory, store.tool);
          await rm(place, { recursive: true, force: true });
          const to = path.join(place, "store");
          const count = await sift({ from, to, named, nameOf: store.nameOf, signal });
          if (count > 0)
            runner.say(`cache: ${store.tool}: ${await save(runner, { ...wanted, directory: place, signal })}`);
          await rm(place, { recursive: true, force: true });
        });
    },
  };
}

interface Restoring {
  readonly runner: Runner;
  readonly service: CacheService;
  readonly directory: string;
  readonly tested: Tested;
  readonly signal: AbortSignal;
}

/** Those that are to be kept again, because nothing was found that is just so. */
async function restoreAll(restoring: Restoring): Promise<readonly Wanted[]> {
  const { runner, tested, signal } = restoring;
  const ask = asking(runner, signal);
  const version = versionOf((await ask("zstd", ["--version"])) !== undefined);
  const paths = await tested.paths();
  const restored = stores.map(async (store) => {
    const wanted = await wantedOf(store, { ask, paths, restoring });
    if (wanted === undefined) return [];
    const found = await restoreOne(wanted, version, restoring).catch((thrown: unknown) => {
      runner.say(`cache: ${store.tool} was not restored: ${signal.aborted ? "it took too long" : messageOf(thrown)}`);
    });
    return found === wanted.key ? [] : [wanted];
  });
  return (await Promise.all(restored)).flat();
}

async function wantedOf(
  store: Store,
  {
    ask,
    paths,
    restoring: { runner, tested },
  }: { readonly ask: Ask; readonly paths: readonly string[]; readonly restoring: Restoring },
): Promise<Wanted | undefined> {
  const { tool, lockFile, folder: folderOf, namedIn } = store;
  const lockFiles = paths.filter((file) => lockFile.test(file) && !/(^|\/)(node_modules|vendor)\//.test(file));
  if (lockFiles.length === 0) return undefined;
  const folder = await folderOf(ask, cleanEnvironment(runner.env));
  if (folder === undefined || !path.isAbsolute(folder)) return undefined;
  const named = namedIn([...(await tested.read(lockFiles)).values()]);
  if (named.size === 0) return undefined;
  const prefix = `release-command-${tool}-${process.platform}-${process.arch}-`;
  const digests = JSON.stringify([...named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const key = `${prefix}${createHash("sha256").update(digests).digest("hex")}`;
  return { store, folder, named, key, prefix };
}

/** The key under which something was found. */
async function restoreOne(
  { store: { tool, nameOf }, folder, named, key, prefix }: Wanted,
  version: string,
  { runner, service, directory, signal }: Restoring,
): Promise<string | undefined> {
  const found = await findArchive(service, { keys: [key, prefix], version, signal });
  if (found === undefined) return undefined;
  const place = path.join(directory, tool);
  await mkdir(path.join(place, "unpacked"), { recursive: true });
  try {
    await download(found.url, path.join(place, "archive"), signal);
    await unpack(place, signal);
    const from = path.join(place, "unpacked", "store");
    const count = await sift({ from, to: folder, named, nameOf, signal });
    runner.say(`cache: ${tool}: restored ${count} of ${named.size} packages`);
    return found.key;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Whoever keeps caches may have made the archive. tar leaves nothing outside the folder unless it is told to (`-P`). */
async function unpack(place: string, signal: AbortSignal): Promise<void> {
  const options = ["--no-same-owner", "--no-same-permissions", "-C", "unpacked"];
  const { exitCode, stderr } = await run(["tar", "-xf", "archive", ...options], { cwd: place, signal });
  signal.throwIfAborted();
  if (exitCode !== 0) throw new Error(`the archive is damaged: ${stderr.trim().split("\n").at(-1) ?? ""}`);
}

/** The client computes it so, of what is kept and how: what it saves is found by no other. */
function versionOf(hasZstd: boolean): string {
  const parts = ["store", hasZstd ? "zstd-without-long" : "gzip", "1.0"];
  return createHash("sha256").update(parts.join("|")).digest("hex");
}

function asking({ env, cwd }: Runner, signal: AbortSignal): Ask {
  const clean = { ...cleanEnvironment(env), NO_UPDATE_NOTIFIER: "1" };
  return async (program, args) => {
    signal.throwIfAborted();
    const options = { cwd, env: clean, silent: true, ignoreReturnCode: true };
    // A program that is not there rejects.
    const answer = getExecOutput(program, [...args], options).catch(() => undefined);
    const result = await Promise.race([answer, aborted(signal)]);
    const text = result?.exitCode === 0 ? result.stdout.trim() : "";
    return text === "" ? undefined : text;
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  });
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
