import type { World } from "../../packages/testbed/index.ts";

/** Sarah's credentials for stock git, by environment. */
export function signedIn({ tokens }: World): Readonly<Record<string, string>> {
  const credentials = Buffer.from(`x-access-token:${tokens.sarah}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
    GIT_TERMINAL_PROMPT: "0",
  };
}
