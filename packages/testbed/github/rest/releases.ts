import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invalid, Refusal } from "../answer.ts";
import { findText, found, number, page, text, type Call, type Handlers } from "../call.ts";
import { findCommit, git } from "../git.ts";
import { allows, levelOf } from "../identity.ts";
import { asset, release } from "../present/releases.ts";
import type { Asset, Release } from "../world.ts";

interface ReleaseBody {
  readonly tag_name?: string;
  readonly target_commitish?: string;
  readonly name?: string | null;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly make_latest?: "true" | "false" | "legacy";
}

/** Drafts are seen by those who may push. */
function visible(call: Call): readonly Release[] {
  const writer = allows(levelOf(call.repository, call.user.login), "write");
  return call.repository.releases.filter(({ draft }) => writer || !draft);
}

function releaseOf(call: Call): Release {
  return found(visible(call).find(({ id }) => id === number(call, "release_id")));
}

/** A release that is published becomes the latest one unless it is said not to; a draft and a pre-release never do. */
function nameLatest(
  call: Call,
  it: Release,
  { wanted, isNew }: { readonly wanted: string | undefined; readonly isNew: boolean },
): void {
  if (it.draft || it.prerelease || wanted === "false" || (wanted === undefined && !isNew)) return;
  it.namedLatest = call.scene.takeId();
}

/** The one that was named last among those that can be it. */
function latestOf(call: Call): Release | undefined {
  return call.repository.releases
    .filter(({ draft, prerelease, namedLatest }) => !draft && !prerelease && namedLatest !== undefined)
    .toSorted((a, b) => (b.namedLatest ?? 0) - (a.namedLatest ?? 0))[0];
}

/** Publishing creates the tag when it is missing, as GitHub does. */
async function publish(call: Call, it: Release): Promise<void> {
  if ((await findCommit(call.git, `refs/tags/${it.tag}`)) === undefined) {
    const target = await findCommit(call.git, it.target);
    if (target === undefined) throw invalid("Release", "target_commitish", `${it.target} is not a commit`, "invalid");
    await git(call.git, ["update-ref", `refs/tags/${it.tag}`, target]);
  }
  it.draft = false;
  it.publishedAt ??= call.scene.now();
}

function refuseTakenTag(call: Call, tag: string, self?: Release): void {
  const other = call.repository.releases.find((known) => known !== self && !known.draft && known.tag === tag);
  if (other !== undefined)
    throw new Refusal(422, "Validation Failed", [{ resource: "Release", code: "already_exists", field: "tag_name" }]);
}

async function create(call: Call): Promise<Release> {
  const body = call.body as ReleaseBody & { tag_name: string };
  const draft = body.draft ?? false;
  if (!draft) refuseTakenTag(call, body.tag_name);
  const it: Release = {
    id: call.scene.takeId(),
    author: call.user.login,
    createdAt: call.scene.now(),
    tag: body.tag_name,
    target: body.target_commitish ?? call.repository.defaultBranch,
    title: body.name ?? body.tag_name,
    notes: body.body ?? "",
    draft: true,
    prerelease: body.prerelease ?? false,
    assets: [],
  };
  if (!draft) await publish(call, it);
  nameLatest(call, it, { wanted: body.make_latest, isNew: true });
  call.repository.releases.push(it);
  return it;
}

async function update(call: Call, it: Release): Promise<void> {
  const body = (call.body ?? {}) as ReleaseBody;
  const draft = body.draft ?? it.draft;
  const isNew = it.draft && !draft;
  if (!draft) refuseTakenTag(call, body.tag_name ?? it.tag, it);
  it.tag = body.tag_name ?? it.tag;
  it.target = body.target_commitish ?? it.target;
  it.title = body.name ?? it.title;
  it.notes = body.body ?? it.notes;
  it.prerelease = body.prerelease ?? it.prerelease;
  if (draft) it.draft = true;
  else await publish(call, it);
  nameLatest(call, it, { wanted: body.make_latest, isNew });
}

async function upload(call: Call): Promise<Asset> {
  const it = releaseOf(call);
  const name = text(call, "name");
  if (it.assets.some((known) => known.name === name)) {
    throw new Refusal(422, "Validation Failed", [{ resource: "ReleaseAsset", code: "already_exists", field: "name" }]);
  }
  const label = findText(call, "label");
  const added: Asset = {
    id: call.scene.takeId(),
    name,
    contentType: call.contentType,
    size: call.bytes.length,
    ...(call.isCut ? { isStarter: true as const } : {}),
    digest: `sha256:${createHash("sha256").update(call.bytes).digest("hex")}`,
    author: call.user.login,
    at: call.scene.now(),
    ...(label === undefined ? {} : { label }),
  };
  const folder = join(call.scene.dataDirectory, "assets");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, String(added.id)), call.bytes);
  it.assets.push(added);
  return added;
}

/** Releases and their files. */
export const releases: Handlers = {
  "repos/list-releases": (call) =>
    page(call, visible(call).toReversed(), (it) => release(call.scene, call.repository, it)),
  "repos/get-release": (call) => ({ status: 200, body: release(call.scene, call.repository, releaseOf(call)) }),
  "repos/get-latest-release": (call) => ({
    status: 200,
    body: release(call.scene, call.repository, found(latestOf(call))),
  }),
  "repos/get-release-by-tag": (call) => {
    const it = found(call.repository.releases.find(({ draft, tag }) => !draft && tag === text(call, "tag")));
    return { status: 200, body: release(call.scene, call.repository, it) };
  },
  "repos/create-release": async (call) => ({
    status: 201,
    body: release(call.scene, call.repository, await create(call)),
  }),
  "repos/update-release": async (call) => {
    const it = releaseOf(call);
    await update(call, it);
    return { status: 200, body: release(call.scene, call.repository, it) };
  },
  "repos/list-release-assets": (call) => {
    const it = releaseOf(call);
    return page(call, it.assets, (each) => asset(call.scene, call.repository, it, each));
  },
  "repos/upload-release-asset": async (call) => {
    const added = await upload(call);
    return { status: 201, body: asset(call.scene, call.repository, releaseOf(call), added) };
  },
  "repos/delete-release-asset": async (call) => {
    const id = number(call, "asset_id");
    const it = found(call.repository.releases.find(({ assets }) => assets.some((known) => known.id === id)));
    it.assets = it.assets.filter((known) => known.id !== id);
    await rm(join(call.scene.dataDirectory, "assets", String(id)), { force: true });
    return { status: 204 };
  },
};
