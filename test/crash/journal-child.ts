/**
 * A process that drives a release, to be killed or stopped: `journal-child.ts TRANSPORT DIRECTORY die POINT` ends itself
 * at its POINT-th append or effect; `… pause` appends its name to a file for ever, one step after another.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { LostLeaseError } from "#journal";
import { goToTheEnd, id } from "../support/journal-release.ts";
import { openIn, plan, type Transport } from "../support/journal-world.ts";

const [transport, directory = "", what, point] = process.argv.slice(2);
let passed = 0;

async function hook(): Promise<void> {
  passed += 1;
  if (passed === Number(point)) process.kill(process.pid, "SIGKILL");
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own caller
const journal = await openIn(transport as Transport, directory, {
  onAppend: hook,
  onEffect: hook,
  ...(what === "pause" ? { times: { ttlMs: 1_000, renewMs: 250, effectMs: 100 } } : {}),
});
if (what === "die") {
  await goToTheEnd(journal, directory);
  console.log(passed);
} else {
  const driver = await journal.start(id, plan, 1);
  try {
    for (let index = 0; ; index += 1) {
      await driver.step(`step-${index}`, async () => {
        appendFileSync(join(directory, "effects"), "paused\n");
        return index;
      });
    }
  } catch (thrown) {
    console.log(thrown instanceof LostLeaseError ? "lost" : String(thrown));
  }
}
