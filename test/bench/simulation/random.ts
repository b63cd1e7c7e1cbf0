const { abs, exp, floor, imul, log, PI, sqrt } = Math;

/** Numbers from 0 (included) to 1 (not included): always the same ones for the same seed. */
export type Random = () => number;

/** Below this mean, counting up is faster than rejecting. */
const INVERSION_BELOW = 10;

/** xoshiro128++ of Blackman and Vigna (https://prng.di.unimi.it/xoshiro128plusplus.c) from this state. */
export function xoshiro(a: number, b: number, c: number, d: number): () => number {
  let [s0, s1, s2, s3] = [a, b, c, d];
  return () => {
    const sum = (s0 + s3) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  };
}

/** The stream of one run. Its state is filled from the seeds by a mixer, as the authors of xoshiro ask. */
export function seeded(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => mix(imul(mixed, 31) + seed), 0x9e3779b9);
  const word = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  const next = xoshiro(word(), word(), word(), word());
  return () => next() / 4294967296;
}

/** The 32-bit finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A seed of a name. */
export function seedOf(name: string): number {
  return Buffer.from(name).reduce((hash, byte) => mix(imul(hash, 31) + byte), 0);
}

/** How many independent events happen where `mean` are expected. Exact for any mean. */
export function poisson(mean: number, random: Random): number {
  if (mean >= INVERSION_BELOW) return poissonByRejection(mean, random);
  let [rest, chance, count] = [random(), exp(-mean), 0];
  while (rest > chance && chance > 0) {
    rest -= chance;
    count += 1;
    chance *= mean / count;
  }
  return count;
}

/** Transformed rejection: W. Hörmann, "The transformed rejection method for generating Poisson random variables", 1993. */
function poissonByRejection(mean: number, random: Random): number {
  const b = 0.931 + 2.53 * sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const accepted = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accepted) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const lnHat = log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (us * us) + b));
    if (lnHat <= k * log(mean) - mean - lnFactorial(k)) return k;
  }
}

function lnFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let factor = 2; factor <= n; factor += 1) product *= factor;
    return log(product);
  }
  const m = n + 1;
  return (m - 0.5) * log(m) - m + 0.5 * log(2 * PI) + 1 / (12 * m) - 1 / (360 * m ** 3);
}

/** 1 or more, `mean` on average: each further one comes with the same chance. */
export function geometric(mean: number, random: Random): number {
  return 1 + floor(log(1 - random()) / log(1 - 1 / mean));
}
