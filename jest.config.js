/** One configuration for every test; `npm test` runs it on Node 24. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/packages", "<rootDir>/scripts", "<rootDir>/test"],
  modulePathIgnorePatterns: ["<rootDir>/build", "<rootDir>/dist", "<rootDir>/.demo", "<rootDir>/packages/testbed/shop"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/support/strip-types.js" },
  watchman: false,
};
