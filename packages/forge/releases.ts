import semver from "semver";

import { ReleaseFault } from "#faults";
import { ensureAsset, type RawAsset } from "./assets.ts";
import { normalised } from "./body.ts";
import type { Client } from "./client.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import { allPages } from "./pages.ts";
import type { Forge } from "./port.ts";
import { routes } from "./routes.ts";

type WantedRelease = Parameters<Forge["ensureRelease"]>[0];
type Asset = WantedRelease["assets"][number];

export interface RawRelease {
  readonly id: number;
  readonly tag_name: string;
  readonly name: string | null;
  readonly body?: string | null | undefined;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly html_url: string;
  readonly upload_url: string;
  readonly assets: readonly RawAsset[];
}

/** Draft first, then the assets, published last: nobody sees half a release. See the port. */
export async function ensureRelease(client: Client, wanted: WantedRelease): ReturnType<Forge["ensureRelease"]> {
  await requireTag(client, wanted.tag);
  const find = () => findRaw(client, wanted.tag);
  const release =
    (await find()) ?? (await createOnce({ create: () => createDraft(client, wanted), find, sleep: client.sleep }));
  const warnings: string[] = [];
  for (const asset of wanted.assets) {
    if (release.draft) await ensureAsset(client, release, asset);
    else warnings.push(...(await attachLate(client, release, asset)));
  }
  return { url: await publish(client, release, wanted), warnings };
}

/** A published file stays as people have it, and an immutable release takes no new one: that is told, and tried no more. */
async function attachLate(client: Client, release: RawRelease, asset: Asset): Promise<readonly string[]> {
  if (release.assets.some(({ name, state }) => name === asset.name && state === "uploaded")) return [];
  try {
    await ensureAsset(client, release, asset);
    return [];
  } catch (thrown) {
    if (!isStatus(thrown, 403, 409, 422)) throw thrown;
    return [`${asset.name} is not attached to ${release.html_url}, which is published already: ${thrown.reason}`];
  }
}

/** Attaches a file to the published release of a tag; see the port. */
export async function attachToRelease(client: Client, tag: string, asset: Asset): ReturnType<Forge["attachToRelease"]> {
  const release = await readPublished(client, tag);
  if (release === undefined) return { state: "absent" };
  const [why] = await attachLate(client, release, asset);
  return why === undefined ? { state: "attached", url: release.html_url } : { state: "refused", why };
}

export async function findRelease(client: Client, tag: string) {
  const found = await findRaw(client, tag);
  return found === undefined ? undefined : { url: found.html_url, draft: found.draft };
}

/** Publishing a release of a tag that is not there would make GitHub create it, on whatever the default branch is then. */
async function requireTag(client: Client, tag: string): Promise<void> {
  try {
    await client.request(routes.readTag, { ...client.at, ref: `tags/${tag}` });
  } catch (thrown) {
    if (!isStatus(thrown, 404)) throw thrown;
    throw new ReleaseFault("policy", `There is no tag ${tag} in ${client.repository} to make a release of`, {
      hint: `Push the tag first: git push origin ${tag}`,
      cause: thrown,
    });
  }
}

/** The published one, else the oldest draft: drafts are not found by their tag, only in the list. */
async function findRaw(client: Client, tag: string): Promise<RawRelease | undefined> {
  // Most often there is none, and both questions have to be asked.
  const [published, releases] = await Promise.all([readPublished(client, tag), listAll(client)]);
  if (published !== undefined) return published;
  return releases.filter((release) => release.tag_name === tag).toSorted((a, b) => a.id - b.id)[0];
}

async function readPublished(client: Client, tag: string): Promise<RawRelease | undefined> {
  try {
    return (await client.request(routes.readPublishedRelease, { ...client.at, tag })).data;
  } catch (thrown) {
    if (isStatus(thrown, 404)) return undefined;
    throw thrown;
  }
}

function listAll(client: Client): Promise<readonly RawRelease[]> {
  return allPages<RawRelease>(
    async (page) => (await client.request(routes.listReleases, { ...client.at, per_page: 100, page })).data,
  );
}

/** Only the highest stable version is the latest release: a hotfix of an old line comes later, and is not. */
async function latestness(client: Client, { tag, prerelease }: WantedRelease): Promise<"true" | "false" | "legacy"> {
  if (prerelease) return "false";
  const version = semver.parse(tag);
  if (version === null) return "legacy";
  const stable = (await listAll(client)).filter((release) => !release.draft && !release.prerelease);
  return stable.some(({ tag_name: other }) => semver.parse(other)?.compare(version) === 1) ? "false" : "true";
}

async function createDraft(client: Client, { tag, title, notes, prerelease }: WantedRelease): Promise<RawRelease> {
  const texts = { tag_name: tag, name: title, body: notes, prerelease };
  return (await client.request(routes.createRelease, { ...client.at, ...texts, draft: true })).data;
}

async function publish(client: Client, release: RawRelease, wanted: WantedRelease): Promise<string> {
  const asWanted =
    !release.draft &&
    release.name === wanted.title &&
    normalised(release.body) === normalised(wanted.notes) &&
    release.prerelease === wanted.prerelease;
  if (asWanted) return release.html_url;
  const { data } = await client.request(routes.updateRelease, {
    ...client.at,
    release_id: release.id,
    tag_name: wanted.tag,
    name: wanted.title,
    body: wanted.notes,
    prerelease: wanted.prerelease,
    draft: false,
    ...(release.draft ? { make_latest: await latestness(client, wanted) } : {}),
  });
  return data.html_url;
}
