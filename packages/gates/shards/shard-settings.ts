import type { Shard } from "../context.ts";

interface Sharded {
  readonly command: string;
  readonly report?: string | readonly string[] | undefined;
  readonly coverage?: string | readonly string[];
}

/** Settings with `{shard}` and `{shards}` of the command and its reports filled in; numbers only get into the command. */
export function shardSettings<S extends Sharded>(settings: S, shard: Shard | undefined): S {
  if (shard === undefined) return settings;
  const fill = (text: string) =>
    text.replaceAll("{shard}", String(shard.index)).replaceAll("{shards}", String(shard.total));
  const files = (names: string | readonly string[]) => (typeof names === "string" ? fill(names) : names.map(fill));
  const { command, report, coverage } = settings;
  return {
    ...settings,
    command: fill(command),
    ...(report === undefined ? {} : { report: files(report) }),
    ...(coverage === undefined ? {} : { coverage: files(coverage) }),
  };
}

/** Which part of the tests a command is to run; both count from 1. */
export function shardEnv(shard: Shard | undefined): Readonly<Record<string, string>> {
  return shard === undefined ? {} : { SHARD_INDEX: String(shard.index), SHARD_TOTAL: String(shard.total) };
}

/** Whether each part writes files of its own, so that they may run at once in one checkout. */
export function sharesNoFile({ report = "", coverage = [] }: Sharded): boolean {
  return [report, coverage].flat().every((name) => name.includes("{shard}"));
}
