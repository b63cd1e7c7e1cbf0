// `node test/jobs/kill-jobs.ts [ROAD] [every] [job]`: every point of every job and what became of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// oxlint-disable-next-line import/no-unassigned-import -- a hook, for what is imported later
import "../support/json-modules.ts";
import { roads, type RoadName } from "./roads.ts";

// After the hook for JSON is there.
const { killJobs } = await import("./anywhere.ts");

const [name = "happy", every = "1", only] = process.argv.slice(2);
const road = (Object.keys(roads) as readonly RoadName[]).find((one) => one === name);
if (road === undefined) throw new Error(`no road ${name}. Use one of: ${Object.keys(roads).join(", ")}`);
const directory = await mkdtemp(path.join(tmpdir(), "release-jobs-"));
try {
  const { deaths, deviations } = await killJobs({
    directory: path.join(directory, "world"),
    road,
    choose: (job, index) => (only === undefined || job === only) && index % Number(every) === 0,
    tell: (text) => process.stdout.write(`${text}\n`),
  });
  process.stdout.write(`${name}: ${deaths} deaths, ${deviations.length} wrong ends\n`);
  process.exitCode = deviations.length === 0 ? 0 : 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
