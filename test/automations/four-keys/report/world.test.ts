import { expect, test } from "vitest";
import { fourKeys } from "../../../../src/automations/four-keys/index.ts";
import { memoryBook } from "../../../../src/records/memory-book.ts";
import { worldOf } from "../../world.ts";
import { contextOf } from "./context.ts";

const NOVEMBER = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

const SRE = `version: 1
release:
  lanes: [{from: develop, to: main}]
four-keys:
  deployments: {merge: main}
`;

/** Three features and the two releases that brought them to main. */
function shop(sre = SRE) {
  const commits = ["m0", "f1", "f2", "r1", "f3", "r2"].map((sha, at, all) => ({
    sha,
    parents: at === 0 ? [] : [all[at - 1]],
    authored_at: NOVEMBER(9 + at),
    committed_at: NOVEMBER(9 + at),
  }));
  const merged = (number: number, sha: string, head: string, base: string, day: number) => ({
    number,
    title: `Change ${number}`,
    user: "alice",
    state: "merged",
    base,
    head,
    head_sha: sha,
    merge_commit_sha: sha,
    merge_method: "rebase",
    commits: [sha],
    created_at: NOVEMBER(day - 1),
    merged_at: NOVEMBER(day, 6),
  });
  return worldOf({
    now: NOVEMBER(24),
    users: [{ login: "alice" }],
    repos: [
      {
        name: "acme/shop",
        files: { ".github/sre.yml": sre },
        permission: { alice: "write" },
        commits,
        branches: { main: "r2", develop: "r2" },
        deployments: [{ id: 1, sha: "r1", environment: "prod", created_at: NOVEMBER(12) }],
        pulls: [
          merged(1, "f1", "one", "develop", 10),
          merged(2, "f2", "two", "develop", 11),
          merged(3, "r1", "develop", "main", 12),
          merged(4, "f3", "four", "develop", 13),
          merged(5, "r2", "develop", "main", 17),
        ],
      },
    ],
  });
}

const ISSUE = 6;

test("what was recorded is counted as sre.yml says, and written into one issue", async () => {
  const world = shop();
  const book = memoryBook();
  for (const number of [1, 2, 3, 4, 5]) await world.reconcile(fourKeys, `change/${number}`, { book });
  const { plan, requests } = await world.converge(fourKeys, "report", { book });
  expect(plan).toMatchObject([{ action: "create-issue", title: "Four Keys" }]);
  expect(requests.writes).toBe(1);
  const body = () => world.repo.issues.get(ISSUE)?.body ?? "";
  // The release pull requests are deployments and no changes; of the first one only its own commit would count.
  expect(body()).toContain("**2 deployments brought 1 change** from Mon 26 Oct 10:00 UTC to Mon 23 Nov 10:00 UTC.");
  expect(body()).toContain("**2 merged changes** from before the first known deployment: [#1](");
  expect(body()).toContain("- [#5](https://github.com/acme/shop/pull/5) on Tue 17 Nov 06:00 UTC: 1 change\n");
  expect(body()).toContain("**History: 0 pull requests read so far.**");

  world.setNow(NOVEMBER(25));
  expect((await world.converge(fourKeys, "report", { book })).plan).toEqual([]);
  world.setNow(NOVEMBER(30, 11));
  expect((await world.converge(fourKeys, "report", { book })).plan).toMatchObject([
    { action: "update-issue", number: ISSUE },
  ]);

  world.act("alice", "close-issue", { number: ISSUE });
  world.setNow("2026-12-08T00:00:00Z");
  expect((await world.converge(fourKeys, "report", { book })).plan).toEqual([]);
  expect(world.repo.issues.size + world.repo.pulls.size).toBe(ISSUE);
});

test("the environment that sre.yml names wrongly is named as GitHub knows it", async () => {
  const world = shop(SRE.replace("merge: main", "environment: [production]"));
  const book = memoryBook();
  for (let read = false; !read; )
    read = (await world.reconcile(fourKeys, "history", { book })).fanOut.includes("report");
  const { plan } = await world.converge(fourKeys, "report", { book });
  expect(plan).toMatchObject([
    { action: "create-issue", body: expect.stringContaining("went to `prod`. If you mean `prod`, write it") },
  ]);
});

test("its schedule is `report`, in the team's zone", () => {
  const { section, config } = contextOf();
  expect(fourKeys.schedules?.(section, config)).toEqual([
    { target: "report", cron: "0 10 * * mon", timezone: "Asia/Tokyo" },
  ]);
});

test("what sre.yml counted by until now is remembered, so that a change is marked from its day on", async () => {
  const world = shop();
  const book = memoryBook();
  for (let again: Date | null = world.now(); again !== null; )
    ({ again } = await world.reconcile(fourKeys, "history", { book }));
  const issue = async () => {
    await world.converge(fourKeys, "report", { book });
    return [...world.repo.issues.values()].find(({ title }) => title === "Four Keys")?.body ?? "";
  };
  expect(await issue()).not.toContain("changed in sre.yml");
  const files = { ".github/sre.yml": `${SRE}  lead-time: merged\n` };
  world.act("alice", "push", { branch: "main", commits: [{ message: "Start at the merge", files }] });
  const changed = "`lead-time` changed in sre.yml on Tue 24 Nov 00:00 UTC.";
  expect(await issue()).toContain(`\n\n${changed}<br>`);
  world.setNow(NOVEMBER(30, 11));
  const later = await issue();
  expect(later).toContain(`\n\n† ${changed}<br>`);
  expect(later).toContain('"23 Nov †"');
});
