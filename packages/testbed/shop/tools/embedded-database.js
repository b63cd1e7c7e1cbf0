import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * A PostgreSQL database inside this process, for development and tests. With `port` (0 = any) other programs can
 * reach it too; when that port is taken, only this process can.
 */
export async function openDatabase({ port } = {}) {
  const { PGlite } = await import("@electric-sql/pglite");
  const db = await fromTemplate(PGlite);
  const door = port === undefined ? undefined : await openDoor(db, port);
  return {
    url: door?.url,
    query: (text, values) => db.query(text, values),
    async close() {
      await door?.close();
      await db.close();
    },
  };
}

/** `initdb` takes two seconds, a copy of its result a quarter of that. The copy lies where package caches lie. */
async function fromTemplate(PGlite) {
  const template = templatePath();
  const copy = await readFile(template).catch(() => undefined);
  if (copy !== undefined) return PGlite.create({ loadDataDir: new Blob([copy]) });
  const db = await PGlite.create();
  const dump = await db.dumpDataDir("none");
  await writeWhole(template, Buffer.from(await dump.arrayBuffer()));
  return db;
}

function templatePath() {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const root = entry.slice(0, entry.lastIndexOf(join("node_modules", "@electric-sql")));
  const { version } = createRequire(entry)("../package.json");
  return join(root, "node_modules", ".cache", `pglite-${version}.tar`);
}

/** A reader never sees half a file. A cache that cannot be written is no harm. */
async function writeWhole(path, bytes) {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.${process.pid}`, bytes);
    await rename(`${path}.${process.pid}`, path);
  } catch (error) {
    console.error(`database: no template kept (${error.message})`);
  }
}

async function openDoor(db, port) {
  const { PGLiteSocketServer } = await import("@electric-sql/pglite-socket");
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port, maxConnections: 50 });
  try {
    await server.start();
  } catch (error) {
    console.error(`database: port ${port} is taken, no connections from outside (${error.message})`);
    return undefined;
  }
  return { url: `postgres://postgres:postgres@${server.getServerConn()}/postgres`, close: () => server.stop() };
}
