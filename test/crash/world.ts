import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { connectGitHub, createWorld, type Fault, type World } from "../../packages/testbed/index.ts";
import { signedIn } from "../support/signed-in.ts";
import { localPlace, type Elsewhere, type OnMoment, type Place, type Remembered } from "./place.ts";
import { withoutDays } from "./release.ts";

const execute = promisify(execFile);

/** The world of a release, which can be put back to any moment of it. */
export interface CrashWorld {
  readonly world: World;
  /** Remembers everything outside the driver. */
  snapshot(name: string): Promise<Snapshot>;
  /** Makes everything as it was, later by as long as the dead driver's lease lives, and clones afresh. Returns the clone. */
  restore(snapshot: Snapshot): Promise<string>;
  /** Lets so much time pass on the code host that a dead driver's lease is over. */
  later(): Promise<void>;
  /** Who is told of moments inside the effects on an environment. */
  tell(onMoment: OnMoment | undefined): Promise<void>;
  /** Another machine's clone, where `restore` puts it. */
  cloneAfresh(): Promise<void>;
  /** What the release left in the world, without times. */
  fingerprint(): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}

export interface Snapshot {
  readonly name: string;
  readonly directory: string;
  readonly staging: Remembered;
  readonly production: Remembered;
}

const environments = ["staging", "production"] as const;

/** `open`: where production is, if not on the local platform. */
export async function openCrashWorld(
  directory: string,
  fault?: Fault,
  open?: () => Promise<Elsewhere>,
): Promise<CrashWorld> {
  const elsewhere = await open?.();
  const options = { directory, minimal: true, ...(fault === undefined ? {} : { fault }) };
  const world = await createWorld({ ...options, ...(elsewhere && { config: elsewhere.config }) }).catch(
    async (thrown: unknown) => {
      await elsewhere?.end();
      throw thrown;
    },
  );
  const { admin } = await connectGitHub(world.githubUrl);
  const places = {
    staging: await localPlace(world.platforms.staging),
    production: elsewhere ?? (await localPlace(world.platforms.production)),
  };
  const clone = path.join(directory, "clone");
  const later = async () => {
    await admin.clock({ advanceMs: 300_000 });
  };
  return {
    world,
    later,
    tell: (onMoment) => places.production.tell(onMoment),
    cloneAfresh: () => freshClone(world, clone),
    async snapshot(name) {
      const place = path.join(directory, "snapshots", name.replaceAll(/[^A-Za-z0-9.%-]/g, "_").slice(0, 120));
      const [staging, production] = environments.map((environment) => path.join(place, environment));
      await Promise.all([staging, production].map((folder = "") => mkdir(folder, { recursive: true })));
      await admin.snapshot(place);
      return {
        name,
        directory: place,
        staging: await places.staging.remember(staging ?? ""),
        production: await places.production.remember(production ?? ""),
      };
    },
    async restore(snapshot) {
      await admin.restore(snapshot.directory);
      await later();
      await Promise.all(environments.map((name) => snapshot[name].restore()));
      await freshClone(world, clone);
      return clone;
    },
    fingerprint: () => fingerprintOf(world, places),
    async stop() {
      await world.stop();
      await elsewhere?.end();
    },
  };
}

/** Another machine: nothing of the dead driver's clone is left. The platforms live below the world's own clone. */
async function freshClone(world: World, clone: string): Promise<void> {
  await rm(clone, { recursive: true, force: true });
  await cp(path.join(world.repositoryDirectory, ".git"), path.join(clone, ".git"), { recursive: true });
  await fetchAll(world, clone);
  await git(world, clone, "reset", "--quiet", "--hard", "origin/develop");
}

/** Every branch and tag of the host, and no other. From its disk: nobody watches this, and it is half the work that way. */
async function fetchAll(world: World, clone: string): Promise<void> {
  const refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  await git(world, clone, "fetch", "--quiet", "--prune", "--force", await hostsOwn(world), ...refs);
}

/** The repository on the host's disk. */
async function hostsOwn({ directory }: World): Promise<string> {
  const repositories = path.join(directory, "github", "repositories");
  const [name = ""] = (await readdir(repositories)).filter((one) => one.endsWith(".git"));
  return path.join(repositories, name);
}

async function git(world: World, directory: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, ...signedIn(world) };
  return (await execute("git", ["-C", directory, ...args], { maxBuffer: 64 * 1024 * 1024, env })).stdout;
}

const treesWithoutDates = new Map<string, Promise<string>>();

/** A tree by its digest, in which the days of CHANGELOG.md do not count: a run may go on after midnight. */
function treeWithoutDates(world: World, clone: string, tree: string): Promise<string> {
  const known = treesWithoutDates.get(tree) ?? digestWithoutDates(world, clone, tree);
  treesWithoutDates.set(tree, known);
  return known;
}

async function digestWithoutDates(world: World, clone: string, tree: string): Promise<string> {
  const files = (await git(world, clone, "ls-tree", "-r", tree)).split("\n");
  const changelog = await git(world, clone, "show", `${tree}:CHANGELOG.md`).catch(() => "none");
  return createHash("sha256")
    .update(files.filter((file) => !file.endsWith("\tCHANGELOG.md")).join("\n"))
    .update(withoutDays(changelog))
    .digest("hex");
}

async function fingerprintOf(world: World, places: Readonly<Record<"staging" | "production", Place>>) {
  const clone = await hostsOwn(world);
  const listed = (
    await git(
      world,
      clone,
      "for-each-ref",
      "--format=%(refname)%09%(tree)%(*tree)%09%(contents:subject)",
      "refs/heads",
      "refs/tags",
    )
  ).split("\n");
  const withoutTimes = async (line: string) => {
    const [name = "", tree = "", subject = ""] = line.split("\t");
    // The trees that hold reports differ in their times; their subjects, names and number do not.
    const held = /release-journal|release-command\/records/.test(name)
      ? ""
      : await treeWithoutDates(world, clone, tree);
    return [name, held, subject].join("\t");
  };
  const live = await git(world, clone, "for-each-ref", "--format=%(objectname)%09%(refname)", "refs/release-command");
  const api = async (route: string): Promise<unknown> =>
    (
      await fetch(`${world.githubUrl}/repos/${world.repository}/${route}`, {
        headers: { authorization: `Bearer ${world.tokens.sarah}` },
      })
    ).json();
  const [pulls, releases, deployments] = await Promise.all([
    api("pulls?state=all"),
    api("releases"),
    api("deployments"),
  ]);
  return {
    refs: await Promise.all(listed.filter((line) => line !== "").map(withoutTimes)),
    live,
    history: Object.fromEntries(
      await Promise.all(
        ["main", "release-journal", "release/1.1.0"].map(async (name) => [
          name,
          (await git(world, clone, "log", "--format=%s", name).catch(() => "none")).split("\n"),
        ]),
      ),
    ),
    pulls: pick(pulls, ["number", "title", "state", "merged_at"], ["merged_at"]),
    releases: pick(releases, ["tag_name", "name", "draft", "prerelease"], []),
    deployments: pick(deployments, ["environment", "sha", "ref"], ["sha", "ref"]),
    staging: await places.staging.serving(),
    production: await places.production.serving(),
    left: await places.production.left(),
  };
}

function pick(list: unknown, fields: readonly string[], presence: readonly string[]): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, presence.includes(field) ? Boolean(item[field]) : item[field]])),
  );
}
