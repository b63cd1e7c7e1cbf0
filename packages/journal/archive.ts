import type { Fact } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { joinLines } from "./lines.ts";
import { sealPeople } from "./people.ts";
import type { Driver } from "./port.ts";
import { archivePath, peoplePath, reservationPath } from "./refs.ts";
import type { Change } from "./store.ts";

/** The archive as it is at one version. `version` is `absent` before the first release. */
export interface Archive {
  readonly version: string;
  readonly paths: ReadonlySet<string>;
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly readBytes: (paths: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
}

/** Opens the newest archive, or the one among heads that were just looked at; when that is gone already, the newest. */
export async function openArchive(forge: ForgeTime, ref: string, seen?: ReadonlyMap<string, string>): Promise<Archive> {
  for (let heads = seen; ; heads = undefined) {
    heads ??= (await forge.look([ref])).heads;
    const version = heads.get(ref);
    if (version === undefined) return { version: "absent", paths: new Set(), read: nothing, readBytes: nothing };
    const paths = await forge.store.list(ref, version);
    if (paths === undefined) continue;
    return {
      version,
      paths: new Set(paths),
      read: async (wanted) => still(ref, await forge.store.read(ref, version, wanted)),
      readBytes: async (wanted) => still(ref, await forge.store.readBytes(ref, version, wanted)),
    };
  }
}

/** `v1.9.0`, `v1.10.0`, `v1.10.0_2`: numbers in a name count as numbers. */
const byVersion = new Intl.Collator("en", { numeric: true });

/** Ids of the releases in an archive; those of the highest versions where there are more than `count`. */
export function releasesIn({ paths }: Archive, count = Number.POSITIVE_INFINITY): readonly string[] {
  const ids = [...paths].flatMap((path) => /^releases\/(.+)\.jsonl$/.exec(path)?.[1] ?? []);
  return ids.length <= count ? ids : ids.toSorted(byVersion.compare).slice(-count);
}

/** What there is of a release, of its facts and its people. */
export function filesOf({ paths }: Archive, id: string): readonly string[] {
  return [archivePath(id), peoplePath(id)].filter((path) => paths.has(path));
}

async function nothing(): Promise<ReadonlyMap<string, never>> {
  return new Map<string, never>();
}

function still<Files>(ref: string, files: Files | undefined): Files {
  if (files === undefined) throw new Error(`${ref} was rewritten while it was read`);
  return files;
}

/** How a release is put into the archive: its facts and people, the caller's files, and the reservation of its id goes. */
export function archiveChange(options: {
  readonly forge: ForgeTime;
  readonly ref: string;
  readonly id: string;
  readonly files: Parameters<Driver["archive"]>[0];
}): (facts: readonly Fact[], lines: readonly string[]) => Promise<Change> {
  const { forge, ref, id } = options;
  return async (facts, lines) => {
    const archive = await openArchive(forge, ref);
    const readOne = async (path: string): Promise<string | undefined> => (await archive.read([path])).get(path);
    const sealed = sealPeople(lines);
    const files = new Map<string, string | undefined>([[archivePath(id), joinLines(sealed?.lines ?? lines)]]);
    if (sealed !== undefined) files.set(peoplePath(id), joinLines(sealed.people));
    if (archive.paths.has(reservationPath(id))) files.set(reservationPath(id), undefined);
    for (const { path, content, append } of await options.files(facts, readOne, sealed?.facts ?? facts)) {
      const before = append === true ? (files.get(path) ?? (await readOne(path)) ?? "") : "";
      files.set(path, before + content);
    }
    return { ref, expect: archive.version, before: "base", message: `${id}: archived`, files };
  };
}
