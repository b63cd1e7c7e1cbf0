import { type Archive, openArchive } from "./archive.ts";
import type { ForgeTime } from "./clock.ts";
import type { Amendment, ArchiveFile } from "./port.ts";

/** Returns a try, to be repeated until it says whether there was anything to change: others may archive at the same moment. */
export function amending(options: {
  readonly forge: ForgeTime;
  readonly ref: string;
  /** What the change is about, a release for one. */
  readonly about: string;
  readonly change: Amendment;
}): () => Promise<"changed" | "same" | undefined> {
  const { forge, ref, about, change } = options;
  return async () => {
    const archive = await openArchive(forge, ref);
    const wanted = typeof change === "function" ? await change({ ...archive, nowMs: forge.nowMs() }) : [change];
    const files = await different(archive, wanted);
    if (files.size === 0) return "same";
    const message = `${about}: ${[...files.keys()].join(", ")} brought up to date`;
    const write = { ref, expect: archive.version, before: "base", message, files } as const;
    const at = new Date(forge.nowMs()).toISOString();
    return (await forge.store.write([write], at)).state === "applied" ? "changed" : undefined;
  };
}

async function different(
  archive: Archive,
  wanted: readonly Pick<ArchiveFile, "path" | "content">[],
): Promise<ReadonlyMap<string, string>> {
  const present = await archive.read(wanted.map(({ path }) => path));
  return new Map(
    wanted.filter(({ path, content }) => present.get(path) !== content).map(({ path, content }) => [path, content]),
  );
}
