import { createRequire } from "node:module";

const Sequencer = createRequire(import.meta.url)("@jest/test-sequencer").default;

/** Whole releases first: they take minutes, and the small tests fill up the other processes meanwhile. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return tests.toSorted((a, b) => weight(a) - weight(b) || a.path.localeCompare(b.path));
  }
}

function weight({ path }) {
  if (/test[\\/]crash[\\/]kill/.test(path)) return 0;
  return /[\\/]test[\\/]/.test(path) ? 1 : 2;
}
