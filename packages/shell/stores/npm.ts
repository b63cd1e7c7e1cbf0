import path from "node:path";

import type { Digest, Store } from "./store.ts";

/**
 * npm: packages by their SHA-512, and no index. With the index a name could mean another package, for `npx` too; without it
 * npm takes a package from here only by the digest in the lock file, and computes that again.
 */
export const npm: Store = {
  tool: "npm",
  lockFile: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
  async folder(ask) {
    const cache = await ask("npm", ["config", "get", "cache"]);
    return cache === undefined ? undefined : path.join(cache, "_cacache", "content-v2");
  },
  namedIn(lockFiles) {
    return new Map(
      lockFiles.flatMap((text) =>
        [...text.matchAll(/"integrity":\s*"[^"]*\bsha512-(?<digest>[\w+/]+=*)/g)].map(({ groups }) => {
          const hex = Buffer.from(groups?.["digest"] ?? "", "base64").toString("hex");
          const place = `sha512/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`;
          return [place, [`sha512:${hex}`]] as const satisfies readonly [string, readonly Digest[]];
        }),
      ),
    );
  },
  nameOf: (file) => file,
};
