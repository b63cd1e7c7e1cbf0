import { mkdir, realpath, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { GateContext } from "../context.ts";
import { keepScrubbed } from "./kept-file.ts";
import type { Attachment, Journey } from "./playwright.ts";

const fileBytesAtMost = 50 * 1024 * 1024;
const bytesAtMost = 250 * 1024 * 1024;

/** What there is to look at of a journey that failed; paths as people find them. */
export interface Evidence {
  readonly files: readonly Attachment[];
  /** Those that were left out, and why. */
  readonly missing: readonly string[];
}

/**
 * Keeps what Playwright left of each failed journey: its checkout goes away. Only files of the checkout, up to 50 MB each and
 * 250 MB together, without secrets and personal data as far as they are text. Without a place to keep them, they are named where they lie.
 */
export async function keepJourneys(
  failed: readonly Journey[],
  { artifacts, directory }: Pick<GateContext, "artifacts" | "directory">,
): Promise<ReadonlyMap<Journey, Evidence>> {
  if (artifacts === undefined)
    return new Map(failed.map((journey) => [journey, { files: journey.attachments, missing: [] }]));
  const root = await realpath(directory);
  await rm(join(artifacts.directory, "e2e"), { recursive: true, force: true });
  const kept = new Map<Journey, Evidence>();
  let left = bytesAtMost;
  for (const [index, journey] of failed.entries()) {
    const files: Attachment[] = [];
    const missing: string[] = [];
    const folder = `e2e/${index + 1}-${plain(journey.name).slice(0, 60)}`;
    for (const { name, path } of journey.attachments) {
      const source = await realpath(path).catch(() => undefined);
      const found = source === undefined ? undefined : await stat(source);
      if (source === undefined || found?.isFile() !== true) missing.push(`${name} is gone`);
      else if (!source.startsWith(`${root}${sep}`)) missing.push(`${name} is outside of the checkout`);
      else if (found.size > Math.min(left, fileBytesAtMost))
        missing.push(`${name} is too large to keep (${Math.ceil(found.size / 1e6)} MB)`);
      else {
        const file = `${folder}/${files.length + 1}-${plain(relative(root, source).split(sep).at(-1) ?? name)}`;
        await mkdir(join(artifacts.directory, folder), { recursive: true });
        const not = await keepScrubbed(source, join(artifacts.directory, file), artifacts.scrub);
        left -= not === undefined ? found.size : 0;
        files.push(...(not === undefined ? [{ name, path: `${artifacts.name}/${file}` }] : []));
        missing.push(...(not === undefined ? [] : [`${name} ${not}`]));
      }
    }
    kept.set(journey, { files, missing });
  }
  return kept;
}

/** Letters, digits and dots: a name of a file on every system. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}.]+/gu, "-").replaceAll(/^[-.]+|-+$/g, "");
}
