// Inside jest every mention of a global is looked up slowly; these are called tens of millions of times.
const { exp, imul } = Math;

/** A small seeded generator (mulberry32): the same runs every time, everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Poisson by inversion in pieces, exact for any mean. */
export function poisson(mean: number, random: () => number): number {
  if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
  let [count, product] = [0, random()];
  const floor = exp(-mean);
  for (; product > floor; count += 1) product *= random();
  return count;
}
