export interface Share {
  readonly version: string;
  /** 0–100. */
  readonly percent: number;
}

/**
 * Smooth weighted round-robin (the algorithm of nginx): no chance, so 200 requests at 90/10 are exactly 180/20, and
 * the rare version's turns are spread evenly.
 */
export class Balancer {
  #turns: { readonly version: string; readonly percent: number; credit: number }[] = [];

  /** Takes effect with the next request. Equal shares leave the running order alone. */
  assign(shares: readonly Share[]): void {
    const wanted = shares.filter(({ percent }) => percent > 0);
    const same =
      wanted.length === this.#turns.length &&
      wanted.every(({ version, percent }, index) => {
        const turn = this.#turns[index];
        return turn?.version === version && turn.percent === percent;
      });
    if (!same) this.#turns = wanted.map(({ version, percent }) => ({ version, percent, credit: 0 }));
  }

  /** The version whose turn it is, or `undefined` when nobody serves. */
  next(): string | undefined {
    let best = this.#turns[0];
    let total = 0;
    for (const turn of this.#turns) {
      turn.credit += turn.percent;
      total += turn.percent;
      if (best === undefined || turn.credit > best.credit) best = turn;
    }
    if (best !== undefined) best.credit -= total;
    return best?.version;
  }
}
