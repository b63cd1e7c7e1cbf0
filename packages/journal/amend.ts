import { openArchive } from "./archive.ts";
import type { ForgeTime } from "./clock.ts";
import type { ArchiveFile } from "./port.ts";

/** Returns a try, to be repeated until it says whether there was anything to change: others may archive at the same moment. */
export function amending(options: {
  readonly forge: ForgeTime;
  readonly ref: string;
  readonly release: string;
  readonly file: Pick<ArchiveFile, "path" | "content">;
}): () => Promise<"changed" | "same" | undefined> {
  const { forge, ref, release, file } = options;
  return async () => {
    const archive = await openArchive(forge, ref);
    if ((await archive.read([file.path])).get(file.path) === file.content) return "same";
    const files = new Map([[file.path, file.content]]);
    const message = `${release}: ${file.path} brought up to date`;
    const change = { ref, expect: archive.version, before: "base", message, files } as const;
    const at = new Date(forge.nowMs()).toISOString();
    return (await forge.store.write([change], at)).state === "applied" ? "changed" : undefined;
  };
}
