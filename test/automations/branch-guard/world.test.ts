import { expect, test } from "vitest";
import { noObservations } from "../../../src/engine/reconcile.ts";
import { guarded, pull } from "./world.ts";

const only = (pulls: readonly { number: number; allowed: boolean }[]) =>
  Object.fromEntries(pulls.map(({ number, allowed }) => [number, allowed]));

test("a feature that staging tried is allowed, one that merged staging or a release is not", async () => {
  const world = guarded({
    more: [
      ["g1", "m1"],
      ["h1", "d2"],
      ["h2", "h1", "s1"],
      ["i1", "d1"],
      ["i2", "i1", "m1"],
    ],
    branches: { "feat/g": "g1", "feat/h": "h2", "hotfix/i": "i2" },
    pulls: [
      pull(1, "feat/f", "f2"),
      pull(2, "feat/g", "g1"),
      pull(3, "feat/h", "h2"),
      pull(4, "hotfix/i", "i2"),
      pull(5, "main", "m1"),
    ],
  });
  const pulls = await world.allowed();
  expect(only(pulls)).toEqual({ 1: true, 2: false, 3: false, 4: true, 5: false });
  const short = (branch: string) => world.shaOf(branch).slice(0, 7);
  expect(pulls[1]).toEqual({
    ...{ number: 2, base: "develop", head: "feat/g", allowed: false },
    reasons: [
      `\`feat/g\` is based on \`main\`: it would bring a commit of \`main\` that \`develop\` does not have (\`${short("main")}\`).`,
      expect.stringContaining("`feat/g` is based on `staging`"), // which the release merged
    ],
  });
  expect(pulls[2]?.reasons).toEqual([
    expect.stringMatching(/^`feat\/h` is based on `staging`: it would bring a commit of/),
  ]);
  await world.converge("pulls");
  expect(world.check(4)).toMatchObject({ conclusion: "success", title: "hotfix/i may be merged into develop" });
  expect(world.check(5)?.summary).toContain("`except: [hotfix/*, main]`");
});

test("one pull request takes two requests, and nothing that is unchanged is written", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2")] });
  const config = 1;
  const first = await world.reconcile("pull/1");
  expect(first.requests).toMatchObject({ rest: 1, graphql: config + 2, writes: 1 });
  const second = await world.reconcile("pull/1");
  expect(second.requests).toMatchObject({ rest: 0, graphql: config + 2, writes: 0 });
  expect(second.plan).toEqual([]);
});

test("what is stacked on a pull request has its commits, and costs it nothing", async () => {
  const world = guarded({
    more: [
      ["f3", "f2"],
      ["f4", "f3"],
    ],
    branches: { "feat/g": "f3", "feat/h": "f4" },
    pulls: [pull(1, "feat/f", "f2"), pull(2, "feat/g", "f3"), pull(3, "feat/h", "f4")],
  });
  expect((await world.reconcile("pull/1")).requests.graphql).toBe(1 + 2);
});

test("what several pull requests need is read once", async () => {
  const branches = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`feat/${index}`, "f2"]));
  const pulls = Object.keys(branches).map((head, index) => pull(index + 1, head, "f2"));
  const world = guarded({ branches, pulls: [...pulls, pull(9, "feat/f", "f1", "main")] });
  const { requests } = await world.reconcile("pulls");
  // sre.yml, the list, what two bases require, the commits of each, the histories
  expect(requests.graphql).toBeLessThanOrEqual(1 + 1 + 2 + 8 + 2);
});

test("another base decides again, though the head is the same", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2")] });
  await world.converge("pull/1");
  expect(world.check(1)?.conclusion).toBe("success");
  world.act("alice", "edit-pull", { number: 1, base: "main" });
  await world.converge("pull/1");
  expect(world.check(1)).toMatchObject({ conclusion: "failure", title: "feat/f may not be merged into main" });
  world.act("alice", "edit-pull", { number: 1, base: "staging" });
  expect(world.repo.pulls.get(1)?.base).toBe("staging");
  await world.converge("pull/1");
  expect(world.check(1)).toMatchObject({ conclusion: "success", title: "No rule for this base" });
});

test("two pull requests with one head have one check, until one of them is closed", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2"), pull(2, "feat/f", "f2", "main")] });
  await world.converge("pull/1");
  expect(world.check(1)).toMatchObject({ conclusion: "failure", title: "#2: feat/f may not be merged into main" });
  expect(world.check(1)?.summary).toMatch(/\*\*#1\*\* feat\/f may be merged into develop[\s\S]*\*\*#2\*\*/);
  world.act("alice", "close-pull", { number: 2 });
  await world.converge("pull/2");
  expect(world.check(1)).toMatchObject({ conclusion: "success", title: "feat/f may be merged into develop" });
});

test("two branches at one commit share the check too", async () => {
  const world = guarded({
    branches: { "feat/same": "f2" },
    pulls: [pull(1, "feat/f", "f2"), pull(2, "feat/same", "f2", "main")],
  });
  await world.converge("pull/1");
  expect(world.check(1)?.title).toBe("#2: feat/same may not be merged into main");
});

test("a new pull request with a head that has a check, while GitHub's lists do not show it yet", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2")] });
  await world.converge("pull/1");
  world.simulator.lag({ until: "released", kinds: ["pulls"] });
  world.act("alice", "open-pull", { title: "Straight to main", head: "feat/f", base: "main" });
  await world.reconcile("pull/2");
  expect(world.check(1)?.title).toBe("#2: feat/f may not be merged into main");
  const reported = [{ key: `head/${world.shaOf("feat/f")}/2`, value: null, ageSeconds: 3 }];
  const observed = async (prefix: string) => reported.filter(({ key }) => key.startsWith(prefix));
  for (const target of ["pull/1", "pulls"]) {
    const { plan } = await world.reconcile(target, { memory: { ...noObservations, observed } });
    expect(plan, target).toEqual([]);
  }
});

test("a fork's branch of an allowed name is a fork's", async () => {
  const world = guarded({
    world: { users: [{ login: "alice" }, { login: "bob" }] },
    repo: { private: false },
    pulls: [
      pull(1, "staging", "s2", "main", { user: "bob", head_repo: "bob/shop" }),
      pull(2, "develop", "f2", "develop", { user: "bob", head_repo: "bob/shop" }),
      pull(3, "staging", "s2", "main"),
    ],
  });
  const pulls = await world.allowed();
  expect(only(pulls)).toEqual({ 1: false, 2: true, 3: true });
  expect(pulls[0]?.reasons).toEqual([
    "`staging` is a branch of `bob/shop`, and sre.yml allows only branches of `acme/shop` in `main`.",
  ]);
});

test("Detoil's own pull requests are allowed, and a person's between the same branches is not", async () => {
  const detoil = { user: "detoil[bot]" };
  const world = guarded({
    world: { users: [{ login: "alice" }, { login: "detoil[bot]", type: "Bot" }] },
    branches: { "back/main": "m1" },
    pulls: [pull(1, "main", "m1", "develop", detoil), pull(2, "back/main", "m1")],
  });
  expect(only(await world.allowed())).toEqual({ 1: true, 2: false });
});

test("a draft is told as early as anything", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2", "main", { draft: true })] });
  expect(only(await world.allowed())).toEqual({ 1: false });
});

test("a branch that is not there holds up nothing, until it is there again", async () => {
  const world = guarded({ more: [["g1", "s1"]], branches: { "feat/g": "g1" }, pulls: [pull(1, "feat/g", "g1")] });
  await world.converge("pull/1");
  expect(world.check(1)?.title).toBe("feat/g is based on staging");
  const tip = world.shaOf("staging");
  world.act("bo", "push", { branch: "staging", delete: true });
  await world.converge("rewritten/staging");
  expect(world.check(1)).toMatchObject({ conclusion: "success", title: "feat/g may be merged into develop" });
  expect(world.check(1)?.summary).toContain("`staging` does not exist, so nothing can be based on it.");
  world.act("bo", "push", { branch: "staging", sha: tip });
  await world.converge("rewritten/staging");
  expect(world.check(1)?.title).toBe("feat/g is based on staging");
});

test("a branch that no rule asks about costs nothing when it moves", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2")] });
  for (const target of ["moved/feat/f", "rewritten/feat/f", "moved/main"])
    expect((await world.reconcile(target)).requests).toMatchObject({ rest: 0, graphql: 1 });
});

test("what its base got meanwhile is no offense any more", async () => {
  const world = guarded({
    more: [["g1", "m1"]],
    branches: { "feat/g": "g1" },
    pulls: [pull(1, "feat/g", "g1"), pull(2, "feat/f", "f2")],
  });
  await world.converge("pulls");
  expect(world.check(1)?.title).toBe("feat/g is based on main");
  world.act("bo", "push", { branch: "develop", commits: [{ message: "Merge main back", merges: ["main"] }] });
  const { plan } = await world.converge("moved/develop");
  expect(plan).toHaveLength(1);
  expect(world.check(1)).toMatchObject({ conclusion: "success", title: "feat/g may be merged into develop" });
});

test("a pull request that merges main back frees the others, too", async () => {
  const rules = "branches: [{into: develop, from: ['*'], not-based-on: [main], except: [main]}]\n";
  const world = guarded({
    rules,
    more: [["g1", "m1"]],
    branches: { "feat/g": "g1" },
    pulls: [pull(1, "feat/g", "g1"), pull(2, "main", "m1"), pull(3, "feat/f", "f2")],
  });
  await world.converge("pulls");
  expect(world.check(1)?.title).toBe("feat/g is based on main");
  world.act("bo", "merge-pull", { number: 3 });
  expect((await world.converge("pull/3")).fanOut).toEqual([]);
  world.act("bo", "merge-pull", { number: 2 });
  expect((await world.converge("pull/2")).fanOut).toEqual(["moved/develop"]);
  await world.converge("moved/develop");
  expect(world.check(1)).toMatchObject({ conclusion: "success" });
});

test("commits that GitHub still lists, although the base has got them, do not count", async () => {
  const world = guarded({
    more: [
      ["g1", "m1"],
      ["d3", "d2", "m1"],
    ],
    branches: { "feat/g": "g1", develop: "d3" },
    // the list of a pull request is made when its head or base is changed
    pulls: [pull(1, "feat/g", "g1", "develop", { commits: ["d1", "s1", "m1", "g1"] })],
  });
  expect(only(await world.allowed("pull/1"))).toEqual({ 1: true });
});

test("rules hold as they are on the default branch, never as the pull request has them", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2", "main")] });
  const file = { ".github/sre.yml": "version: 1\nbranches: [{into: main, from: ['feat/*']}]\n" };
  world.act("alice", "push", { branch: "feat/f", commits: [{ message: "Let me in", files: file }] });
  await world.converge("pull/1");
  expect(world.check(1)?.conclusion).toBe("failure");
  world.act("bo", "push", { branch: "develop", commits: [{ message: "Let them in", files: file }] });
  await world.converge("pulls");
  expect(world.check(1)?.conclusion).toBe("success");
});

test("a broken sre.yml leaves the last good rules in force", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2", "main")] });
  const good = { ".github/sre.yml": "version: 1\nbranches: [{into: main, from: [staging]}]\n" };
  world.act("bo", "push", { branch: "develop", commits: [{ message: "Rules", files: good }] });
  const broken = { ".github/sre.yml": "version: 1\nbranches: [{into: main, form: [staging]}]\n" };
  world.act("bo", "push", { branch: "develop", commits: [{ message: "A typo", files: broken }] });
  expect(only(await world.allowed())).toEqual({ 1: false });
});

test("many commits, and a branch that is far ahead", async () => {
  const line = (name: string, count: number, from: string) =>
    Array.from(
      { length: count },
      (_, index) => [`${name}${index}`, index === 0 ? from : `${name}${index - 1}`] as const,
    );
  const world = guarded({
    more: [
      ...line("x", 260, "d2"),
      ["y", "x259", "m1"],
      ...line("s", 320, "s2").map(([sha, parent]) => [`t${sha}`, parent === "s2" ? parent : `t${parent}`] as const),
      ["z", "ts319", "y"],
    ],
    branches: { "feat/long": "y", "feat/clean": "x259", staging: "z" },
    pulls: [pull(1, "feat/long", "y"), pull(2, "feat/clean", "x259")],
  });
  const pulls = await world.allowed();
  expect(only(pulls)).toEqual({ 1: false, 2: true });
  expect(pulls[0]?.reasons).toEqual([
    expect.stringMatching(/^`feat\/long` is based on `main`/),
    expect.stringMatching(/^`feat\/long` is based on `staging`/),
  ]);
});

test("where too much has happened since, it does not guess", async () => {
  // staging has tried the feature, so what it has had since must be read, in pages as small as GitHub answers them
  const since = Array.from({ length: 700 }, (_, index) => [`t${index}`, index === 0 ? "s2" : `t${index - 1}`] as const);
  const world = guarded({ more: since, branches: { staging: "t699" }, pulls: [pull(1, "feat/f", "f2")] });
  await world.limit(30);
  await world.converge("pull/1");
  expect(world.check(1)).toMatchObject({
    conclusion: "failure",
    title: "feat/f is too old to tell whether it is based on staging",
  });
  expect(world.check(1)?.summary).toContain("git rebase origin/develop");
});

test("a head that has no history in common with its base", async () => {
  const world = guarded({
    more: [["o1"], ["o2", "o1"]],
    branches: { orphan: "o2" },
    pulls: [pull(1, "orphan", "o2")],
  });
  expect(only(await world.allowed())).toEqual({ 1: true });
});

test("a force push decides again", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2")] });
  await world.converge("pull/1");
  world.act("alice", "push", { branch: "feat/f", sha: "m1", force: true });
  await world.converge("pull/1");
  expect(world.check(1)).toMatchObject({ conclusion: "failure", title: "feat/f is based on main" });
});

test("Re-run is answered on the head, and by nobody else", async () => {
  const world = guarded({ pulls: [pull(1, "feat/f", "f2"), pull(2, "staging", "s2", "main")] });
  await world.converge("pulls");
  const sha = world.shaOf("feat/f");
  world.act("alice", "rerequest-check", { sha, name: "Detoil / branch" });
  const { plan } = await world.converge(`head/${sha}`);
  expect(plan).toMatchObject([{ head_sha: sha, rerequested: true }]);
});

test.each([
  ["ruleset", "`main` requires this check."],
  ["protection", "`main` requires this check."],
  [null, "Nobody requires this check yet: a guard that may be ignored."],
])("it says whether it is required (%s)", async (by, said) => {
  const branch_rules = by === null ? [] : [{ branches: ["main"], by, checks: ["Detoil / branch"] }];
  const world = guarded({ repo: { branch_rules }, pulls: [pull(1, "staging", "s2", "main")] });
  await world.converge("pull/1");
  expect(world.check(1)?.summary).toContain(said);
  await world.converge("pulls");
});

test("what GitHub hides is not known, and said to be", async () => {
  const world = guarded({ pulls: [pull(1, "staging", "s2", "main")] });
  await world.fails({ match: { operation: "guardPull" }, hide: ["Ref.rules"] });
  await world.reconcile("pull/1");
  expect(world.check(1)?.summary).toContain("Detoil cannot see whether `main` requires this check.");
});

test("a merge queue is answered on the group's commit, for all that it brings", async () => {
  const queue = { branch: "develop", checks: ["Detoil / branch"] };
  const world = guarded({
    repo: { merge_queues: [queue] },
    more: [["g1", "m1"]],
    branches: { "feat/g": "g1" },
    pulls: [pull(1, "feat/f", "f2"), pull(2, "feat/g", "g1")],
  });
  const enqueue = (number: number) => {
    const made = world.act("bo", "enqueue-pull", { number });
    return { sha: String(made.head_sha), target: `merge-group/${made.head_sha}/${String(made.head_ref).slice(11)}` };
  };
  enqueue(1);
  const { sha, target } = enqueue(2);
  await world.converge(target);
  expect(world.checkOn(sha)).toMatchObject({ conclusion: "failure", title: "#2: feat/g is based on main" });
  expect(world.checkOn(sha)?.summary).toContain("**#1** feat/f may be merged into develop");
});

test("beyond two hundred heads the rest is reconciled one by one", async () => {
  const heads = Array.from({ length: 203 }, (_, index) => [`n${index}`, "d2"] as const);
  const world = guarded({
    rules: "branches: [{into: main, from: [develop]}]",
    more: heads,
    branches: Object.fromEntries(heads.map(([sha], index) => [`feat/${index}`, sha])),
    pulls: heads.map(([sha], index) => pull(index + 1, `feat/${index}`, sha)),
  });
  const { fanOut, plan } = await world.reconcile("pulls");
  expect(plan).toHaveLength(200);
  expect(fanOut).toEqual(["pull/3", "pull/2", "pull/1"]); // the newest first
});
