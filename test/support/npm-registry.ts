import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A registry with one package, `left`, and how often somebody downloaded it. */
export interface NpmRegistry {
  readonly url: string;
  readonly downloads: () => number;
  /** `package-lock.json` of a project, with that package in it. */
  readonly locked: (name: string, version: string) => string;
  readonly stop: () => Promise<void>;
}

/** Packs the package in a folder that is not there, and serves it on this machine. */
export async function startNpmRegistry(directory: string): Promise<NpmRegistry> {
  await mkdir(path.join(directory, "package"), { recursive: true });
  await writeFile(path.join(directory, "package", "package.json"), '{"name":"left","version":"1.0.0"}\n');
  await writeFile(path.join(directory, "package", "index.js"), "module.exports = 1;\n");
  await execute("tar", ["-czf", "left-1.0.0.tgz", "package"], { cwd: directory });
  const archive = await readFile(path.join(directory, "left-1.0.0.tgz"));
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  let downloads = 0;
  const server = createServer(({ url }, response) => {
    if (url === "/left/-/left-1.0.0.tgz") downloads += 1;
    else response.statusCode = 404;
    response.end(response.statusCode === 404 ? undefined : archive);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    downloads: () => downloads,
    locked: (name, version) =>
      JSON.stringify({
        name,
        version,
        lockfileVersion: 3,
        packages: {
          "": { name, version, dependencies: { left: "1.0.0" } },
          "node_modules/left": { version: "1.0.0", resolved: `${url}/left/-/left-1.0.0.tgz`, integrity },
        },
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
