import { asFault } from "#faults";
import type { Driver } from "#journal";
import type { ReleaseRecord } from "#machine";
import { following } from "#report";

import type { Workplace } from "../open.ts";

/** Tells the pages of a release how it goes on. Nothing here stops or delays the release (decision 25). */
export interface Follower {
  /** Looks whether the release has moved; brings its comments up to date beside what goes on. */
  look(): void;
  /** The last state, once nothing more comes; waits for it a while. */
  end(): Promise<void>;
}

/** Of one process, on each page. */
const updatesAtMost = 20;
const failuresAtMost = 2;
const patienceMs = 10_000;

/**
 * One comment a page and release, found by its marker: whoever drives next goes on with the same one, so a death between
 * two updates costs one of them. A page that cannot be written to is left to the next driver.
 */
export function openFollower({ forge, surroundings }: Workplace, driver: Driver): Follower {
  const { clock, env, say, signal, page } = surroundings;
  const run = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_RUN_ID"] : undefined;
  const place = { webUrl: forge.webUrl, ...(run === undefined ? {} : { run }) };
  // Whoever drove before and died may have left it behind.
  const isAdopted = driver.facts.findLast((fact) => fact.type === "lease-taken")?.adopted === true;
  let shown = isAdopted ? "" : keyOf(driver.record);
  let updates = 0;
  let failures = 0;
  let running: Promise<void> | undefined;

  const show = async (): Promise<void> => {
    for (let { record } = driver; shown !== keyOf(record); { record } = driver) {
      shown = keyOf(record);
      if (pagesOf(record).length === 0) continue;
      if (updates >= updatesAtMost || failures >= failuresAtMost) return;
      updates += 1;
      const body = following(record, clock.now(), place);
      const told = pagesOf(record).map((number) => forge.ensureComment(number, `release-command ${record.id}`, body));
      const broken = (await Promise.allSettled(told)).find(({ status }) => status === "rejected");
      if (broken?.status !== "rejected") continue;
      failures += 1;
      if (!signal.aborted) tell(broken.reason);
    }
  };
  const tell = (thrown: unknown): void =>
    say(`a comment that follows the release is not up to date: ${asFault(thrown).message}`);
  // Nobody waits for what goes on beside the release: a defect of its own must not end it.
  const showSafely = async (): Promise<void> => show().catch(tell);
  const look = (): void => {
    running ??= showSafely().finally(() => (running = undefined));
  };
  if (page !== undefined && driver.record.settled === undefined && !driver.record.pages.includes(page))
    driver.observe({ type: "followed", page });
  return {
    look,
    async end() {
      const late = new AbortController();
      const all = (async () => {
        await running;
        await showSafely();
      })();
      await Promise.race([all, clock.sleep(patienceMs, late.signal).catch(() => undefined)]);
      late.abort();
    },
  };
}

/** Where people asked for it, and its own pull request. */
function pagesOf({ pages, pullRequest }: ReleaseRecord): readonly number[] {
  return [...new Set([...pages, ...(pullRequest === undefined ? [] : [pullRequest.number])])];
}

/** What makes a reader want to know: not every fact. */
function keyOf(record: ReleaseRecord): string {
  const { state, visits, suspended, settled, deployments } = record;
  const shares = [...deployments.values()].map(({ environment, percent }) => [environment, percent]);
  return JSON.stringify([state, visits.length, suspended?.reason, settled?.outcome, shares, pagesOf(record)]);
}
