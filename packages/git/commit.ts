import { gitFault } from "./faults.ts";
import { entriesOf, folderMode, type ObjectWriter, type TreeEntry } from "./loose.ts";
import type { ObjectReader } from "./objects.ts";
import type { Git } from "./port.ts";

type Commit = Parameters<Git["commitFiles"]>[0];

/** A commit whose tree is exactly these files. */
export async function commitWhole(objects: ObjectWriter, { parents, files, message, at }: Commit): Promise<string> {
  const entries = await Promise.all(
    [...files].flatMap(([name, content]) =>
      content === undefined
        ? []
        : [objects.blob(content).then((id) => ({ name: Buffer.from(name), mode: "100644", id }))],
    ),
  );
  return objects.commit({ tree: await objects.tree(entries), parents, message, at });
}

interface Tools {
  readonly stored: ObjectReader;
  readonly objects: ObjectWriter;
}

interface Room extends Tools {
  /** Ids of what is stored, and on the other side, already. */
  readonly known: ReadonlySet<string>;
}

/** A commit on its first parent that changes these files. Only the folders on the way to them are read and written. */
export async function commitChanges(tools: Tools, { parents, files, message, at, base }: Commit): Promise<string> {
  const [parent] = parents;
  const known = new Set(base === undefined ? [] : await idsBelow(tools.stored, `${base}^{tree}`));
  const room: Room = { ...tools, known };
  const changes = [...files].map(([path, content]) => ({ names: namesOf(path), content }));
  const before = parent === undefined ? undefined : await treeAt(room.stored, `${parent}^{tree}`);
  if (parent !== undefined && before === undefined) throw gitFault("write a commit", `fatal: there is no ${parent}`);
  const tree = (await changed(room, before, changes)) ?? (await room.objects.tree([]));
  return room.objects.commit({ tree, parents, message, at });
}

/** A file by the names of its folders and its own; `undefined` as content removes it. */
interface Change {
  readonly names: readonly string[];
  readonly content: string | undefined;
}

/** What git would not check out, or only as something else. */
const impossibleName = /^(?:|\.|\.\.|\.git)$|\0/i;

function namesOf(path: string): readonly string[] {
  const names = path.split("/");
  if (names.some((name) => impossibleName.test(name))) {
    throw gitFault("write a commit", `fatal: invalid path ${JSON.stringify(path)}`);
  }
  return names;
}

/** The id of a folder with the changes made, or `undefined` when nothing is left in it: git knows no empty folder. */
async function changed(
  room: Room,
  before: readonly TreeEntry[] | undefined,
  changes: readonly Change[],
): Promise<string | undefined> {
  const here = Map.groupBy(changes, ({ names }) => names[0] ?? "");
  const kept = (before ?? []).filter(
    ({ name }) => !here.has(name.toString()) || !name.equals(Buffer.from(name.toString())),
  );
  const made = await Promise.all(
    Array.from(here, ([name, inside]) => {
      const bytes = Buffer.from(name);
      return changedEntry(room, before?.find((entry) => bytes.equals(entry.name)) ?? { name: bytes }, inside);
    }),
  );
  const left = made.filter((entry) => entry !== undefined);
  if (kept.length + left.length === 0) return undefined;
  const { true: old = [], false: news = [] } = Object.groupBy(left, ({ id }) =>
    room.known.has(id) ? "true" : "false",
  );
  return room.objects.tree(news, [...kept, ...old]);
}

/** An entry, or the place for one that is not there. */
type Place = TreeEntry | { readonly name: Buffer; readonly mode?: undefined; readonly id?: undefined };

async function changedEntry(room: Room, before: Place, inside: readonly Change[]): Promise<TreeEntry | undefined> {
  const { name } = before;
  const file = inside.findLast(({ names }) => names.length === 1);
  if (file !== undefined) {
    if (file.content === undefined) return undefined;
    // A script that is rewritten stays executable, a link a link.
    const mode = before.mode !== undefined && /^1[02]/.test(before.mode) ? before.mode : "100644";
    return { name, mode, id: await room.objects.blob(file.content, room.known) };
  }
  const deeper = inside.map(({ names, content }) => ({ names: names.slice(1), content }));
  const isFile = before.mode !== undefined && before.mode !== folderMode;
  // Nothing is below a file: what is removed there was never there.
  if (isFile && deeper.every(({ content }) => content === undefined)) return before;
  const stored = before.mode === folderMode ? await treeAt(room.stored, before.id) : undefined;
  const id = await changed(room, stored, deeper);
  return id === undefined ? undefined : { name, mode: folderMode, id };
}

/** The ids of a tree and of everything below it, links to other repositories too. */
async function idsBelow(stored: ObjectReader, name: string): Promise<readonly string[]> {
  const [tree] = await stored.read([name]);
  if (tree === undefined) return [];
  const entries = entriesOf(tree.body, tree.id.length / 2);
  const folders = entries.filter(({ mode }) => mode === folderMode);
  const below = await Promise.all(folders.map(({ id }) => idsBelow(stored, id)));
  return [tree.id, ...entries.map(({ id }) => id), ...below.flat()];
}

async function treeAt(stored: ObjectReader, name: string): Promise<readonly TreeEntry[] | undefined> {
  const [tree] = await stored.read([name]);
  return tree === undefined ? undefined : entriesOf(tree.body, tree.id.length / 2);
}
