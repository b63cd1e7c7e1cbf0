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

/** Draft first, then the assets, published last: nobody sees half a release. Returns its web address. */
export async function ensureRelease(client: Client, wanted: WantedRelease): Promise<string> {
  await requireTag(client, wanted.tag);
  const find = () => findRaw(client, wanted.tag);
  const release =
    (await find()) ?? (await createOnce({ create: () => createDraft(client, wanted), find, sleep: client.sleep }));
  for (const asset of wanted.assets) await ensureAsset(client, release, asset);
  return publish(client, release, wanted);
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
  try {
    return (await client.request(routes.readPublishedRelease, { ...client.at, tag })).data;
  } catch (thrown) {
    if (!isStatus(thrown, 404)) throw thrown;
  }
  const releases = await allPages<RawRelease>(
    async (page) => (await client.request(routes.listReleases, { ...client.at, per_page: 100, page })).data,
  );
  return releases.filter((release) => release.tag_name === tag).toSorted((a, b) => a.id - b.id)[0];
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
    // "true" would call a hotfix of an old line the latest release; "legacy" goes by version.
    ...(release.draft ? { make_latest: wanted.prerelease ? "false" : "legacy" } : {}),
  });
  return data.html_url;
}
