import { createRequire } from "node:module";

const Sequencer = createRequire(import.meta.url)("@jest/test-sequencer").default;

/** Whole releases first: they take minutes, and the small tests fill up the other processes meanwhile. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const weight = ({ path }) => (/test[\\/]crash[\\/]kill/.test(path) ? 0 : /[\\/]test[\\/]/.test(path) ? 1 : 2);
    return [...tests].sort((a, b) => weight(a) - weight(b) || a.path.localeCompare(b.path));
  }
}
