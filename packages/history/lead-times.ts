import type { ReleaseRecord } from "#machine";

/** From each commit of the release until production was served, in ms. Empty until then, and where no times are recorded. */
export function leadTimesOf({ ledger }: ReleaseRecord, completedAt: string | null): readonly number[] {
  if (completedAt === null || ledger?.committedAt === undefined) return [];
  const servedMs = Date.parse(completedAt);
  return ledger.committedAt.map((seconds) => Math.max(0, servedMs - seconds * 1000));
}
