import { medianOf, OURS, type Part, rateOf, type Tally } from "./tally.ts";
import { nameOf, type Regression, type World, worlds } from "./world.ts";

/** Cells by their name, as far as they were run. */
export type Cells = Readonly<Record<string, Part>>;

/** False rollbacks that ours promises not to exceed, of all good releases. */
export const BOUND = 0.0025;

/** Of all releases, as the documents assume. */
const BAD_RELEASES = 0.05;

/** What a rule did in a cell, if it was run there. */
export function tallyOf(cells: Cells, world: World, rule: string): Tally | undefined {
  return cells[nameOf(world)]?.rules[rule];
}

/** False rollbacks among all rollbacks (0–1), when 5 % of the releases are bad, each kind of `kinds` as often. */
export function falseShare(cells: Cells, world: World, rule: string, kinds: readonly Regression[]): number | undefined {
  const rate = (regression: Regression) => {
    const tally = tallyOf(cells, { ...world, regression }, rule);
    return tally === undefined ? undefined : rateOf(tally);
  };
  const wrong = rate("none");
  const found = kinds.map(rate).filter((one) => one !== undefined);
  if (wrong === undefined || found.length < kinds.length) return undefined;
  const falsely = (1 - BAD_RELEASES) * wrong;
  const rightly = (BAD_RELEASES * found.reduce((sum, one) => sum + one, 0)) / kinds.length;
  return falsely + rightly === 0 ? undefined : falsely / (falsely + rightly);
}

/** Whether a rate that was measured this often could still come from the bound (three standard errors). */
export function isWithinBound(tally: Tally): boolean {
  return rateOf(tally) <= BOUND + 3 * Math.sqrt((BOUND * (1 - BOUND)) / tally.runs);
}

const nullWorlds = worlds.filter((world) => world.regression === "none");

/** The cells without a regression in which a rule rolls back more good releases than the bound allows. */
export function failsBoundIn(cells: Cells, rule: string): readonly World[] {
  return nullWorlds.filter((world) => {
    const tally = tallyOf(cells, world, rule);
    return tally !== undefined && !isWithinBound(tally);
  });
}

/** Peers that keep the bound themselves in every cell that was run: whose speed can be compared. */
export function comparablePeers(cells: Cells, peers: readonly string[]): readonly string[] {
  return peers.filter((peer) => failsBoundIn(cells, peer).length === 0);
}

/** How ours does in a cell. */
export type Finding =
  | {
      readonly kind: "bound";
      readonly world: World;
      readonly rate: number;
      readonly runs: number;
      readonly held: boolean;
    }
  | {
      readonly kind: "speed";
      readonly world: World;
      readonly medianSeconds: number;
      /** The fastest of the comparable peers that detect it in half of all runs, if any does. */
      readonly peer?: { readonly name: string; readonly medianSeconds: number };
    };

/** One finding for each cell that was run. */
export function findings(cells: Cells, peers: readonly string[]): readonly Finding[] {
  const comparable = comparablePeers(cells, peers);
  return worlds.flatMap((world): readonly Finding[] => {
    const ours = tallyOf(cells, world, OURS);
    if (ours === undefined) return [];
    if (world.regression === "none")
      return [{ kind: "bound", world, rate: rateOf(ours), runs: ours.runs, held: isWithinBound(ours) }];
    const rivals = comparable
      .map((name) => ({ name, medianSeconds: median(cells, world, name) }))
      .filter(({ medianSeconds }) => medianSeconds < Infinity)
      .toSorted((a, b) => a.medianSeconds - b.medianSeconds);
    const peer = rivals[0];
    return [{ kind: "speed", world, medianSeconds: medianOf(ours), ...(peer === undefined ? {} : { peer }) }];
  });
}

function median(cells: Cells, world: World, rule: string): number {
  const tally = tallyOf(cells, world, rule);
  return tally === undefined ? Infinity : medianOf(tally);
}
