import { argo } from "./argo.ts";
import { flagger } from "./flagger.ts";
import { kayenta } from "./kayenta.ts";
import { fivePercent, tenPoints } from "./plain.ts";
import type { Rule } from "./rule.ts";

/** What ours is compared with. */
export const peers: readonly Rule[] = [
  fivePercent,
  tenPoints,
  argo(0.95, 0),
  argo(0.95, 3),
  argo(0.99, 0),
  argo(0.99, 3),
  flagger(99, 1),
  flagger(99, 5),
  flagger(99, 10),
  kayenta(15, "once, at 15 min"),
  kayenta(5, "every 5 min"),
];
