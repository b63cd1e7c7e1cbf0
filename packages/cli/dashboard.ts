import path from "node:path";

import { serveSite, writeSite } from "#dashboard";
import { exitCode } from "#faults";
import { openDashboard, publishDashboard, type Workplace } from "#stages";

/** What `release dashboard` does: writes the site, serves it live, or pushes it to the branch of a host of pages. */
export type DashboardWanted =
  | { readonly kind: "build"; readonly out: string }
  | { readonly kind: "serve"; readonly port: number }
  | { readonly kind: "publish"; readonly branch: string; readonly follow: boolean };

/** How often the journal is looked at while somebody looks on, and an open page asks. */
const pollMs = 1000;

/** Carries it out. `serve` lasts until it is stopped. */
export async function dashboard(
  workplace: Workplace,
  { wanted }: { readonly wanted: DashboardWanted },
  print: (text: string) => void,
): Promise<number> {
  switch (wanted.kind) {
    case "build": {
      const { read, site } = await openDashboard(workplace);
      const folder = path.resolve(workplace.surroundings.cwd, wanted.out);
      writeSite(site(await read()), folder);
      // Not by `path`: the bundler would take a path that ends in a known name for a file of ours.
      print(`${folder}${path.sep}index.html\n`);
      return exitCode.ok;
    }
    case "serve":
      return serve(workplace, wanted.port, print);
    case "publish":
      await publishDashboard(workplace, { ...wanted, waitMs: 0 }, ({ sha, files }) =>
        print(`${wanted.branch} is ${sha.slice(0, 7)}: ${files} files\n`),
      );
      return exitCode.ok;
  }
}

async function serve(workplace: Workplace, port: number, print: (text: string) => void): Promise<number> {
  const { clock, signal, say } = workplace.surroundings;
  const { read, site } = await openDashboard(workplace);
  const server = await serveSite({
    read,
    site: (picture) => site(picture, pollMs),
    port,
    pollMs,
    sleep: (ms) => clock.sleep(ms, signal),
    signal,
    say,
  });
  print(`${server.address}\n`);
  await server.ended;
  return exitCode.ok;
}
