import { connect } from "node:net";

import { ReleaseFault } from "#faults";

import { addressOf } from "./settings.ts";

const ANSWER_MS = 5_000;

/** One server of the backend, as HAProxy sees it now. */
export interface Server {
  readonly name: string;
  /** `host:port`. */
  readonly address: string;
  /** 0–256. */
  readonly weight: number;
  /** Takes requests only when nobody else can. */
  readonly backup: boolean;
  /** As HAProxy words it: UP, DOWN, MAINT, no check, … */
  readonly status: string;
  /** What its last check said. */
  readonly lastCheck: string;
  /** Requests under way. */
  readonly current: number;
}

/** HAProxy's runtime socket: one connection a question, nothing kept. */
export class Runtime {
  readonly #socket: string;
  readonly #backend: string;
  readonly #signal: AbortSignal;

  constructor(socket: string, backend: string, signal: AbortSignal) {
    this.#socket = socket;
    this.#backend = backend;
    this.#signal = signal;
  }

  /** Changes something: all commands in one go, in their order. HAProxy is silent about what it did, and loud about what not. */
  async change(commands: readonly string[]): Promise<void> {
    if (commands.length === 0) return;
    const said = (await this.ask(commands.join(";"))).trim();
    if (said === "") return;
    throw new ReleaseFault("remote", `HAProxy refused a change of ${this.#backend}: ${said}`, {
      hint: "The socket needs `level admin`, and the servers must be those of the settings.",
    });
  }

  /** The servers of the backend, and how it spreads requests. */
  async servers(): Promise<{ readonly algorithm: string; readonly servers: readonly Server[] }> {
    const rows = table(await this.ask(`show stat ${this.#backend} 6 -1`));
    const backend = rows.find((row) => row["svname"] === "BACKEND");
    if (backend === undefined) {
      throw new ReleaseFault("config", `HAProxy has no backend "${this.#backend}"`, {
        hint: `Write the name of a backend of its configuration in settings.backend. It has: ${await this.#backends()}.`,
      });
    }
    const servers = rows
      .filter((row) => row["svname"] !== "BACKEND")
      .map((row): Server => ({
        name: row["svname"] ?? "",
        address: row["addr"] ?? "",
        weight: Number(row["uweight"]),
        backup: row["bck"] === "1",
        status: row["status"] ?? "",
        lastCheck: [row["check_status"], row["last_chk"]]
          .filter((text) => text !== undefined && text !== "")
          .join(": "),
        current: Number(row["scur"]),
      }));
    return { algorithm: backend["algo"] ?? "", servers };
  }

  async #backends(): Promise<string> {
    const lines = (await this.ask("show backend")).split("\n");
    return lines.filter((line) => line !== "" && !line.startsWith("#")).join(", ");
  }

  /** The entries of a map, or `undefined` where the running HAProxy has not loaded it. */
  async map(file: string): Promise<ReadonlyMap<string, string> | undefined> {
    if (!(await this.ask("show map")).includes(`(${file})`)) return undefined;
    const lines = (await this.ask(`show map ${file}`)).split("\n").filter((line) => line !== "");
    return new Map(lines.map((line) => line.split(" ")).map(([, key = "", value = ""]) => [key, value]));
  }

  /** The answer to one line of commands. */
  ask(line: string): Promise<string> {
    const address = addressOf(this.#socket);
    return new Promise((resolve, reject) => {
      const connection = address === undefined ? connect(this.#socket) : connect(address.port, address.host);
      const chunks: Buffer[] = [];
      const abort = (): void => void connection.destroy(new Error("stopped"));
      this.#signal.addEventListener("abort", abort, { once: true });
      connection
        .setTimeout(ANSWER_MS, () => connection.destroy(new Error(`no answer within ${ANSWER_MS / 1000} s`)))
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .once("error", (cause) => reject(this.#fault(cause)))
        .once("end", () => resolve(Buffer.concat(chunks).toString()))
        .once("close", () => {
          this.#signal.removeEventListener("abort", abort);
          // After an end or an error this is not heard any more.
          reject(this.#fault(new Error("it hung up")));
        });
      if (this.#signal.aborted) abort();
      connection.write(`${line}\n`);
    });
  }

  #fault(cause: Error): ReleaseFault {
    return new ReleaseFault("remote", `HAProxy does not answer at ${this.#socket}: ${cause.message}`, {
      hint: `Is it running, and may this user write to its socket? Its section "global" needs, for example: stats socket ${this.#socket} mode 660 group release level admin`,
      cause,
    });
  }
}

/** Rows of HAProxy's CSV by column name. Texts in quotes may hold commas. */
function table(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = text.trim().split("\n");
  if (!head.startsWith("# ")) return [];
  const names = cells(head.slice(2));
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? "", cell])));
}

function cells(line: string): readonly string[] {
  const found = line.matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))/g);
  return Array.from(found, ({ groups }) => groups?.["quoted"]?.replaceAll('""', '"') ?? groups?.["plain"] ?? "");
}
