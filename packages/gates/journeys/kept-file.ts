import { isUtf8 } from "node:buffer";
import { readFile, writeFile } from "node:fs/promises";
import type { Scrubber } from "#scrub";
import { isMedia } from "./media.ts";

/**
 * Copies a file without secrets and personal data: pictures and videos as they are, text scrubbed, traces entry by entry. What
 * cannot be read is not kept; answers why not, or `undefined`.
 */
export async function keepScrubbed(source: string, target: string, scrub: Scrubber): Promise<string | undefined> {
  const bytes = await readFile(source);
  // A secret that a page shows stays in its picture.
  if (isMedia(bytes)) {
    await writeFile(target, bytes);
    return undefined;
  }
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    const { scrubbedZip } = await import("./trace-zip.ts");
    const clean = scrubbedZip(bytes, scrub);
    if (clean === undefined) return "cannot be read as a zip, so no secret can be taken out of it";
    await writeFile(target, clean);
    return undefined;
  }
  if (!isUtf8(bytes) || bytes.includes(0))
    return "is neither text, picture nor trace, so no secret can be taken out of it";
  await writeFile(target, scrub.text(bytes.toString("utf8")));
  return undefined;
}
