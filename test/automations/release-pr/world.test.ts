import { expect, test } from "vitest";
import { LANE, listOf, shop, worldOf } from "./world.ts";

const checks = (world: ReturnType<typeof shop>, sha: string) =>
  [...world.repo.check_runs.values()]
    .filter((run) => run.sha === sha)
    .map((run) => `${run.conclusion}: ${run.output.title}`);

test("merge, squash and rebase: opened with a list, kept up to date, released, and opened again", async () => {
  const world = shop(LANE);
  expect((await world.converge()).plan).toEqual([]);
  const [one, two, three] = [
    world.land("one"),
    world.land("two", { method: "squash", as: "bo", commits: 2 }),
    world.land("three", { method: "rebase", commits: 3 }),
  ];
  await world.converge();
  const first = world.release();
  expect(first.title).toBe("Release 2026-11-20");
  expect(first.user).toBe("detoil[bot]");
  expect(listOf(first.body)).toEqual([`- [ ] #${one} @alice`, `- [ ] #${two} @bo`, `- [ ] #${three} @alice`]);
  expect(first.body).not.toContain("without a pull request");
  expect(checks(world, first.head_sha)).toEqual(["success: 3 pull requests, none on hold"]);

  world.act("bo", "edit-pull", {
    number: first.number,
    body: first.body.replace("- [ ] #2 @bo", "- [x] #2 @bo tried it").replaceAll("\n", "\r\n"),
  });
  expect((await world.converge()).plan).toEqual([]);
  const four = world.land("four");
  world.act("alice", "push", { branch: "develop", commits: [{ message: "Straight in" }] });
  world.setNow("2026-11-21T01:00:00Z");
  const look = await world.converge();
  expect(look.plan.map((action) => action.action)).toEqual(["update-pull-request", "set-check-run"]);
  expect(look.requests).toMatchObject({ writes: 2, points: expect.any(Number) });
  expect(listOf(first.body)).toEqual([
    `- [ ] #${one} @alice`,
    `- [x] #${two} @bo tried it`,
    `- [ ] #${three} @alice`,
    `- [ ] #${four} @alice`,
  ]);
  expect(first.body).toContain("/compare/main...develop) without a pull request");
  expect(first.title).toBe("Release 2026-11-20");

  world.act("bo", "merge-pull", { number: first.number, method: "merge" });
  const released = await world.converge();
  expect(released.plan.map((action) => action.action)).toEqual(["update-pull-request"]);
  expect(first.body).toMatch(/-->\n\*\*Released\*\* on Sat 21 Nov 01:00 UTC\n\n- \[ \] #1 /);
  expect(listOf(first.body)).toHaveLength(4);
  const five = world.land("five");
  await world.converge();
  expect(world.release().number).not.toBe(first.number);
  expect(listOf(world.release().body)).toEqual([`- [ ] #${five} @alice`]);
  expect(world.release().body).toContain("merged since the last release (Sat 21 Nov) is waiting");
});

test.each(["squash", "rebase"] as const)(
  "a release merged by %s counts as shipped, with one warning",
  async (method) => {
    const world = shop(LANE);
    world.land("one");
    world.land("two", { method: "squash" });
    await world.converge();
    const release = world.release();
    world.act("bo", "merge-pull", { number: release.number, method });
    const look = await world.converge();
    expect(look.plan.map((action) => action.action)).toEqual(["update-pull-request", "create-comment"]);
    expect(release.body).toContain("**Released** on Fri 20 Nov");
    expect(release.comments.map((comment) => comment.body)).toEqual([expect.stringContaining("squashed or rebased")]);
    expect(look.facts).toMatchObject({ items: [], existing: null });
    expect(look.facts?.ahead).toBeGreaterThan(0);
    const three = world.land("three");
    await world.converge();
    expect(listOf(world.release().body)).toEqual([`- [ ] #${three} @alice`]);
  },
);

test("lanes are independent, carry what the one before brought, and share a head's check", async () => {
  const world = shop(
    "release: {lanes: [{from: develop, to: staging}, {from: staging, to: main}, {from: develop, to: demo}, {from: develop, to: gone}]}",
    {
      branches: { main: "start", staging: "start", demo: "start", develop: "start" },
    },
  );
  const one = world.land("one", { method: "squash" });
  const two = world.land("two");
  await world.converge();
  const [toStaging, toDemo] = [world.release("develop", "staging"), world.release("develop", "demo")];
  expect(checks(world, toStaging.head_sha)).toEqual(["success: 2 pull requests, none on hold"]);
  const summary = [...world.repo.check_runs.values()][0]?.output.summary;
  expect(summary).toContain(`#${toStaging.number}`);
  expect(summary).toContain(`#${toDemo.number}`);
  expect([...world.repo.issues.values()].map((issue) => [issue.title, issue.state])).toEqual([
    ["No release pull request can be opened from develop to gone", "open"],
  ]);

  world.act("bo", "merge-pull", { number: toStaging.number, method: "squash" });
  world.act("bo", "create-branch", { branch: "gone", from: "main" });
  await world.converge();
  expect(listOf(world.release("staging", "main").body)).toEqual([`- [ ] #${one} @alice`, `- [ ] #${two} @alice`]);
  expect([...world.repo.issues.values()].map((issue) => issue.state)).toEqual(["closed"]);
  world.act("bo", "push", { branch: "gone", delete: true });
  await world.converge();
  const again = [...world.repo.issues.values()].at(-1);
  // The same issue again, not another one.
  expect([...world.repo.issues.values()].map((issue) => issue.state)).toEqual(["open"]);
  world.act("bo", "close-issue", { number: again?.number });
  expect((await world.converge()).plan).toEqual([]);

  world.act("bo", "label", { number: two, label: "do-not-release" });
  await world.converge();
  expect(checks(world, toDemo.head_sha)).toEqual([`failure: #${two} is on hold`]);
});

test("squashed from branch to branch: what was carried is listed at each step, once", async () => {
  const lanes = [
    { from: "develop", to: "test" },
    { from: "test", to: "staging" },
    { from: "staging", to: "main" },
  ];
  const branches = { main: "start", staging: "start", test: "start", develop: "start" };
  const world = shop(`release: ${JSON.stringify({ lanes })}`, { branches });
  for (const round of ["a", "b"]) {
    const numbers = [
      world.land(`${round}1`, { method: "squash" }),
      world.land(`${round}2`, { method: "rebase", commits: 2 }),
    ];
    world.land(`${round}-hotfix`, { onto: "main" });
    const back = world.act("bo", "open-pull", { title: "Back", base: "develop", head: "main" });
    world.act("bo", "merge-pull", { number: back.number, method: "squash" });
    for (const { from, to } of lanes) {
      await world.converge();
      const release = world.release(from, to);
      const listed = listOf(release.body).map((line) => Number(/#(\d+)/.exec(line)?.[1]));
      for (const number of numbers) expect(listed).toContain(number);
      if (to === "main") expect(listed).toEqual(numbers);
      world.act("bo", "merge-pull", { number: release.number, method: "squash" });
    }
    const look = await world.converge();
    expect(look.facts?.lanes).toEqual(
      lanes.map((lane) => expect.objectContaining({ ...lane, items: [], existing: null })),
    );
  }
});

test("nested in a merged and in a squashed one", async () => {
  const world = shop(LANE);
  world.act("alice", "push", { branch: "big", from: "develop", commits: [{ message: "Big" }] });
  const inner = world.land("inner", { onto: "big" });
  const big = Number(world.act("alice", "open-pull", { title: "Big", base: "develop", head: "big" }).number);
  world.act("alice", "merge-pull", { number: big, method: "squash" });
  world.act("alice", "push", { branch: "wide", from: "develop", commits: [{ message: "Wide" }] });
  const within = world.land("within", { onto: "wide", method: "squash" });
  const wide = Number(world.act("alice", "open-pull", { title: "Wide", base: "develop", head: "wide" }).number);
  world.act("alice", "merge-pull", { number: wide, method: "merge" });
  await world.converge();
  expect(listOf(world.release().body)).toEqual([
    `- [ ] #${big} @alice`,
    `  - [ ] #${inner} @alice`,
    `- [ ] #${wide} @alice`,
    `  - [ ] #${within} @alice`,
  ]);
});

test("a hotfix on main and its back-merge are not to be released", async () => {
  const world = shop(LANE);
  world.land("hotfix", { onto: "main" });
  const back = Number(world.act("alice", "open-pull", { title: "Back", base: "develop", head: "main" }).number);
  world.act("alice", "merge-pull", { number: back, method: "merge" });
  const look = await world.converge();
  expect(look.plan).toEqual([]);
  expect(look.facts).toMatchObject({ ahead: 1, items: [] });
});

test("reverted: a pair; both halves alone are gone: closed again, because nobody wrote in it", async () => {
  const world = shop(LANE);
  const one = world.land("one");
  await world.converge();
  const release = world.release();
  const undo = world.land("undo", { title: 'Revert "Do one"', body: `Reverts acme/shop#${one}` });
  const look = await world.converge();
  expect(look.plan.map((action) => action.action)).toEqual(["update-pull-request"]);
  expect(release.state).toBe("closed");
  expect(release.body).toContain(
    "**Nothing is waiting** for `main`. Detoil closes this and opens a new one when something is merged.",
  );
  expect(release.body).toContain(`~~#${one}~~ reverted by [#${undo}](https://github.com/acme/shop/pull/${undo})`);
  const two = world.land("two");
  await world.converge();
  expect(listOf(world.release().body)).toEqual([
    `- ~~#${one}~~ reverted by [#${undo}](https://github.com/acme/shop/pull/${undo})`,
    `- [ ] #${two} @alice`,
  ]);
});

test("nothing waits any more, but somebody ticked: it stays, and says so", async () => {
  const world = shop(LANE);
  const one = world.land("one");
  await world.converge();
  const release = world.release();
  world.act("bo", "edit-pull", { number: release.number, body: release.body.replace("- [ ]", "- [x]") });
  world.land("undo", { body: `Reverts #${one}` });
  await world.converge();
  expect(release.state).toBe("open");
  expect(release.body).toContain("**Nothing is waiting** for `main`. Close this, or leave it open");
  expect(checks(world, release.head_sha)).toEqual(["success: Nothing is waiting"]);
});

test("closed by a person: it stays closed until something new is merged", async () => {
  const world = shop(LANE);
  world.land("one");
  await world.converge();
  world.setNow("2026-11-20T02:00:00Z");
  world.act("bo", "close-pull", { number: world.release().number });
  expect((await world.converge()).plan).toEqual([]);
  world.setNow("2026-11-20T03:00:00Z");
  world.land("two");
  await world.converge();
  expect(listOf(world.release().body)).toHaveLength(2);
});

test("a person's own release pull request is adopted as it is", async () => {
  const world = shop(LANE);
  world.land("one");
  const own = Number(
    world.act("bo", "open-pull", { title: "Big day", body: "My plan.", base: "main", head: "develop" }).number,
  );
  await world.converge();
  expect(world.pull(own).title).toBe("Big day");
  expect(world.pull(own).body).toMatch(/^My plan\.\n\n<!-- detoil:release /);
  world.act("bo", "edit-pull", { number: own, title: "Bigger day" });
  expect((await world.converge()).plan).toEqual([]);
});

test("a title that a person changed stays, Detoil's own follows sre.yml", async () => {
  const world = shop(
    'release: {lanes: [{from: develop, to: main, title: "{{count}} from {{from}} to {{to}}, {{date}}"}]}\ntimezone: Asia/Tokyo',
  );
  world.land("one");
  world.setNow("2026-11-20T20:00:00Z");
  await world.converge();
  expect(world.release().title).toBe("1 from develop to main, 2026-11-21");
  world.setNow("2026-11-22T20:00:00Z");
  world.land("two");
  await world.converge();
  expect(world.release().title).toBe("2 from develop to main, 2026-11-21");
  world.act("bo", "edit-pull", { number: world.release().number, title: "Mine" });
  world.land("three");
  await world.converge();
  expect(world.release().title).toBe("Mine");
});

test("labels, assignees and reviewers: requested once, without those whom GitHub refuses", async () => {
  const world = shop(
    "release: {lanes: [{from: develop, to: main, labels: [release], assign: true, request-review: true, draft: true}]}",
    { labels: [{ name: "release" }], private: false },
  );
  world.land("one");
  world.land("two", { as: "bo" });
  world.land("three", { as: "stranger" });
  world.land("four", { as: "renovate[bot]" });
  await world.converge();
  const release = world.release();
  expect(release.draft).toBe(true);
  expect(release.labels.map((label) => label.name)).toEqual(["release"]);
  expect(release.assignees).toEqual(["alice", "bo"]);
  expect(release.requested_reviewers).toEqual(["alice", "bo"]);
  world.setNow("2026-11-20T04:00:00Z");
  world.act("bo", "unassign", { number: release.number, assignee: "bo" });
  world.act("bo", "unlabel", { number: release.number, label: "release" });
  expect((await world.converge()).plan).toEqual([]);
});

test("frozen: none is opened, an open one says so and is red", async () => {
  const world = shop('release: {lanes: [{from: develop, to: main, freeze: ["2026-11-20/2026-11-22"]}]}');
  world.land("one");
  expect((await world.converge()).plan).toEqual([]);
  world.setNow("2026-11-23T01:00:00Z");
  await world.converge();
  world.setNow("2026-11-22T01:00:00Z");
  await world.converge();
  const release = world.release();
  expect(release.body).toContain("**Frozen until Mon 23 Nov 00:00 UTC**");
  expect(checks(world, release.head_sha)).toEqual(["failure: Frozen until Mon 23 Nov 00:00 UTC"]);
});

test("a schedule: opened and refreshed at its ticks, the check follows the head", async () => {
  const world = shop(
    'timezone: Asia/Tokyo\nrelease: {lanes: [{from: develop, to: main, schedule: "0 10 * * mon-fri"}]}',
  );
  world.setNow("2026-11-19T23:00:00Z");
  const one = world.land("one");
  expect((await world.converge()).plan).toEqual([]);
  world.setNow("2026-11-20T01:00:00Z");
  await world.converge();
  const release = world.release();
  const two = world.land("two");
  const look = await world.converge();
  expect(look.plan.map((action) => action.action)).toEqual(["set-check-run"]);
  expect(listOf(release.body)).toHaveLength(1);
  world.setNow("2026-11-23T01:00:30Z");
  await world.converge();
  expect(listOf(release.body)).toEqual([`- [ ] #${one} @alice`, `- [ ] #${two} @alice`]);
});

test("other pull requests into main have a green check; a fork's develop is not a release", async () => {
  const world = shop(LANE, { private: false });
  world.land("one");
  await world.converge();
  world.act("bo", "push", { branch: "fix", from: "main", commits: [{ message: "Fix" }] });
  const fix = Number(world.act("bo", "open-pull", { title: "Fix", base: "main", head: "fix" }).number);
  const { sha } = world.act("bo", "push", { branch: "forked", from: "main", commits: [{ message: "From a fork" }] });
  const fork = Number(
    world.act("bo", "open-pull", {
      title: "Fork",
      base: "main",
      head: "develop",
      head_repo: "bo/shop",
      head_sha: String(sha),
    }).number,
  );
  const aside = Number(world.act("bo", "open-pull", { title: "Aside", base: "develop", head: "fix" }).number);
  await world.converge(`pull/${fix}`);
  await world.converge(`pull/${aside}`);
  expect((await world.converge(`pull/${world.release().number}`)).plan).toEqual([]);
  await world.converge("pulls");
  expect(checks(world, world.pull(fix).head_sha)).toEqual([
    "success: Nothing to check: this pull request is not a release",
  ]);
  expect(checks(world, world.pull(fork).head_sha)).toEqual([
    "success: Nothing to check: this pull request is not a release",
  ]);
  expect((await world.converge()).plan).toEqual([]);
  const preview = await world.reconcile(`lane-of/${world.release().number}`, false);
  expect(preview.facts).toMatchObject({ existing: world.release().number });
});

test("a pull request whose commits main already has is checked once too", async () => {
  const world = shop(LANE, { pulls: [{ number: 30, title: "Nothing left", base: "main" }] });
  for (const target of ["pull/30", "pulls"]) await world.converge(target);
  expect(checks(world, world.pull(30).head_sha)).toEqual([
    "success: Nothing to check: this pull request is not a release",
  ]);
});

test("forks with a develop of their own do not hide the release", async () => {
  const world = shop(LANE, { private: false });
  world.land("one");
  const { sha } = world.act("bo", "push", { branch: "forked", from: "main", commits: [{ message: "From a fork" }] });
  for (const fork of ["a", "b", "c", "d"]) {
    const head = { head: "develop", head_repo: `${fork}/shop`, head_sha: String(sha) };
    world.act("bo", "open-pull", { title: "Drive by", base: "main", ...head });
  }
  await world.converge();
  const release = world.release();
  world.land("two");
  await world.converge();
  expect(world.release()).toBe(release);
  expect(listOf(release.body)).toHaveLength(2);
});

test("a second branch at the release's head leaves the check to the release", async () => {
  const world = shop(LANE);
  world.land("one");
  await world.converge();
  world.act("bo", "create-branch", { branch: "release-1", from: "develop" });
  const other = Number(world.act("bo", "open-pull", { title: "Release 1", base: "main", head: "release-1" }).number);
  expect((await world.converge(`pull/${other}`)).plan).toEqual([]);
  const preview = await world.reconcile(`lane-of/${other}`, false);
  expect(preview.plan).toMatchObject([{ action: "set-check-run", head_sha: world.release().head_sha }]);
  await world.converge();
  const [run] = world.repo.check_runs.values();
  expect(run?.output.title).toBe("1 pull request, not on hold");
  expect(run?.output.summary).toContain(`**#${world.release().number}** 1 pull request, not on hold`);
  expect(run?.output.summary).toContain(`#${other} has the same head and is not a release.`);
});

test("in Japanese", async () => {
  const world = shop(`language: ja\n${LANE}`);
  const one = world.land("one");
  world.act("alice", "push", { branch: "develop", commits: [{ message: "Straight in" }] });
  await world.converge();
  const release = world.release();
  expect(release.body).toContain("**1件**のプルリクエストが `main` への反映を待っています・[差分](");
  expect(release.body).toContain("プルリクエストのない[コミット1件](");
  expect(checks(world, release.head_sha)).toEqual(["success: プルリクエスト1件、保留なし"]);
  world.act("bo", "label", { number: one, label: "do-not-release" });
  await world.converge();
  expect(checks(world, release.head_sha)).toEqual([`failure: #${one} は保留中です`]);
});

test("a Japanese release without a title of its own is called リリース and its day", async () => {
  const world = shop(`language: ja\ntimezone: Asia/Tokyo\n${LANE}`);
  world.land("one");
  world.setNow("2026-11-20T16:00:00Z");
  await world.converge();
  expect(world.release().title).toBe("リリース 2026-11-21");
});

test("a list that git-pr-release keeps is adopted: ticks, notes and order stay, each item once", async () => {
  const world = shop(LANE);
  const [one, two, three] = [world.land("one"), world.land("two", { as: "bo" }), world.land("three")];
  const body = `- [x] #${two} @bo tried it\n- [ ] #${one} @alice`;
  const number = Number(
    world.act("bo", "open-pull", { title: "Release 2026-11-20 10:00", body, base: "main", head: "develop" }).number,
  );
  expect((await world.reconcile("lanes", false)).facts).toMatchObject({
    items: [{ checked: false }, { checked: true }, { checked: false }],
  });
  await world.converge();
  expect(listOf(world.pull(number).body)).toEqual([
    `- [x] #${two} @bo tried it`,
    `- [ ] #${three} @alice`,
    `- [ ] #${one} @alice`,
  ]);
  expect(world.pull(number).title).toBe("Release 2026-11-20 10:00");
  expect(world.pull(number).body.match(/@bo tried it/g)).toHaveLength(1);
});

test.each([
  ["of its own sre.yml is reported", "shop", "shop", 1],
  ["of the org's default is not: other repositories have it", "shop", ".github", 0],
  ["of the org's default is not, in the org's repository either", ".github", ".github", 0],
])("a branch that is missing for a lane %s", async (_, repository, configured, issues) => {
  const commit = { sha: "start", message: "Start", committed_at: "2026-11-01T00:00:00Z" };
  const repo = (name: string) => ({
    name: `acme/${name}`,
    default_branch: "develop",
    permission: { alice: "write" },
    commits: [{ ...commit, files: name === configured ? { ".github/sre.yml": `version: 1\n${LANE}` } : {} }],
    branches: { develop: "start" },
  });
  const repos = [...new Set([repository, configured])].map(repo);
  const world = worldOf({ now: "2026-11-20T01:00:00Z", users: [{ login: "alice" }], repos }, `acme/${repository}`);
  expect((await world.converge()).loaded.config?.release?.lanes).toHaveLength(1);
  expect(world.repo.issues.size).toBe(issues);
});

test("branches without a common commit: reported in one issue, and reconciled again once they have one", async () => {
  const orphan = { message: "Other", author: "bo", committed_at: "2026-11-01T00:00:00Z" };
  const commits = [
    { sha: "start", message: "Start", author: "alice", committed_at: "2026-11-01T00:00:00Z" },
    { sha: "other", ...orphan },
  ];
  const world = shop(LANE, { commits, branches: { main: "other", develop: "start" } });
  await world.converge();
  const [issue] = world.repo.issues.values();
  expect(issue?.body).toContain("- `develop` → `main`: The two branches have no commit in common");
  expect((await world.reconcile("lanes", false)).facts).toMatchObject({ ahead: null, unrelated_histories: true });
  world.act("bo", "push", { branch: "main", delete: true });
  world.act("bo", "create-branch", { branch: "main", from: "develop" });
  world.land("one");
  await world.converge();
  expect(issue?.state).toBe("closed");
  expect(listOf(world.release().body)).toHaveLength(1);
  expect(world.repo.issues.size).toBe(1);
});
