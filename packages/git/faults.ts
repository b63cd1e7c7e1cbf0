import { ReleaseFault } from "#faults";

const refusedAccess =
  /authentication failed|could not read (username|password)|permission denied|access denied|returned error: 40[13]|repository not found|invalid credentials|terminal prompts disabled|not authorized|write access to repository not granted/i;
const unreachable =
  /could not resolve host|failed to connect|connection (refused|reset|timed out)|operation timed out|could not connect|returned error: 5\d\d|early eof|hung up|rpc failed|network is unreachable|does not appear to be a git repository|could not read from remote/i;

/** Whether the other side said no to us, rather than to this change. */
export function isRefusedAccess(stderr: string): boolean {
  return refusedAccess.test(stderr);
}

/** What git said, as a failure that people can act on. */
export function gitFault(what: string, stderr: string): ReleaseFault {
  const said = withoutSecrets(lastWords(stderr));
  if (/not a git repository/i.test(stderr)) {
    return new ReleaseFault("input", `Cannot ${what}: this directory is not a git repository`, {
      hint: "Run inside a clone of the project, or name one: --directory path/to/clone.",
    });
  }
  if (refusedAccess.test(stderr)) {
    return new ReleaseFault("permission", `Cannot ${what}: the git host refused access (${said})`, {
      hint: "Give a token that may write: in a workflow `permissions: contents: write`, elsewhere GITHUB_TOKEN or `git push` by hand to see the same refusal.",
    });
  }
  if (unreachable.test(stderr)) {
    return new ReleaseFault("remote", `Cannot ${what}: the git host was not reached (${said})`, {
      hint: "Check the network and the remote's address with `git ls-remote`, then run again: nothing is lost.",
    });
  }
  return new ReleaseFault("remote", `Cannot ${what}: ${said === "" ? "git failed without a word" : said}`, {
    hint: "Run the same git command by hand in this clone to see more; `git fsck` finds a damaged clone.",
  });
}

/** The same text without the passwords of addresses. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/\/\/[^/\s@]+@/g, "//");
}

function lastWords(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
  const fatal = lines.filter((line) => /^(fatal|error|remote):/.test(line));
  return (fatal.length > 0 ? fatal : lines).slice(0, 3).join("; ").slice(0, 600);
}
