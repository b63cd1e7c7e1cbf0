/** Web addresses of one repository, as its forge spells them. */
export interface Links {
  pullRequest(id: string): string;
  issue(id: string, repository?: string): string;
  commit(sha: string): string;
  compare(from: string, to: string): string;
  /** Profile of an author whose address says who they are on this forge. */
  profile(email: string): { readonly login: string; readonly url: string } | undefined;
}

/** How the forge that `repositoryUrl` names spells its addresses. Any credentials in it are dropped. */
export function linksOf(repositoryUrl: string): Links | undefined {
  const home = homePage(repositoryUrl);
  if (home === undefined) return undefined;
  const { origin, hostname } = new URL(home);
  const gitlab = hostname.includes("gitlab");
  const path = gitlab ? "/-/" : "/";
  const at = (repository: string | undefined) => (repository === undefined ? home : `${origin}/${repository}`);
  return {
    pullRequest: (id) => `${home}${path}${gitlab ? "merge_requests" : "pull"}/${id}`,
    issue: (id, repository) => `${at(repository)}${path}issues/${id}`,
    commit: (sha) => `${home}${path}commit/${sha}`,
    compare: (from, to) => `${home}${path}compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`,
    profile: (email) => profileOf(email, origin, hostname),
  };
}

/** `https://host/owner/name` of any address that git accepts for it. */
function homePage(address: string): string | undefined {
  const scp = /^[\w.-]+@([\w.-]+):(?!\/\/)([\w./~-]+)$/.exec(address);
  const text = scp === null ? address.replace(/^git\+/, "") : `https://${scp[1]}/${scp[2]}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(text);
  // Parentheses would end the Markdown link that the address stands in.
  const path = pathname
    .replace(/\/$/, "")
    .replace(/\.git$/, "")
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
  if (protocol === "http:" || protocol === "https:") return `${protocol}//${host}${path}`;
  if (protocol === "ssh:" || protocol === "git:") return `https://${hostname}${path}`;
  return undefined;
}

function profileOf(email: string, origin: string, hostname: string) {
  const suffix = `@users.noreply.${hostname}`;
  if (!email.endsWith(suffix)) return undefined;
  const login = email.slice(0, -suffix.length).replace(/^\d+\+/, "");
  // GitHub's own rule for names; anything else did not come from it.
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/.test(login) ? { login, url: `${origin}/${login}` } : undefined;
}
