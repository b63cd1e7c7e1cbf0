import { MongoClient, type Collection } from "mongodb";
import { fieldOf, messageOf } from "../transport.ts";
import { MarkLostError, sandbox, sweepAfterMs, type Access, type Driver, type Meaning } from "./store.ts";

const secondary: Meaning = ["it is read-only: the URL leads to a secondary, use that of the replica set", false];
const ending: Meaning = ["it is shutting down", true];
const stepping: Meaning = ["its primary has just changed", true];

/** MongoDB's codes of errors → what they mean here. */
const codes: ReadonlyMap<unknown, Meaning> = new Map<unknown, Meaning>([
  [
    13,
    [`the account may not write: give it the role readWrite, or find, insert, update and remove on ${sandbox}`, false],
  ],
  [
    18,
    ["the account or its password was refused; one that is kept in another database wants ?authSource=admin", false],
  ],
  [8000, ["the account or its password was refused", false]],
  [50, ["a command took too long", true]],
  [91, ending],
  [11600, ending],
  [189, stepping],
  [11602, stepping],
  [10107, secondary],
  [13435, secondary],
  [64, ["the write was not confirmed by enough members in time", true]],
  [100, ["it has too few members for the write concern of the URL", false]],
  [14031, ["it refuses writes: its disk is full", false]],
]);

/** The document that is written. Its time is the server's. */
interface Marked {
  readonly mark: string;
  readonly written: Date;
}

/** Whatever the URL allows: a check that wants TLS wants a certificate that holds. */
const strict = { tlsAllowInvalidCertificates: false, tlsAllowInvalidHostnames: false };

/** MongoDB and what speaks its protocol. A death leaves at most one document, which a run after an hour sweeps. */
export const driver: Driver = {
  example: "mongodb://host:27017/database",
  open: ({ url, timeoutMs, tls }: Access) => {
    // The client would take the database `test`, and nobody would know what was proved.
    if (!/^[^/]+\/\/[^/]+\/[^?]/.test(url)) throw new Error("the URL names no database");
    const client = new MongoClient(url, {
      appName: "release-command smoke",
      maxPoolSize: 1,
      // To connect; a URL that prefers secondaries would wait for one.
      readPreference: "primaryPreferred",
      connectTimeoutMS: timeoutMs,
      // Ends before the check does: then it still knows what each member said.
      serverSelectionTimeoutMS: Math.ceil(timeoutMs * 0.8),
      // Whether something is tried again is for the check to say, and to tell.
      retryReads: false,
      retryWrites: false,
      ...(tls === undefined ? {} : { ...tls, tls: true, ...strict }),
    });
    const told = listenTo(client);
    const collection = client.db().collection<Marked>(sandbox);
    return {
      roundTrip: async (mark) => told(writeAndRead(collection, mark)),
      read: async () => {
        await told(collection.findOne({}, { readPreference: "secondaryPreferred" }));
      },
      close: async () => {
        await client.close().catch(() => undefined);
      },
    };
  },
  meaningOf: (thrown) => {
    const [code, message] = [fieldOf(thrown, "code"), messageOf(thrown)];
    if (code === 13 && /requires authentication|not authenticated/i.test(message))
      return ["it wants a password, and the URL has none", false];
    const known = codes.get(code);
    if (known !== undefined) return known;
    if (String(fieldOf(fieldOf(thrown, "reason"), "type")).startsWith("ReplicaSet"))
      return ["none of the members that answer is the primary", true];
    if (/^ENO(DATA|TFOUND)$/.test(String(code)) && /querySrv/i.test(message))
      return ["the host name of mongodb+srv:// has no SRV record (DNS)", true];
    return /connection .*closed/i.test(message) ? ["it closed the connection", true] : undefined;
  },
};

async function writeAndRead(collection: Collection<Marked>, mark: string): Promise<void> {
  await collection.updateOne({ mark }, { $currentDate: { written: true } }, { upsert: true });
  // A secondary may not have it yet, whatever the URL prefers.
  const read = await collection
    .findOne({ mark }, { readPreference: "primary" })
    .finally(async () => collection.deleteMany({ mark }));
  if (read?.mark !== mark) throw new MarkLostError("the document that was written could not be read back");
  await collection.deleteMany({ written: { $lt: new Date(read.written.getTime() - sweepAfterMs) } });
}

/**
 * Work that ends as soon as no member can be reached, with what they said: the client would go on trying until its time
 * is over, and then name only itself.
 */
function listenTo(client: MongoClient): <T>(work: Promise<T>) => Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  client.on("topologyDescriptionChanged", ({ newDescription }) => {
    const said = [...newDescription.servers.values()].map(({ error }) => error);
    const [first] = said;
    if (first !== undefined && said.every((error) => error !== null)) reject(first);
  });
  return async (work) => Promise.race([work, promise]);
}
