import { expect, test } from "vitest";
import { FILE, LANE, shop } from "./world.ts";

const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new Error("there is none");
  return item;
};

test("a pull request that does not touch the file is left alone", async () => {
  const world = shop(LANE);
  const number = world.propose({ "b.txt": "b" });
  expect((await world.reconcile(`pull/${number}`)).plan).toEqual([]);
  expect((await world.reconcile("pulls")).plan).toEqual([]);
});

test("a broken file is red, on the exact lines, with a remedy each", async () => {
  const world = shop(LANE);
  const text = `version: 1\nrelease:\n  lanes:\n    - {from: develop, to: main, asign: true}\n  lane: 3\nenvironments: []\n`;
  const number = world.propose({ [FILE]: text });
  const { requests } = await world.converge(`pull/${number}`);
  expect(requests.points).toBeLessThanOrEqual(3);
  const run = last(world.checks(number));
  expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
  expect(run.output.title).toBe("2 problems: nothing changes until they are fixed");
  const head = world.repo.pulls.get(number)?.head_sha;
  expect(run.output.summary).toBe(
    [
      `- [.github/sre.yml:4](https://github.com/acme/shop/blob/${head}/.github/sre.yml#L4) \`asign\` is not a setting of an entry of \`lanes\`. Did you mean \`assign\`?`,
      `- [.github/sre.yml:5](https://github.com/acme/shop/blob/${head}/.github/sre.yml#L5) \`lane\` is not a setting of release. It has: \`lanes\`.`,
      "",
      "Warnings:",
      `- [.github/sre.yml:6](https://github.com/acme/shop/blob/${head}/.github/sre.yml#L6) \`environments\` is not available yet: Detoil checks it, but does not act on it.`,
      "",
      "The present version stays in force on `develop`.",
      "",
      "<sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/configuration.md) · checked again on every push · [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>",
    ].join("\n"),
  );
  expect(run.output.annotations).toMatchObject([
    { path: FILE, start_line: 4, end_line: 4, start_column: 33, end_column: 37, annotation_level: "failure" },
    { path: FILE, start_line: 5, end_line: 5, annotation_level: "failure", title: "release.lane" },
    { path: FILE, start_line: 6, end_line: 6, annotation_level: "warning" },
  ]);
});

test("fixed by a push, it is green and says what will change; a new run, without the old annotations", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: "version: 1\nx: 1\n" });
  await world.converge("pulls");
  const text = "version: 1\nlanguage: ja\nrelease: {lanes: [{from: develop, to: main, assign: true}]}\n";
  world.act("alice", "push", { branch: "change-1", commits: [{ message: "Mend", files: { [FILE]: text } }] });
  await world.converge("pulls");
  const run = last(world.checks(number));
  expect(run.conclusion).toBe("success");
  expect(run.output.title).toBe("問題ありません。動作が2件変わります");
  expect(run.output.summary).toContain("- `develop` → `main` の `assign`: `false` → `true`\n- `language`: `en` → `ja`");
});

test("a valid file without changes", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: `# nothing\n${LANE}` });
  await world.converge(`pull/${number}`);
  const run = last(world.checks(number));
  expect(run.output.title).toBe("Valid, and nothing changes");
  expect(run.output.summary).toContain("Detoil does the same as before.");
});

test("a section that is not available yet does not pass for no change", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: `${LANE}notify: {slack: "#sre"}\n` });
  await world.converge(`pull/${number}`);
  const run = last(world.checks(number));
  expect(run.conclusion).toBe("success");
  expect(run.output.title).toBe("Valid, but what it changes is not available yet");
  expect(run.output.summary).toContain(
    "Changed, but not available yet: `notify`. Detoil checks it, but does not act on it.",
  );
  expect(run.output.summary).not.toContain("Detoil does the same as before.");
});

test("the check follows the version in force", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: LANE.replace("}]}", ", draft: true}]}") });
  await world.converge("pulls");
  expect(last(world.checks(number)).output.title).toBe("Valid, 1 thing changes");
  world.land({ [FILE]: `# by another way\n${LANE.replace("}]}", ", draft: true}]}")}` });
  await world.converge("pulls");
  expect(last(world.checks(number)).output.title).toBe("Valid, and nothing changes");
});

test("a deletion is green and says what applies afterwards", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: null });
  await world.converge(`pull/${number}`);
  const run = last(world.checks(number));
  expect(run).toMatchObject({ conclusion: "success", output: { title: "This pull request deletes sre.yml" } });
  expect(run.output.summary).toContain("Once this is merged, Detoil stops working here.");
  expect(run.output.summary).toContain("The release pull request from `develop` to `main` will no longer be updated");
});

test("into another branch: it applies later", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: "version: 1\n" }, { base: "main" });
  await world.converge(`pull/${number}`);
  expect(last(world.checks(number)).output.summary).toContain("It takes effect once it is on `develop`.");
});

test("a release pull request brings what is already in force: nothing has to be merged first", async () => {
  const world = shop(LANE);
  world.land({ [FILE]: `${LANE}# changed\n` });
  const number = Number(world.act("alice", "open-pull", { title: "Release", base: "main", head: "develop" }).number);
  await world.converge(`pull/${number}`);
  const { summary } = last(world.checks(number)).output;
  expect(summary).toContain("Detoil does the same as before.");
  expect(summary).not.toContain("It takes effect once it is on");
});

test("a check that is red because of a file the pull request no longer touches becomes green", async () => {
  const world = shop(LANE);
  const push = (branch: string, from: string, files: object) =>
    world.act("alice", "push", { branch, from, commits: [{ message: branch, files }] });
  push("middle", "develop", { [FILE]: "version: 1\nx: 1\n" });
  push("top", "middle", { "b.txt": "b" });
  const number = Number(world.act("alice", "open-pull", { title: "Top", base: "develop", head: "top" }).number);
  await world.converge(`pull/${number}`);
  expect(last(world.checks(number)).conclusion).toBe("failure");
  world.act("alice", "edit-pull", { number, base: "middle" });
  await world.converge(`pull/${number}`);
  expect(last(world.checks(number))).toMatchObject({
    conclusion: "success",
    output: { title: "This pull request does not change sre.yml" },
  });
});

test("closed pull requests and unknown numbers have no facts", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: "version: 1\nx: 1\n" });
  world.act("alice", "close-pull", { number });
  expect((await world.reconcile(`pull/${number}`)).plan).toEqual([]);
});

test("a fork learns nothing from an extended file", async () => {
  const base = {
    name: "acme/base",
    files: { [FILE]: "version: 1\nrelease: {lanes: [{from: secret, to: main}]}\n" },
  };
  const world = shop(LANE, { repos: [base] });
  const number = world.propose({ [FILE]: "version: 1\n_extends: base\n" });
  const pull = world.repo.pulls.get(number);
  if (pull) pull.head_repo = "mallory/shop";
  await world.reconcile(`pull/${number}`);
  const run = last(world.checks(number));
  expect(run.conclusion).toBe("success");
  expect(run.output.summary).toContain("is new and comes from a fork, so it is read only once it is merged");
  expect(run.output.summary).toContain("what changes is not listed here");
  expect(JSON.stringify(run)).not.toContain("secret");
});

test("the first file is broken: the issue is in its language throughout", async () => {
  const world = shop("version: 1\nlanguage: ja\nrelese: {}\n");
  await world.converge("default");
  const [issue] = world.issues();
  expect(issue?.title).toBe(".github/sre.yml に1件の問題があります");
  expect(issue?.body).toContain("有効なバージョンがまだない");
  expect(issue?.body).toContain("`relese` は");
  expect(issue?.body).not.toContain("Fix it");
});

test("a broken file on the default branch: one issue, updated, closed when the file is fixed, opened again", async () => {
  const world = shop(LANE);
  expect((await world.converge("default")).plan).toEqual([]);
  world.land({ [FILE]: "version: 1\nrelese: {}\n" });
  await world.converge("default");
  const [issue] = world.issues();
  expect(issue).toMatchObject({ title: ".github/sre.yml has 1 problem", state: "open", user: "detoil[bot]" });
  expect(issue?.body).toContain("The version of Sun 1 Nov stays in force on `develop`.");
  expect(issue?.body).toContain("`relese` is not a setting of sre.yml. Did you mean `release`?");
  expect(issue?.body).toContain("Fix it on `develop`, and Detoil closes this issue.");

  world.act("alice", "edit-issue", { number: issue?.number, body: `Ours to mend.\n\n${issue?.body}` });
  world.land({ [FILE]: "version: 1\nrelese: {}\nlangage: ja\n" });
  await world.converge("default");
  expect(issue?.title).toBe(".github/sre.yml has 2 problems");
  expect(issue?.body).toMatch(/^Ours to mend\./);

  world.land({ [FILE]: LANE });
  await world.converge("default");
  expect(issue).toMatchObject({ state: "closed" });
  expect(issue?.body).toContain("**sre.yml is valid again** and in force.");
  expect(issue?.body).toMatch(/^Ours to mend\./);

  world.land({ [FILE]: "version: 1\nnope: {}\n" });
  await world.converge("default");
  expect(issue).toMatchObject({ state: "open" });
  expect(world.issues()).toHaveLength(1);
  expect(issue?.comments).toEqual([]);
});

test("a person closes the issue while the file is broken: it stays closed until the file breaks again", async () => {
  const world = shop("version: 1\nx: 1\n");
  await world.converge("default");
  const [issue] = world.issues();
  expect(issue?.body).toContain(
    "**.github/sre.yml has 1 problem; nothing changes until it is fixed.** There is no earlier version that works, so Detoil does nothing here until then.",
  );
  world.act("alice", "close-issue", { number: issue?.number });
  expect((await world.converge("default")).plan).toEqual([]);
  world.land({ [FILE]: LANE });
  await world.converge("default");
  expect(issue?.state).toBe("closed");
  world.land({ [FILE]: "version: 1\nx: 1\n" });
  await world.converge("default");
  expect(issue?.state).toBe("open");
});

test("somebody else's issue with the marker does not count", async () => {
  const world = shop("version: 1\nx: 1\n");
  world.act("alice", "open-issue", { title: "Fake", body: '<!-- detoil:config-broken {"state":"broken"} -->' });
  await world.converge("default");
  expect(world.issues().map(({ user }) => user)).toEqual(["alice", "detoil[bot]"]);
});

test("an org's broken default is reported in the org's repository alone", async () => {
  const org = (name: string) => ({ name, files: { [FILE]: "version: 1\nx: 1\n" }, permission: { alice: "write" } });
  const world = shop(null, { repos: [org("acme/.github")] });
  const { plan, loaded } = await world.converge("default");
  expect(loaded.state).toBe("broken");
  expect(plan).toEqual([]);
  const own = shop("version: 1\nx: 1\n", { name: "acme/.github" });
  expect((await own.converge("default")).plan).toMatchObject([{ action: "create-issue" }]);
});
