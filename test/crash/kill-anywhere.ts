// `node test/crash/kill-anywhere.ts [ROAD|all] [every]`: prints every point and what became of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { killAnywhere } from "./anywhere.ts";
import { roads, type RoadName } from "./roads.ts";

const [wanted = "happy", every = "1"] = process.argv.slice(2);
const names = (Object.keys(roads) as readonly RoadName[]).filter((name) => wanted === "all" || wanted === name);
if (names.length === 0) throw new Error(`no road ${wanted}. Use all or one of: ${Object.keys(roads).join(", ")}`);
const total = { tried: 0, differences: 0 };
for (const road of names) {
  const directory = await mkdtemp(path.join(tmpdir(), "release-crash-"));
  try {
    const { points, tried, appends, deviations, phases } = await killAnywhere({
      directory: path.join(directory, "world"),
      road,
      only: (index) => index % Number(every) === 0,
      tell: (text) => process.stdout.write(`${text}\n`),
    });
    const went = phases.length === 0 ? "" : `, ${phases.join(" → ")}`;
    const counts = `${tried} of ${points} points, ${appends} appends, ${deviations.length} differences`;
    process.stdout.write(`${road}: ${counts}${went}\n`);
    total.tried += tried;
    total.differences += deviations.length;
    if (deviations.length > 0) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
process.stdout.write(`${total.tried} points, ${total.differences} differences\n`);
