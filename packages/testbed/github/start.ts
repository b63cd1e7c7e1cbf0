import { spawn, type ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ReleaseFault } from "#faults";
import { adminOf, type GitHubAdmin } from "./client.ts";

/** A running stand-in. */
export interface GitHub {
  readonly url: string;
  readonly admin: GitHubAdmin;
}

/** A stand-in that we started as a process. */
export interface GitHubProcess extends GitHub {
  readonly pid: number;
  /** Ends the process and waits for it. Its data stays; `startGitHub` there goes on. */
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly dataDirectory: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Lets it outlive us; find it again with `connectGitHub(url)`. */
  readonly detached?: boolean;
}

function argsOf(script: string, ...args: readonly string[]): readonly string[] {
  return ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(script, import.meta.url)), ...args];
}

/** Starts the stand-in as a process of its own; resolves when it serves. */
export async function startGitHub({ dataDirectory, port = 0, detached = false }: StartOptions): Promise<GitHubProcess> {
  const args = argsOf("main.ts", "--data", dataDirectory, "--port", String(port));
  const child = spawn(process.execPath, args, { detached, stdio: ["ignore", "pipe", "pipe"] });
  const url = await ready(child);
  if (detached) {
    child.unref();
    // Nobody reads any more: an open pipe would keep us alive and break the child when we end.
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
  const pid = child.pid ?? 0;
  return { url, pid, admin: adminOf(url), stop: async () => stop(child) };
}

async function ready(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("The stand-in was started without pipes");
  let complaint = "";
  stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(
        new ReleaseFault("remote", `The GitHub stand-in did not start: ${why}\n${complaint}`, {
          hint: "It needs Node 22.18 or newer (npm install brings 24) and a folder it may write to.",
        }),
      );
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => fail(`it ended with ${code ?? signal ?? "nothing"}`));
    createInterface(stdout).on("line", (line) => {
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await ended;
}

/** Starts a process for the stand-ins of many worlds (`house.ts`); it ends with us, and does not keep us. */
export async function startHouse(): Promise<Pick<GitHubProcess, "url" | "stop">> {
  const child = spawn(process.execPath, argsOf("house.ts"), { stdio: ["pipe", "pipe", "pipe"] });
  const url = await ready(child);
  child.unref();
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref();
  const end = async (): Promise<void> => {
    child.ref();
    await stop(child);
  };
  return { url, stop: end };
}

/** A stand-in of its own in such a process. */
export async function openInHouse(house: string, dataDirectory: string): Promise<GitHub> {
  const { url = "" } = await askHouse(house, "POST", { dataDirectory });
  return { url, admin: adminOf(url) };
}

/** Ends the stand-in at `url`, whose data stays; one that has ended already is no matter. */
export async function closeInHouse(house: string, url: string): Promise<void> {
  await askHouse(house, "DELETE", { url });
}

async function askHouse(house: string, method: string, body: unknown): Promise<{ readonly url?: string }> {
  const response = await fetch(house, { method, body: JSON.stringify(body) });
  const told = (await response.json()) as { readonly url?: string; readonly message?: string };
  if (!response.ok) throw new Error(`The house of the stand-ins refused ${method}: ${told.message ?? response.status}`);
  return told;
}

/** A stand-in that is running already. Throws when nothing answers there. */
export async function connectGitHub(url: string): Promise<GitHub> {
  const admin = adminOf(url);
  try {
    await admin.report();
  } catch (cause) {
    throw new ReleaseFault("remote", `No GitHub stand-in answers at ${url}`, {
      hint: "Start it with startGitHub, or check the address.",
      cause,
    });
  }
  return { url, admin };
}
