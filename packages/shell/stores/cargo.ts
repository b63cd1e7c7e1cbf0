import path from "node:path";

import type { Digest, Store } from "./store.ts";

/** Cargo: the archives of crates. Cargo trusts those it finds, so that the digest here is the only one that is computed. */
export const cargo: Store = {
  tool: "cargo",
  lockFile: /(^|\/)Cargo\.lock$/,
  async folder(_, env) {
    const home = env["CARGO_HOME"] ?? (env["HOME"] === undefined ? undefined : path.join(env["HOME"], ".cargo"));
    return home === undefined ? undefined : path.join(home, "registry", "cache");
  },
  namedIn(lockFiles) {
    const crates = new Map<string, Digest[]>();
    for (const text of lockFiles)
      for (const { groups } of text.matchAll(
        /^name = "(?<name>[\w-]+)"\nversion = "(?<version>[\w.+-]+)"\n(?:source = "[^"\n]*"\n)?checksum = "(?<digest>[0-9a-f]{64})"$/gm,
      )) {
        const name = `${groups?.["name"]}-${groups?.["version"]}.crate`;
        crates.set(name, [...(crates.get(name) ?? []), `sha256:${groups?.["digest"] ?? ""}`]);
      }
    return crates;
  },
  // One folder for each registry.
  nameOf: (file) => file.replace(/^[\w.-]+\//, ""),
};
