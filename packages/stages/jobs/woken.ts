import type { StoredRelease } from "#journal";

import type { Workplace } from "../open.ts";

/** The event by which our own jobs start a run that goes on with a release. */
export const wakeEvent = "release-command";

/**
 * Whether this run was started by that event. It carries an id and no authority: whoever sent it has none here either, so
 * nothing is asked of them, and nothing but the record says whether the release goes on.
 */
export function isWoken({ surroundings: { env } }: Workplace): boolean {
  return env["GITHUB_ACTIONS"] === "true" && env["GITHUB_EVENT_NAME"] === "repository_dispatch";
}

/** Why a woken run must leave a release alone: a person holds it, and no person has asked for anything since. */
export function heldBack(workplace: Workplace, { id, record }: StoredRelease): string | undefined {
  const { suspended } = record;
  if (!isWoken(workplace) || suspended === undefined || hasWish(record)) return undefined;
  if (suspended.waitsFor !== "decision" && suspended.waitsFor !== "changelog") return undefined;
  return `${id} waits for a decision (${suspended.reason}): only people go on with it`;
}

/** Whether somebody asked for something that a driver would act on. */
export function hasWish({ requests }: StoredRelease["record"]): boolean {
  return requests.some(({ kind }) => kind !== "hold");
}
