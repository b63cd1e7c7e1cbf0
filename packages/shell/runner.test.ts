import { expect, it } from "@jest/globals";

import { runnerOf } from "./runner.ts";

const place = { cwd: "/checkout", say: () => undefined, signal: new AbortController().signal };
const service = { ACTIONS_RUNTIME_TOKEN: "t", ACTIONS_RESULTS_URL: "https://results.example/" };

it.each([
  ["GitHub", { ...service, GITHUB_SERVER_URL: "https://github.com" }, undefined],
  ["GitHub with data residency", { ...service, GITHUB_SERVER_URL: "https://acme.ghe.com" }, undefined],
  ["a server for tests", { ...service, GITHUB_SERVER_URL: "http://github.localhost:4000" }, undefined],
  ["a company's own server", { ...service, GITHUB_SERVER_URL: "https://git.acme.example" }, "GitHub Enterprise Server"],
  [
    "a name that only looks like it",
    { ...service, GITHUB_SERVER_URL: "https://mygithub.com" },
    "GitHub Enterprise Server",
  ],
  ["a run step, which has no token", { ACTIONS_RESULTS_URL: "https://results.example/" }, "no ACTIONS_RUNTIME_TOKEN"],
  ["an older runner", { ACTIONS_RUNTIME_TOKEN: "t" }, "no ACTIONS_RESULTS_URL"],
  ["a laptop", {}, "no ACTIONS_RUNTIME_TOKEN and no ACTIONS_RESULTS_URL"],
])("knows whether %s keeps artifacts", (_, env, why) => {
  const { noArtifacts } = runnerOf(env, place);

  if (why === undefined) expect(noArtifacts).toBeUndefined();
  else expect(noArtifacts).toContain(why);
});
