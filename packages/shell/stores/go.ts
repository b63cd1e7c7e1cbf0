import path from "node:path";

import type { Digest, Store } from "./store.ts";

/**
 * Go: archives and `go.mod` files of modules. Nothing that Go unpacked or built, and no note of a hash that it computed once
 * (`.ziphash`): it would believe that note.
 */
export const go: Store = {
  tool: "go",
  lockFile: /(^|\/)go\.sum$/,
  async folder(ask) {
    const cache = await ask("go", ["env", "GOMODCACHE"]);
    return cache === undefined ? undefined : path.join(cache, "cache", "download");
  },
  namedIn(lockFiles) {
    const files = new Map<string, Digest[]>();
    for (const text of lockFiles)
      for (const { groups } of text.matchAll(
        /^(?<module>\S+) (?<version>[^\s/]+)(?<isMod>\/go\.mod)? h1:(?<digest>[\w+/]+=*)$/gm,
      )) {
        const place = `${escaped(groups?.["module"])}/@v/${escaped(groups?.["version"])}`;
        const file = `${place}.${groups?.["isMod"] === undefined ? "zip" : "mod"}`;
        files.set(file, [...(files.get(file) ?? []), `h1:${groups?.["digest"] ?? ""}`]);
      }
    return files;
  },
  nameOf: (file) => file,
};

/** As Go writes names for file systems that do not tell A from a. */
function escaped(name = ""): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
