import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** The artifacts of runs, as `@actions/artifact` knows them: act's own service refuses what that client says today. */
export interface ResultsService {
  /** What a runner tells its steps about it. Each run has artifacts of its own. */
  readonly env: (runId: string) => Readonly<Record<string, string>>;
  /** Names of what was kept, in that order. */
  readonly names: (runId: string) => readonly string[];
  readonly stop: () => Promise<void>;
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

  const calls: Readonly<Record<string, (call: Call) => Readonly<Record<string, unknown>>>> = {
    CreateArtifact({ workflow_run_backend_id: run, name }) {
      const id = String(artifacts.length + 1);
      artifacts.push({ id, run, name, blocks: new Map(), final: false });
      return { ok: true, signedUploadUrl: `${url}/blobs/${id}?sig=kept` };
    },
    FinalizeArtifact({ workflow_run_backend_id: run, name }) {
      const made = artifacts.findLast((one) => one.run === run && one.name === name);
      if (made !== undefined) made.final = true;
      return { ok: made !== undefined, artifactId: made?.id ?? "0" };
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
      const made = ofRun(run).findLast((one) => one.name === name);
      return { signedUrl: `${url}/blobs/${made?.id ?? "none"}?sig=kept` };
    },
  };

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", url);
      const call = calls[pathname.split("/").at(-1) ?? ""];
      const body = await bodyOf(request);
      if (pathname.startsWith("/twirp/") && call !== undefined) {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(call(JSON.parse(body.toString()) as Call)));
        return;
      }
      const blocks = artifacts.find(({ id }) => pathname === `/blobs/${id}`)?.blocks;
      if (blocks === undefined) response.statusCode = 404;
      else if (request.method === "PUT") response.statusCode = 201;
      if (request.method === "PUT" && searchParams.get("comp") !== "blocklist")
        blocks?.set(searchParams.get("blockid") ?? "", body);
      response.setHeader("content-type", "application/zip");
      response.end(request.method === "GET" ? Buffer.concat([...(blocks?.values() ?? [])]) : undefined);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: (runId) => ({ ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken(runId) }),
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
