import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { createAdmin } from "./admin.ts";
import { claim, release } from "./claim.ts";
import { isAnswering } from "./client.ts";
import { Platform } from "./platform.ts";
import { writeWhole } from "./store.ts";

/** The platform's process: `node main.ts <directory> <port>`. Started detached; ends by `POST /stop` or a signal. */
async function serve(directory: string, port: number): Promise<void> {
  const platform = await Platform.start(directory, port, Date.now);
  const token = randomBytes(32).toString("base64url");
  const stop = (): void => {
    admin.close();
    void platform
      .stop()
      .then(() => release(directory))
      .then(() => process.exit(0));
  };
  const admin = createAdmin({ platform, token, instance: randomBytes(8).toString("hex"), now: Date.now, stop });
  await new Promise<void>((resolve) => void admin.listen(0, "127.0.0.1", resolve));
  const address = admin.address();
  if (address === null || typeof address === "string") throw new Error("the admin API has no port");
  process.once("SIGTERM", stop).once("SIGINT", stop);
  const { publicPort } = platform;
  await writeWhole(
    join(directory, "platform.json"),
    JSON.stringify({ pid: process.pid, adminPort: address.port, publicPort, token }),
  );
}

const [, , directory = ".", port = "0"] = process.argv;
if (await claim(directory, Date.now, () => isAnswering(directory))) {
  try {
    await serve(directory, Number(port));
  } catch (thrown) {
    console.error(thrown);
    await release(directory);
    process.exit(1);
  }
}
