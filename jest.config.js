import { fileURLToPath } from "node:url";

// Most of what a program that tests start costs is its compiling: kept where `bin/release.js` keeps it, it costs a third.
process.env.NODE_COMPILE_CACHE ||= fileURLToPath(new URL("node_modules/.cache/node-compile", import.meta.url));

/** One configuration for every test; `npm test` runs it on Node 24. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/packages", "<rootDir>/scripts", "<rootDir>/test"],
  modulePathIgnorePatterns: [
    "<rootDir>/build",
    "<rootDir>/dist",
    "<rootDir>/.demo",
    "<rootDir>/packages/testbed/shop",
    "<rootDir>/packages/testbed/minimal",
    "<rootDir>/test/projects/[^/]+/",
  ],
  testPathIgnorePatterns: [
    "/node_modules/",
    "<rootDir>/packages/testbed/shop/",
    "<rootDir>/test/projects/[^/]+/",
    // jest.cluster.config.js runs them.
    "<rootDir>/test/cluster/",
  ],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^fast-check$": "<rootDir>/test/support/fast-check.ts" },
  transform: { "\\.ts$": "<rootDir>/test/support/strip-types.js" },
  testSequencer: "<rootDir>/test/support/longest-first.js",
  globalSetup: "<rootDir>/test/support/run.js",
  globalTeardown: "<rootDir>/test/support/run-end.js",
  reporters: ["default", "<rootDir>/test/support/closing-line.js"],
  testTimeout: 60_000,
  maxWorkers: 3,
  // To start a program copies the tables of all memory: a small process starts git many times faster.
  workerIdleMemoryLimit: "300MB",
  watchman: false,
};
