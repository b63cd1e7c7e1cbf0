import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** The artifacts of runs, as `@actions/artifact` knows them: act's own service refuses what that client says today. */
export interface ResultsService {
  /** What a runner tells its steps about it. Each run has artifacts of its own. */
  readonly env: (runId: string) => Readonly<Record<string, string>>;
  /** Names of what was kept, in that order. */
  readonly names: (runId: string) => readonly string[];
  /** What goes wrong from now on. */
  readonly break: (troubles: Troubles) => void;
  readonly stop: () => Promise<void>;
}

/** How the service fails: for calls by name, for uploads the status that is answered instead; downloads end early. */
export interface Troubles {
  readonly calls?: Readonly<Record<string, number>>;
  readonly uploads?: number;
  readonly truncates?: boolean;
}

interface Artifact {
  readonly id: string;
  readonly run: string;
  readonly name: string;
  /** By the client's name of the block; the list of blocks follows last and is in this very order. */
  readonly blocks: Map<string, Buffer>;
  final: boolean;
}

interface Call {
  readonly workflow_run_backend_id: string;
  readonly name: string;
  readonly name_filter?: string;
  readonly id_filter?: string;
}

export async function startResultsService(): Promise<ResultsService> {
  const artifacts: Artifact[] = [];
  const ofRun = (run: string): readonly Artifact[] => artifacts.filter((one) => one.run === run && one.final);
  let url = "";
  let made = 0;

  let troubles: Troubles = {};

  const calls: Readonly<Record<string, (call: Call) => Readonly<Record<string, unknown>> | "conflict">> = {
    CreateArtifact({ workflow_run_backend_id: run, name }) {
      // As on GitHub: what a run has once stays as it is, unless it is deleted.
      if (artifacts.some((one) => one.run === run && one.name === name)) return "conflict";
      made += 1;
      const id = String(made);
      artifacts.push({ id, run, name, blocks: new Map(), final: false });
      return { ok: true, signedUploadUrl: `${url}/blobs/${id}?sig=kept` };
    },
    FinalizeArtifact({ workflow_run_backend_id: run, name }) {
      const begun = artifacts.findLast((one) => one.run === run && one.name === name);
      if (begun !== undefined) begun.final = true;
      return { ok: begun !== undefined, artifactId: begun?.id ?? "0" };
    },
    DeleteArtifact({ workflow_run_backend_id: run, name }) {
      const place = artifacts.findIndex((one) => one.run === run && one.name === name);
      const [gone] = place < 0 ? [] : artifacts.splice(place, 1);
      return { ok: gone !== undefined, artifactId: gone?.id ?? "0" };
    },
    ListArtifacts({ workflow_run_backend_id: run, name_filter: byName, id_filter: byId }) {
      const wanted = ofRun(run).filter(
        ({ id, name }) => (byName ?? name) === name && (byId === undefined || byId === id),
      );
      const told = ({ id, name, blocks }: Artifact) => ({
        workflowRunBackendId: run,
        workflowJobRunBackendId: "job",
        databaseId: id,
        name,
        size: String(Buffer.concat([...blocks.values()]).length),
      });
      return { artifacts: wanted.map(told) };
    },
    GetSignedArtifactURL({ workflow_run_backend_id: run, name }) {
      const found = ofRun(run).findLast((one) => one.name === name);
      return { signedUrl: `${url}/blobs/${found?.id ?? "none"}?sig=kept` };
    },
  };

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", url);
      const name = pathname.split("/").at(-1) ?? "";
      const call = calls[name];
      const body = await bodyOf(request);
      if (pathname.startsWith("/twirp/") && call !== undefined) {
        const broken = troubles.calls?.[name];
        const answer = broken === undefined ? call(JSON.parse(body.toString()) as Call) : { msg: "out of order" };
        response.setHeader("content-type", "application/json");
        response.statusCode = broken ?? (answer === "conflict" ? 409 : 200);
        const taken = { code: "already_exists", msg: "an artifact with this name already exists on the workflow run" };
        response.end(JSON.stringify(answer === "conflict" ? taken : answer));
        return;
      }
      const blocks = artifacts.find(({ id }) => pathname === `/blobs/${id}`)?.blocks;
      const put = request.method === "PUT";
      if (blocks === undefined) response.statusCode = 404;
      else if (put) response.statusCode = troubles.uploads ?? 201;
      if (put && troubles.uploads === undefined && searchParams.get("comp") !== "blocklist")
        blocks?.set(searchParams.get("blockid") ?? "", body);
      response.setHeader("content-type", "application/zip");
      const whole = Buffer.concat([...(blocks?.values() ?? [])]);
      const sent = troubles.truncates === true ? whole.subarray(0, whole.length / 2) : whole;
      if (!put) response.setHeader("content-length", whole.length);
      if (put || sent.length === whole.length) response.end(put ? undefined : sent);
      else response.write(sent, () => response.socket?.destroy());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: (runId) => ({ ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken(runId) }),
    break: (now) => {
      troubles = now;
    },
    names: (runId) => ofRun(runId).map(({ name }) => name),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The client reads from its token whose artifacts it speaks of. Nothing here checks a signature. */
function runtimeToken(runId: string): string {
  const parts = [{ alg: "none" }, { scp: `Actions.Results:${runId}:job` }];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")), "unsigned"].join(".");
}
