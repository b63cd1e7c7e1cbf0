import { readFile } from "node:fs/promises";

import { ReleaseFault } from "#faults";

import type { HaproxySettings } from "./settings.ts";

/** Where HAProxy finds again, when it starts, what was set at run time; and which server a pinned request means. */
export function filesOf(directory: string) {
  return {
    state: `${directory}/servers.state`,
    versions: `${directory}/versions.map`,
    deployed: `${directory}/deployed.json`,
  };
}

/** What the section of the backend has to say, word by word: shares that outlive a restart, requests pinned to one version. */
export function wantedLines({ directory }: Pick<HaproxySettings, "directory">): readonly string[] {
  const { state, versions } = filesOf(directory);
  return [
    "load-server-state-from-file local",
    `server-state-file-name ${state}`,
    `http-request set-var(txn.pin) req.hdr(x-release-version),map_str(${versions},none)`,
    "http-request return status 503 if { var(txn.pin) -m str none }",
    "use-server %[var(txn.pin)] if { var(txn.pin) -m found }",
    "http-response return status 503 if { var(txn.pin) -m found } !{ srv_name,strcmp(txn.pin) eq 0 }",
  ];
}

/** The wanted lines that the files do not have; a check of the servers by HTTP is one of them. */
export async function missingLines(settings: HaproxySettings): Promise<readonly string[]> {
  const texts = await Promise.all(settings.config.map(readConfig));
  const lines = sectionOf(texts.join("\n"), settings.backend);
  const missing = wantedLines(settings).filter((wanted) => !lines.includes(wanted));
  return lines.some((line) => line.startsWith("option httpchk")) ? missing : ["option httpchk GET /health", ...missing];
}

async function readConfig(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ReleaseFault("config", `HAProxy's configuration ${file} cannot be read: ${String(cause)}`, {
      hint: "Name its files in settings.config, and let the user of the releases read them.",
      cause,
    });
  }
}

const sectionStart =
  /^(?:global|defaults|frontend|backend|listen|userlist|peers|resolvers|mailers|cache|program|ring)\b/;

/** The lines of one backend (or listen) section, comments and needless spaces gone. */
function sectionOf(text: string, backend: string): readonly string[] {
  const lines = text.split("\n").map((line) =>
    line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .replaceAll(/\s+/g, " "),
  );
  const start = lines.findIndex(
    (line) =>
      line === `backend ${backend}` ||
      line.startsWith(`listen ${backend} `) ||
      line === `listen ${backend}` ||
      line.startsWith(`backend ${backend} `),
  );
  if (start === -1) return [];
  const end = lines.findIndex((line, at) => at > start && sectionStart.test(line));
  return lines.slice(start + 1, end === -1 ? undefined : end);
}
