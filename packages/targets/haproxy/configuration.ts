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

/** The wanted lines that the files do not have; a check of the servers by HTTP, and its time-out, are two of them. */
export async function missingLines(settings: HaproxySettings): Promise<readonly string[]> {
  const texts = await Promise.all(settings.config.map(readConfig));
  const sections = sectionsOf(texts.join("\n"));
  const isOurs = backendHead(settings.backend);
  const lines = sections.find(({ head }) => isOurs(head))?.lines ?? [];
  const defaults = sections.filter(({ head }) => /^defaults\b/.test(head)).flatMap((section) => section.lines);
  const has = (start: string): boolean => [...lines, ...defaults].some((line) => line.startsWith(start));
  return [
    ...(has("option httpchk") ? [] : ["option httpchk GET /health"]),
    // Without it a check ends after `inter`: a stall of three of them takes the only version that serves out, and all clients get 503.
    ...(has("timeout check ") ? [] : ["timeout check 2s"]),
    ...wantedLines(settings).filter((wanted) => !lines.includes(wanted)),
  ];
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

interface Section {
  readonly head: string;
  readonly lines: readonly string[];
}

/** Every section with its lines, comments and needless spaces gone. */
function sectionsOf(text: string): readonly Section[] {
  const lines = text.split("\n").map((line) =>
    line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .replaceAll(/\s+/g, " "),
  );
  const starts = lines.flatMap((line, at) => (sectionStart.test(line) ? [at] : []));
  return starts.map((start, index) => ({
    head: lines[start] ?? "",
    lines: lines.slice(start + 1, starts[index + 1]),
  }));
}

function backendHead(name: string): (head: string) => boolean {
  return (head) =>
    [`backend ${name}`, `listen ${name}`].some((start) => head === start || head.startsWith(`${start} `));
}
