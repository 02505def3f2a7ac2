import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { commandsFor } from "../../../src/automations/branch-guard/check/commands.ts";
import { fixOf } from "../../../src/automations/branch-guard/evaluating/fix.ts";
import { LONG } from "../../harness/long.ts";

const HAS_GIT = spawnSync("git", ["--version"]).status === 0;
const ENV = {
  ...{ PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  ...{ GIT_AUTHOR_NAME: "Alice", GIT_AUTHOR_EMAIL: "alice@example.org", LC_ALL: "C" },
  ...{ GIT_COMMITTER_NAME: "Alice", GIT_COMMITTER_EMAIL: "alice@example.org" },
};

type History = Readonly<Record<string, readonly string[]>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository on a server and somebody's clone of it. Each commit adds a file of its own name; a merge has all of both sides. */
function repositoryOf(history: History, branches: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "detoil-guard-"));
  folders.push(folder);
  const [origin, clone] = [join(folder, "origin.git"), join(folder, "clone")];
  const git = (cwd: string, ...args: readonly string[]) =>
    execFileSync("git", args, { cwd, env: ENV, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  execFileSync("git", ["init", "-q", "--bare", "-b", "develop", origin], { env: ENV });
  const files = new Map<string, ReadonlySet<string>>();
  const stream = Object.entries(history).flatMap(([name, parents], index) => {
    const all = new Set([...parents.flatMap((parent) => [...(files.get(parent) ?? [])]), name]);
    files.set(name, all);
    const mark = (commit: string) => `:${Object.keys(history).indexOf(commit) + 1}`;
    const [first, ...others] = parents;
    return [
      `${first === undefined ? "reset refs/made\n\n" : ""}commit refs/made`,
      `mark ${mark(name)}`,
      `committer Alice <alice@example.org> ${1_700_000_000 + index * 60} +0000`,
      `data ${name.length}\n${name}`,
      ...(first === undefined ? [] : [`from ${mark(first)}`]),
      ...others.map((other) => `merge ${mark(other)}`),
      "deleteall",
      ...[...all].map((file) => `M 100644 inline ${file}\ndata ${file.length}\n${file}`),
      "",
    ];
  });
  const marks = join(folder, "marks");
  execFileSync("git", ["fast-import", "--quiet", "--force", `--export-marks=${marks}`], {
    ...{ cwd: origin, env: ENV, input: stream.join("\n") },
  });
  const oids = new Map<string, string>();
  for (const line of execFileSync("cat", [marks], { encoding: "utf8" }).trim().split("\n")) {
    const [, mark = "", oid = ""] = /^:(\d+) (\w+)$/.exec(line) ?? [];
    oids.set(Object.keys(history)[Number(mark) - 1] ?? "", oid);
  }
  for (const [branch, name] of Object.entries(branches))
    git(origin, "update-ref", `refs/heads/${branch}`, oids.get(name) ?? "");
  git(origin, "update-ref", "-d", "refs/made");
  execFileSync("git", ["clone", "-q", origin, clone], { env: ENV });
  return {
    origin,
    clone,
    git,
    oidOf: (name: string) => oids.get(name) ?? "",
    /** Commits that one has and another lacks, oldest first. */
    lacking(base: string, head: string) {
      const lines = git(origin, "rev-list", "--topo-order", "--reverse", "--parents", `${base}..${head}`).split("\n");
      return lines
        .filter((line) => line !== "")
        .map((line) => {
          const [oid = "", ...parents] = line.split(" ");
          return { oid, parents, committedAt: "" };
        });
    },
    line: (branch: string) => git(origin, "rev-list", "--first-parent", branch).split("\n"),
    files: (branch: string) => git(origin, "ls-tree", "--name-only", branch).split("\n"),
  };
}

type Repository = ReturnType<typeof repositoryOf>;

const FORBIDDEN = ["main", "staging"];

/** The commands for a branch, and how they move it; null: it is based on nothing that it must not be. */
function adviceFor(repository: Repository, branch: string, fork: string | null = null, webUrl = "https://github.com") {
  const commits = repository.lacking("develop", branch);
  const known = new Set(commits.map(({ oid }) => oid));
  const newest = FORBIDDEN.flatMap((forbidden) => repository.line(forbidden).find((oid) => known.has(oid)) ?? []);
  if (newest.length === 0) return null;
  const fix = fixOf(commits, newest);
  const pull = { base: "develop", head: branch, fork };
  const place = { repository: { id: 1, owner: "acme", name: "shop" }, webUrl };
  return { way: fix.way, commands: commandsFor(fix, pull, place) };
}

function run(repository: Repository, commands: readonly string[]): void {
  for (const command of commands)
    execFileSync("sh", ["-c", command], { cwd: repository.clone, env: ENV, stdio: ["ignore", "pipe", "pipe"] });
}

/** What a branch brings afterwards: its own work, all of it, and nothing of the branches that it must not be based on. */
function check(repository: Repository, branch: string, own: readonly string[], merges: readonly string[] = []): void {
  const brought = new Set(repository.lacking("develop", branch).map(({ oid }) => oid));
  for (const forbidden of FORBIDDEN) expect(repository.line(forbidden).filter((oid) => brought.has(oid))).toEqual([]);
  const [files, ofDevelop] = [repository.files(branch), repository.files("develop")];
  expect(files).toEqual(expect.arrayContaining([...own]));
  const left = files.filter((file) => !ofDevelop.includes(file) && !merges.includes(file));
  expect(left.sort()).toEqual([...own].filter((file) => !ofDevelop.includes(file)).sort());
}

/** develop has d1 to d3; main has the release m1 of d1, and the hotfix h1 after it; staging tries d2. */
const BASE = {
  ...{ c1: [], d1: ["c1"], d2: ["d1"], d3: ["d2"] },
  ...{ m1: ["c1", "d1"], h1: ["m1"], s1: ["c1", "d2"], s2: ["s1"] },
};
const BRANCHES = { develop: "d3", main: "h1", staging: "s2" };

type Shape = readonly [string, History, tip: string, own: readonly string[], way: string];

/** One for each way. */
const SHAPES: readonly Shape[] = [
  ["cut from a hotfix", { f1: ["h1"], f2: ["f1"] }, "f2", ["f1", "f2"], "transplant"],
  ["a release merged into it", { f1: ["d2"], f2: ["f1", "m1"], f3: ["f2"] }, "f3", ["f1", "f3"], "rebase"],
  ["a hotfix merged into it", { f1: ["d2"], f2: ["f1", "h1"], f3: ["f2"] }, "f3", ["f1", "f3"], "drop-merge"],
  [
    "a hotfix merged into it, and develop after that",
    { f1: ["d1"], f2: ["f1", "h1"], f3: ["f2", "d3"], f4: ["f3"] },
    ...(["f4", ["f1", "f4"], "pick"] as const),
  ],
];

const MORE_SHAPES: readonly Shape[] = [
  ["cut from a release", { f1: ["m1"], f2: ["f1"] }, "f2", ["f1", "f2"], "transplant"],
  ["cut from main, main merged again", { f1: ["m1"], f2: ["f1", "h1"], f3: ["f2"] }, "f3", ["f1", "f3"], "transplant"],
  ["cut from main, a merge of its own", { f1: ["h1"], g1: ["h1"], f2: ["f1", "g1"] }, "f2", ["f1", "g1"], "transplant"],
  ["a hotfix merged into it last", { f1: ["d2"], f2: ["f1", "h1"] }, "f2", ["f1"], "drop-merge"],
  ["merged into main by hand", { f1: ["d2"], f2: ["h1", "f1"], f3: ["f2"] }, "f3", ["f1", "f3"], "drop-merge"],
  ["two branches merged into it", { f1: ["d2"], f2: ["f1", "h1"], f3: ["f2", "s2"] }, "f3", ["f1"], "pick"],
  ["cut from one, the other merged", { f1: ["h1"], f2: ["f1", "s2"], f3: ["f2"] }, "f3", ["f1", "f3"], "pick"],
];

/** Each commit adds a file here, a merge too, which is thrown away with it. */
const withoutMerges = (history: History, own: readonly string[]) =>
  own.filter((name) => (history[name]?.length ?? 0) < 2);

test.skipIf(!HAS_GIT).each(LONG ? [...SHAPES, ...MORE_SHAPES] : SHAPES)("git: %s", (_, shape, tip, own, way) => {
  const repository = repositoryOf({ ...BASE, ...shape }, { ...BRANCHES, "feat/x": tip });
  const advice = adviceFor(repository, "feat/x");
  expect(advice).toMatchObject({ way, commands: [expect.any(String), expect.any(String)] });
  run(repository, advice?.commands ?? []);
  check(repository, "feat/x", withoutMerges(shape, own));
});

test.skipIf(!HAS_GIT)("git: a branch whose name a shell would take for more", () => {
  const name = "feat/$(id>pwned);'x&\"y`z";
  const repository = repositoryOf({ ...BASE, f1: ["h1"] }, { ...BRANCHES, [name]: "f1" });
  run(repository, adviceFor(repository, name)?.commands ?? []);
  check(repository, name, ["f1"]);
  expect(spawnSync("ls", [repository.clone], { encoding: "utf8" }).stdout).not.toContain("pwned");
});

test.skipIf(!HAS_GIT)("git: in the clone of a fork, whose own develop is behind", () => {
  const repository = repositoryOf({ ...BASE, f1: ["h1"], f2: ["f1"] }, { ...BRANCHES, "feat/x": "f2" });
  const { origin, clone, git, oidOf } = repository;
  const github = mkdtempSync(join(tmpdir(), "detoil-guard-"));
  folders.push(github);
  git(github, "clone", "-q", "--bare", origin, "acme/shop");
  const advice = adviceFor(repository, "feat/x", "bob/shop", github);
  git(origin, "update-ref", "refs/heads/develop", oidOf("d1"));
  run(repository, advice?.commands ?? []);
  expect(git(clone, "merge-base", "HEAD", oidOf("d3"))).toBe(oidOf("d3"));
  git(origin, "update-ref", "refs/heads/develop", oidOf("d3"));
  check(repository, "feat/x", ["f1", "f2"]);
});

test.skipIf(!HAS_GIT)("git: what somebody else has pushed is kept, or not overwritten", () => {
  const history = { ...BASE, f1: ["h1"], f2: ["f1"], f3: ["f2"] };
  const repository = repositoryOf(history, { ...BRANCHES, "feat/x": "f1" });
  const { clone, origin, git, oidOf } = repository;
  const [move = "", push = ""] = adviceFor(repository, "feat/x")?.commands ?? [];
  git(clone, "switch", "-q", "feat/x");
  git(origin, "update-ref", "refs/heads/feat/x", oidOf("f2"));
  run(repository, [move]);
  git(origin, "update-ref", "refs/heads/feat/x", oidOf("f3"));
  expect(() => run(repository, [push])).toThrow(/rejected/);
  expect(git(origin, "rev-parse", "feat/x")).toBe(oidOf("f3"));
  git(origin, "update-ref", "refs/heads/feat/x", oidOf("f2"));
  run(repository, [push]);
  check(repository, "feat/x", ["f1", "f2"]);
});

/** Some history in which the branch goes its own way from anywhere, and merges anything. */
const histories = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 12 })
  .map((made) => {
    const entries = made.map((picks, index) => {
      const parents = index === 0 ? [] : picks.map((pick) => `x${pick % index}`);
      return [`x${index}`, [...new Set(parents)]] as const;
    });
    return Object.fromEntries(entries);
  });

test.skipIf(!HAS_GIT || !LONG)(
  "git: whatever is advised leaves the work, and only the work",
  { timeout: 600_000 },
  () => {
    const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(histories, picks, (history, [develop = 0, main = 0, staging = 0, head = 0]) => {
        const names = Object.keys(history);
        const at = (pick: number) => names[pick % names.length] ?? "";
        const branches = { develop: at(develop), main: at(main), staging: at(staging), "feat/x": at(head) };
        const lacks = new Set(ancestorsOf(history, branches.develop));
        const brought = ancestorsOf(history, branches["feat/x"]).filter((name) => !lacks.has(name));
        const lines = [branches.main, branches.staging].map((tip) => lineOf(history, tip));
        const newest = lines.flatMap((line) => line.find((name) => brought.includes(name)) ?? []);
        const foreign = new Set(newest.flatMap((name) => ancestorsOf(history, name)));
        const own = brought.filter((name) => !foreign.has(name));
        const work = withoutMerges(history, own);
        fc.pre(newest.length > 0 && work.length > 0);
        const repository = repositoryOf(history, branches);
        const advice = adviceFor(repository, "feat/x");
        run(repository, advice?.commands ?? []);
        const merges = own.filter((name) => !work.includes(name)); // one that stays has a file of its own here
        check(repository, "feat/x", work, merges);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  },
);

function ancestorsOf(history: History, name: string): string[] {
  return [...new Set([name, ...(history[name] ?? []).flatMap((parent) => ancestorsOf(history, parent))])];
}

function lineOf(history: History, name: string): string[] {
  const [first] = history[name] ?? [];
  return [name, ...(first === undefined ? [] : lineOf(history, first))];
}
