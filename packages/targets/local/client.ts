import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { ReleaseFault } from "#faults";

import {
  platformAddress,
  platformStatus,
  type PlatformAddress,
  type PlatformState,
  type PlatformStatus,
} from "./protocol.ts";

const ANSWER_TIMEOUT_MS = 5000;
const refusal = z.object({ error: z.string() });

/** Somebody changed the platform between our reading and our writing; nothing was written. */
export class StaleWriteError extends ReleaseFault {
  constructor(directory: string) {
    super("remote", `The platform in ${directory} was changed by somebody else while we were changing it`, {
      hint: "See who drives the release, then continue it: release resume vX.Y.Z.",
    });
  }
}

/** Speaks with the running platform of a directory. */
export class PlatformClient {
  readonly directory: string;
  readonly #address: PlatformAddress;

  constructor(directory: string, address: PlatformAddress) {
    this.directory = directory;
    this.#address = address;
  }

  async status(): Promise<PlatformStatus> {
    return platformStatus.parse(await this.#ask("GET", "/state"));
  }

  /** Puts `next` into force if nobody wrote since `etag` was read; else throws `StaleWriteError`. */
  async write(next: PlatformState, etag: number): Promise<PlatformStatus> {
    return platformStatus.parse(await this.#ask("PUT", "/state", { body: JSON.stringify(next), etag }));
  }

  async revive(version: string): Promise<void> {
    await this.#ask("POST", `/revive/${encodeURIComponent(version)}`);
  }

  async stop(): Promise<void> {
    await this.#ask("POST", "/stop");
  }

  async #ask(
    method: string,
    path: string,
    options: { readonly body?: string; readonly etag?: number } = {},
  ): Promise<unknown> {
    const { response, answer } = await this.#send(method, path, options);
    if (response.status === 412) throw new StaleWriteError(this.directory);
    if (response.ok) return answer;
    throw new ReleaseFault(
      "remote",
      `The platform in ${this.directory} refused ${method} ${path}: ${reasonOf(answer)}`,
      {
        hint: `Look at ${join(this.directory, "platform.log")}.`,
      },
    );
  }

  /** The answer, or a fault that people can act on: a platform that is too busy to answer is not a defect. */
  async #send(method: string, path: string, options: { readonly body?: string; readonly etag?: number }) {
    const { adminPort, token } = this.#address;
    try {
      const response = await fetch(`http://127.0.0.1:${adminPort}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(options.etag === undefined ? {} : { "if-match": `"${options.etag}"` }),
        },
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        ...(options.body === undefined ? {} : { body: options.body }),
      });
      const answer: unknown = await response.json();
      return { response, answer };
    } catch (thrown) {
      throw new ReleaseFault("remote", `The platform in ${this.directory} did not answer ${method} ${path}`, {
        hint: `Look at ${join(this.directory, "platform.log")}; then: release resume vX.Y.Z.`,
        cause: thrown,
      });
    }
  }
}

/** A client of the platform that runs in `directory`, or `undefined` when none answers. */
export async function findPlatform(directory: string): Promise<PlatformClient | undefined> {
  const address = await findAddress(directory);
  if (address === undefined) return undefined;
  const client = new PlatformClient(directory, address);
  try {
    await client.status();
    return client;
  } catch {
    // Refused, not answering in time, or another program on its old port: it is not there.
    return undefined;
  }
}

export async function isAnswering(directory: string): Promise<boolean> {
  return (await findPlatform(directory)) !== undefined;
}

/** What the last platform of the directory said about itself, running or not. */
export async function findAddress(directory: string): Promise<PlatformAddress | undefined> {
  try {
    return platformAddress.parse(JSON.parse(await readFile(join(directory, "platform.json"), "utf8")));
  } catch {
    return undefined;
  }
}

function reasonOf(answer: unknown): string {
  const parsed = refusal.safeParse(answer);
  return parsed.success ? parsed.data.error : "no reason given";
}
