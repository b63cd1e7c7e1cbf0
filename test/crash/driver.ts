// A driver that kills itself at one moment: `node driver.ts WORLD CLONE MOMENT`. Ends by itself when there is no such moment.
import { openWorld } from "../../packages/testbed/index.ts";
import { startIn } from "./release.ts";

const [directory = "", clone = "", moment = ""] = process.argv.slice(2);
const world = await openWorld(directory);
let index = 0;
await startIn(world, clone, async () => {
  if (index === Number(moment)) process.kill(process.pid, "SIGKILL");
  index += 1;
  await Promise.resolve();
});
