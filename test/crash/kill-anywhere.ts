// `node test/crash/kill-anywhere.ts [ROAD|all] [every] [worlds] [from]`: prints every point and what became of it. Points wait more
// than they compute: several worlds at once share them, and then the CPU of a point is that of all.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { killAnywhere } from "./anywhere.ts";
import { roads, type RoadName } from "./roads.ts";

const [wanted = "happy", every = "1", worlds = "1", from = "0"] = process.argv.slice(2);
const shares = Array.from({ length: Number(worlds) }, (_, share) => share);
const isMine = (index: number, share: number): boolean =>
  index >= Number(from) && index % Number(every) === 0 && (index / Number(every)) % shares.length === share;
const names = (Object.keys(roads) as readonly RoadName[]).filter((name) => wanted === "all" || wanted === name);
if (names.length === 0) throw new Error(`no road ${wanted}. Use all or one of: ${Object.keys(roads).join(", ")}`);
const total = { tried: 0, differences: 0 };
for (const road of names) {
  const directory = await mkdtemp(path.join(tmpdir(), "release-crash-"));
  try {
    const ended = await Promise.allSettled(
      shares.map((share) =>
        killAnywhere({
          directory: path.join(directory, `world-${share}`),
          road,
          only: (index) => isMine(index, share),
          tell: (text) => process.stdout.write(`${text}\n`),
        }),
      ),
    );
    const verdicts = ended.map((one) => {
      if (one.status === "rejected") throw one.reason;
      return one.value;
    });
    const tried = verdicts.reduce((sum, verdict) => sum + verdict.tried, 0);
    const deviations = verdicts.flatMap((verdict) => verdict.deviations);
    const [first] = verdicts;
    if (first === undefined) throw new Error("at least one world is needed");
    const { points, appends, phases } = first;
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
