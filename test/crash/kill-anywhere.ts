// `node test/crash/kill-anywhere.ts [happy|rollback] [every]`: prints every point and what became of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { killAnywhere } from "./anywhere.ts";

const [road = "happy", every = "1"] = process.argv.slice(2);
const directory = await mkdtemp(path.join(tmpdir(), "release-crash-"));
try {
  const { points, deviations, appends } = await killAnywhere({
    directory: path.join(directory, "world"),
    ...(road === "rollback" ? { fault: "production-errors" as const } : {}),
    only: (index) => index % Number(every) === 0,
    tell: (text) => process.stdout.write(`${text}\n`),
  });
  process.stdout.write(`${road}: ${points} points, ${appends} appends, ${deviations.length} differences\n`);
  process.exitCode = deviations.length === 0 ? 0 : 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
