import { Redis } from "ioredis";
import { fieldOf } from "../transport.ts";
import { MarkLostError, sandbox, sweepAfterMs, type Access, type Driver, type Meaning } from "./store.ts";

/** The first word of a refusal → what it means here. */
const refusals: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["WRONGPASS", ["the account or its password was refused", false]],
  ["NOAUTH", ["it wants a password, and the URL has none", false]],
  ["NOPERM", [`the account may not write: allow it set, get and del on ${sandbox}:*`, false]],
  ["READONLY", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
  ["LOADING", ["it is starting up", true]],
  ["MASTERDOWN", ["it is a replica that lost its primary", true]],
  ["CLUSTERDOWN", ["the cluster is down", true]],
  ["TRYAGAIN", ["the cluster is being rearranged", true]],
  ["MOVED", ["the key lives on another node: a cluster needs the URL of a proxy or of its endpoint", false]],
  ["MISCONF", ["it refuses writes because it cannot save to disk", false]],
  ["OOM", ["it refuses writes: its memory is full", false]],
]);

/** Redis, Valkey and what speaks their protocol. The key ends by itself: a death leaves nothing for long. */
export const driver: Driver = {
  example: "redis://host:6379/0",
  open: ({ url, timeoutMs, tls }: Access) => {
    const redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: timeoutMs,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
      enableReadyCheck: false,
      // A server that is silent must not keep the process for two seconds more.
      disconnectTimeout: 50,
      connectionName: "release-command-smoke",
      ...(tls === undefined ? {} : { tls }),
    });
    // The promise of `connect` says only that it is closed; the event says why.
    let why: unknown;
    redis.on("error", (thrown: unknown) => (why ??= thrown));
    const connect = async () => {
      try {
        await redis.connect();
      } catch (thrown) {
        throw why ?? thrown;
      }
    };
    return {
      roundTrip: async (mark) => {
        await connect();
        const key = `${sandbox}:${mark}`;
        await redis.set(key, mark, "PX", sweepAfterMs);
        const read = await redis.get(key).finally(async () => redis.del(key));
        if (read !== mark) throw new MarkLostError("the key that was written could not be read back");
      },
      read: async () => {
        await connect();
        await redis.get(sandbox);
      },
      close: () => {
        redis.disconnect();
        return Promise.resolve();
      },
    };
  },
  meaningOf: (thrown) => {
    const message = String(fieldOf(thrown, "message"));
    const known = refusals.get(message.split(" ", 1)[0] ?? "");
    if (known !== undefined) return known;
    return /Connection is closed|ended by the other/i.test(message) ? ["it closed the connection", true] : undefined;
  },
};
