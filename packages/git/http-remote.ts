export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A remote as HTTP sees it. */
export interface HttpRemote {
  readonly url: string;
  readonly fetch: Fetch;
  /** Value of the `Authorization` header; what the address itself carries is used without it. */
  readonly authorization: string | undefined;
  readonly algorithm: string;
}

export function isHttp(url: string): boolean {
  return /^https?:/.test(url);
}

/** Address and headers of one of git's services at a remote; credentials go into a header, never into the address. */
export function addressOf({ url: given, authorization: own }: HttpRemote, service: string) {
  const url = new URL(given);
  const authorization = own ?? (url.username === "" ? undefined : basic(url));
  url.username = "";
  url.password = "";
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${service}`;
  const headers: Readonly<Record<string, string>> = authorization === undefined ? {} : { authorization };
  return { href: url.href, headers };
}

function basic(url: URL): string {
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}
