import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { freePort } from "#process";

const example = fileURLToPath(new URL("../../../examples/command/processes.sh", import.meta.url));

/** The deploy command of examples/command/processes.sh with a place of its own; real processes, and nginx's reload left out. */
export async function openProcesses() {
  const home = await mkdtemp(join(tmpdir(), "command-"));
  const state = join(home, "state");
  await mkdir(state);
  return {
    home,
    state,
    /** For `loadTarget("command", …)`. */
    settings: {
      command: `sh '${example}'`,
      directory: home,
      manual: [`RELEASE_VERB=rollback RELEASE_VERSION={version} sh '${example}'`],
      env: {
        STATE: state,
        PUBLIC_URL: "http://127.0.0.1:1",
        START: "exec node server.cjs",
        RELOAD: "true",
        FIRST_PORT: String(await freePort()),
      },
    },
    /** Ends every version. */
    end: async (): Promise<void> => {
      for (const version of await readdir(join(state, "versions")).catch(() => [])) {
        const pid = Number(await readFile(join(state, "versions", version, "pid"), "utf8").catch(() => "NaN"));
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It is gone already.
        }
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}
