// `node test/crash/kill-drivers.ts [from] [to]`: SIGKILL at every moment of a release (or those from–to), one after another.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { killDrivers } from "./killed.ts";

const [from = "0", to = "100000"] = process.argv.slice(2);
const directory = await mkdtemp(path.join(tmpdir(), "release-killed-"));
try {
  const { killed, moments, deviations } = await killDrivers({
    directory: path.join(directory, "world"),
    choose: (count) =>
      Array.from({ length: count }, (_, index) => index).filter(
        (index) => index >= Number(from) && index <= Number(to),
      ),
    tell: (text) => process.stdout.write(`${text}\n`),
  });
  process.stdout.write(`${killed} of ${moments} moments killed, ${deviations.length} differences\n`);
  process.exitCode = deviations.length === 0 ? 0 : 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
