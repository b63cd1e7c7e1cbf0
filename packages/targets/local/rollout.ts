import type { PlatformState, RevisionState } from "./protocol.ts";

/** The next state of each act of a release. Pure: the same act twice gives the same state. */

/** `revision` deployed at its present share (0 when it is new), and no longer counted as bad. */
export function withCandidate(
  state: PlatformState,
  revision: Omit<RevisionState, "percent" | "parked" | "badUntilMs">,
): PlatformState {
  const present = state.revisions.find(({ version }) => version === revision.version);
  const candidate: RevisionState = { ...revision, percent: present?.percent ?? 0, parked: false };
  return { ...state, revisions: [...state.revisions.filter((one) => one !== present), candidate] };
}

/** The version on `count` instances. */
export function withInstances(state: PlatformState, wanted: string, count: number): PlatformState {
  const revisions = state.revisions.map((one) => (one.version === wanted ? { ...one, instances: count } : one));
  return { ...state, revisions };
}

/** `percent` for the candidate, the rest for the version that served before; all of it when there is none. */
export function withShare(state: PlatformState, candidate: string, percent: number): PlatformState {
  const other = state.serving === candidate ? undefined : state.serving;
  const share = other === undefined && percent > 0 ? 100 : percent;
  const percentOf = (version: string): number => {
    if (version === candidate) return share;
    return version === other ? 100 - share : 0;
  };
  return { ...state, revisions: state.revisions.map((one) => ({ ...one, percent: percentOf(one.version) })) };
}

/** The candidate serves; the one before stays at 0 %; older ones go, but not those kept for investigation or parked. */
export function withFinished(state: PlatformState, candidate: string): PlatformState {
  if (state.serving === candidate) return state;
  const { serving: before, previous: _, ...rest } = withShare(state, candidate, 100);
  const stays = ({ version, badUntilMs, parked }: RevisionState): boolean =>
    version === candidate || version === before || badUntilMs !== undefined || parked;
  return {
    ...rest,
    serving: candidate,
    ...(before === undefined ? {} : { previous: before }),
    revisions: rest.revisions.filter(stays),
  };
}

/** Everything to `version`; whatever had traffic, or was on its way to it, is bad and kept until `badUntilMs`. */
export function withRollback(state: PlatformState, version: string, badUntilMs: number): PlatformState {
  const { previous, serving, ...rest } = state;
  const revisions = state.revisions.map(({ badUntilMs: until, ...one }): RevisionState => {
    if (one.version === version) return { ...one, percent: 100 };
    const older = one.parked || (one.version === previous && version === serving);
    if (older) return { ...one, percent: 0, ...(until === undefined ? {} : { badUntilMs: until }) };
    return { ...one, percent: 0, badUntilMs: until ?? badUntilMs };
  });
  return {
    ...rest,
    revisions,
    serving: version,
    ...(previous === undefined || previous === version ? {} : { previous }),
  };
}
