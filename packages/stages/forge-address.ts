import { ReleaseFault } from "#faults";

/** Where the code host answers for this repository. */
export interface ForgeAddress {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
}

/** The code host of a remote, unless the environment names it (as GitHub Actions does). Throws an `input` fault for a remote that is none. */
export function forgeAddress(remote: string, env: Readonly<Record<string, string | undefined>>): ForgeAddress {
  const parsed = parseRemote(remote);
  const repository = env["GITHUB_REPOSITORY"] ?? parsed?.repository;
  const serverUrl = env["GITHUB_SERVER_URL"] ?? parsed?.serverUrl;
  if (repository === undefined || serverUrl === undefined) {
    throw new ReleaseFault("input", `The remote ${remote} is not a repository on a code host`, {
      hint: "Set GITHUB_REPOSITORY and GITHUB_SERVER_URL. Example: GITHUB_REPOSITORY=acme/shop GITHUB_SERVER_URL=https://github.com",
    });
  }
  return { repository, serverUrl, apiUrl: env["GITHUB_API_URL"] ?? apiOf(serverUrl) };
}

function apiOf(serverUrl: string): string {
  const { origin, hostname } = new URL(serverUrl);
  return hostname === "github.com" ? "https://api.github.com" : `${origin}/api/v3`;
}

function parseRemote(remote: string): { readonly repository: string; readonly serverUrl: string } | undefined {
  const scp = /^(?:ssh:\/\/)?[^@/]+@(?<host>[^:/]+)[:/](?<repository>[^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote)?.groups;
  if (scp?.["host"] !== undefined && scp["repository"] !== undefined) {
    return { repository: scp["repository"], serverUrl: `https://${scp["host"]}` };
  }
  if (!/^https?:\/\//.test(remote) || !URL.canParse(remote)) return undefined;
  const { origin, pathname } = new URL(remote);
  const repository = pathname
    .replace(/^\//, "")
    .replace(/\/$/, "")
    .replace(/\.git$/, "");
  return repository.split("/").length === 2 ? { repository, serverUrl: origin } : undefined;
}
