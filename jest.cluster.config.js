import all from "./jest.config.js";

/** The lane of the cluster: `npm run test:cluster`, not part of `npm test`. One control plane at a time. */
export default {
  ...all,
  roots: ["<rootDir>/test/cluster"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 180_000,
  maxWorkers: 1,
};
