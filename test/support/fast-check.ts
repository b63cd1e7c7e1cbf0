// What tests get for "fast-check" (jest.config.js). A file of node_modules, because the name alone would lead back here.
import { configureGlobal, readConfigureGlobal } from "../../node_modules/fast-check/lib/fast-check.js";

import { numberOfThisTree } from "./tree.ts";

// Another content tries other cases, while the same one fails here as it fails in CI.
if (process.env["FAST_CHECK_SEED"] !== "random")
  configureGlobal({ ...readConfigureGlobal(), seed: numberOfThisTree() });

export * from "../../node_modules/fast-check/lib/fast-check.js";
