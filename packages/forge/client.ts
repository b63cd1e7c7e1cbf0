import { Octokit } from "@octokit/core";
import { idempotentHeader } from "#http";
import { ReleaseFault } from "#faults";
import { explain, HostFault } from "./host-fault.ts";
import { mayRepeat, operationName } from "./routes.ts";

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  /** Where people look: `https://github.com`. */
  readonly serverUrl: string;
  readonly token: string;
  /** One of `createFetch`: it waits, retries and refuses; nothing here does. */
  readonly fetch: typeof fetch;
  readonly clock: { sleep(ms: number): Promise<void> };
}

/** What the parts of the adapter share: requests whose errors are faults. */
export interface Client {
  readonly repository: string;
  readonly webUrl: string;
  /** Goes into every request of a repository. */
  readonly at: { readonly owner: string; readonly repo: string };
  readonly request: Octokit["request"];
  readonly graphql: Octokit["graphql"];
  readonly sleep: (ms: number) => Promise<void>;
  /** Host of the API, to judge where an upload may go. */
  readonly apiHost: string;
  readonly calls: () => number;
}

export function openClient(options: GitHubOptions): Client {
  const [owner = "", repo = "", ...rest] = options.repository.split("/");
  if (owner === "" || repo === "" || rest.length > 0) {
    throw new ReleaseFault("input", `"${options.repository}" is not the name of a repository`, {
      hint: "Write it as owner/name, e.g. acme/shop.",
    });
  }
  if (options.token === "") {
    throw new ReleaseFault("permission", "There is no token for GitHub", {
      hint: "Set GITHUB_TOKEN, e.g. `export GITHUB_TOKEN=$(gh auth token)`.",
    });
  }
  let calls = 0;
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl.replace(/\/+$/, ""),
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: {
      fetch: (input: string, init: RequestInit) => {
        calls += 1;
        return options.fetch(input, init);
      },
    },
  });
  explainErrors(octokit, options.repository);
  return {
    repository: options.repository,
    webUrl: `${options.serverUrl.replace(/\/+$/, "")}/${options.repository}`,
    at: { owner, repo },
    request: octokit.request,
    graphql: octokit.graphql,
    sleep: (ms) => options.clock.sleep(ms),
    apiHost: new URL(options.apiUrl).host,
    calls: () => calls,
  };
}

function ignore(): void {}

function explainErrors(octokit: Octokit, repository: string): void {
  octokit.hook.wrap("request", async (request, options) => {
    const { method, url } = options;
    if (mayRepeat(method, url)) options.headers[idempotentHeader] = "yes";
    const operation = operationName(method, url);
    const response = await Promise.resolve(request(options)).catch((thrown: unknown) => {
      throw explain(thrown, operation, repository);
    });
    if (typeof response.data === "string" && response.data !== "") throw notJson(operation, repository);
    return response;
  });
}

/** A proxy's login page, or an answer cut short: it may have been carried out. */
function notJson(operation: string, repository: string): HostFault {
  const reason = "the answer is not JSON";
  return new HostFault("remote", `Could not ${operation} of ${repository}: ${reason}`, {
    hint: "Check the address of the API (e.g. https://api.github.com) and that no proxy answers in its place.",
    status: undefined,
    reason,
  });
}
