import { expect, it } from "@jest/globals";
import { run, runShell, runStream } from "./index.ts";

it("returns output and exit code, and does not throw for a failure", async () => {
  const result = await runShell("echo out; echo err >&2; exit 3");

  expect(result).toMatchObject({ exitCode: 3, stdout: "out\n", stderr: "err\n", timedOut: false, truncated: false });
});

it("passes arguments and input untouched by any shell", async () => {
  const result = await run(
    ["node", "-e", "process.stdin.pipe(process.stdout); console.log(process.argv[1])", "$(id) '\""],
    {
      input: "grüße",
    },
  );

  expect(result.stdout).toBe("$(id) '\"\ngrüße");
});

it("names the program that is missing and says what to do", async () => {
  await expect(run(["no-such-program-here"])).rejects.toMatchObject({
    code: "config",
    message: expect.stringContaining('"no-such-program-here"'),
    hint: expect.stringContaining("command -v"),
  });
});

it("ends the whole process group on time-out, grandchildren included", async () => {
  const startedAt = performance.now();

  const result = await runShell("sleep 20 & echo $!; wait", { timeoutMs: 150 });

  expect(result).toMatchObject({ timedOut: true, exitCode: undefined });
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(await gone(Number(result.stdout))).toBe(true);
});

it("ends a program that was aborted", async () => {
  const abort = new AbortController();
  const running = run(["sleep", "20"], { signal: abort.signal });
  abort.abort();

  expect(await running).toMatchObject({ signal: "SIGTERM", timedOut: false });
});

it("does not wait for what a finished command left in the background", async () => {
  const startedAt = performance.now();

  const result = await runShell("sleep 6 & echo $!");

  expect(result.exitCode).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  process.kill(Number(result.stdout), "SIGKILL");
});

it("keeps the end of an output that is too long, and says so", async () => {
  const result = await run(["node", "-e", "for (let i = 0; i < 1e5; i++) console.log(i)"], { maxOutputBytes: 1_000 });

  expect(result.truncated).toBe(true);
  expect(result.stdout).toHaveLength(1_000);
  expect(result.stdout.endsWith("99999\n")).toBe(true);
});

it("hands out lines as they come, an unfinished last one too", async () => {
  const lines: string[] = [];

  await runShell("printf 'a\\nb'; printf c >&2", { onLine: (stream, line) => lines.push(`${stream}:${line}`) });

  expect(lines.toSorted()).toEqual(["stderr:c", "stdout:a", "stdout:b"]);
});

it("gives a child only the environment it is meant to see", async () => {
  const result = await run([process.execPath, "-e", "console.log(Object.keys(process.env).join())"], {
    inheritEnv: false,
    env: { ONLY: "this" },
  });

  expect(result.stdout).toBe("ONLY\n");
});

it("streams, and fails with what the program said", async () => {
  await expect(readAll(["sh", "-c", "echo half; echo broken >&2; exit 1"])).rejects.toThrow("broken");
});

it("ends a stream that nobody reads any more", async () => {
  const stream = runStream(["sh", "-c", "echo $$; exec sleep 20"]);
  const first = await stream.next();
  await stream.return();

  expect(await gone(Number(first.value?.toString()))).toBe(true);
});

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100; i += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

async function readAll(argv: readonly [string, ...string[]]): Promise<string> {
  let text = "";
  for await (const chunk of runStream(argv)) text += chunk.toString();
  return text;
}
