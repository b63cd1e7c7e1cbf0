import { type KeyObject, sign } from "node:crypto";
import type { RequestListener } from "node:http";

/** Answers like GitHub does to a job that may ask for OIDC tokens: with these claims, for the audience that is asked for. */
export function tokens(claims: object, key: KeyObject): RequestListener {
  return (request, response) => {
    const audience = new URL(request.url ?? "", "http://host").searchParams.get("audience");
    const isAsked = request.headers.authorization === "Bearer of-the-runner";
    response.writeHead(isAsked ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify({ value: tokenOf({ aud: audience, ...claims }, key) }));
  };
}

/** The variables of a job that may ask there. */
export function jobOf(url: string): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: "true",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of-the-runner",
  };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function tokenOf(claims: object, key: KeyObject): string {
  const seconds = Math.floor(Date.now() / 1000);
  const times = { iss: "https://token.actions.githubusercontent.com", iat: seconds, nbf: seconds, exp: seconds + 300 };
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part({ ...times, ...claims })}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}
