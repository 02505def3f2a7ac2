import { expect, test } from "vitest";
import { deliveredAmong } from "../../../src/automations/four-keys/comment/delivered.ts";
import { planComment } from "../../../src/automations/four-keys/comment/plan-comment.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import type { CommentFacts } from "../../../src/commands/pending.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import { settingsOf } from "../../../src/metrics/configured.ts";
import { joinRecords } from "../../../src/metrics/history.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import type { EventRecord } from "../../../src/records/record.ts";
import { SELF } from "../../engine/places.ts";
import { change, collected, deployment, HOUR, november } from "../../metrics/records.ts";
import { worldOf } from "../world.ts";
import { contextOf } from "./report/context.ts";

/** Merged on the 23rd at 3:00, after 27 hours, 9 of them in review, and deployed at 6:00. */
const SHIPPED = change(12, november(23, 3), {
  firstCommitAt: november(22),
  openedAt: november(22, 5),
  firstReviewAt: november(22, 8),
  approvedAt: november(22, 17),
});
const MERGED = november(23, 3);
const sha = "1a2b3c4d5e".repeat(4);
const DEPLOYED = [deployment(7, sha, november(23, 6), { changes: ["m12"] })];

function planned(
  records: readonly EventRecord[],
  comments: readonly Partial<CommentFacts>[] = [],
  section = {},
  more = {},
) {
  const context = contextOf({ comment: true, ...section }, more);
  const settings = settingsOf(context.section, context.config.timezone);
  const [delivered] = deliveredAmong(joinRecords(collected(...records), settings).shippings);
  if (delivered === undefined) throw new Error("nothing was deployed");
  const own = { author: { login: SELF.login, bot: true }, createdAt: new Date(MERGED), edited: false };
  const all = comments.map((comment, at) => ({
    id: at + 1,
    receipted: false,
    refused: false,
    body: "",
    ...own,
    ...comment,
  }));
  const facts = { delivered, comments: all as CommentFacts[], hasEarlier: comments.length >= 2 };
  return planComment(facts, context) as readonly { readonly action: string; readonly body: string }[];
}

const seen = ({ body }: { readonly body: string }) => body.replace(/<!--.*?-->\n/, "").replace(/\n\n<sub>.*/s, "");

test.each<[what: string, text: string, ...Parameters<typeof planned>]>([
  [
    "where, when, how long, the slowest stage",
    "**Deployed** on Mon 23 Nov 15:00 JST, 1 d 6 h after the first commit: [`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e) to `production`. The slowest stage was merge: 10 h from the approval until the merge.",
    [SHIPPED, ...DEPLOYED],
  ],
  [
    "from where sre.yml starts the clock",
    "**Deployed** on Mon 23 Nov 15:00 JST, 3 h after merging: [`v1.2`](https://github.com/acme/shop/releases/tag/v1.2). The slowest stage was merge: 10 h from the approval until the merge.",
    [SHIPPED, deployment("v1.2", sha, november(23, 6), { changes: ["m12"] })],
    [],
    { deployments: { release: true }, "lead-time": "merged" },
  ],
  [
    "without what is not known",
    "**Deployed** on Mon 23 Nov 15:00 JST: [#12](https://github.com/acme/shop/pull/12).",
    [change(12, november(23, 6)), deployment(12, "m12", november(23, 6), { environment: "main" })],
    [],
    { deployments: { merge: "main" } },
  ],
  [
    "in Japanese",
    "**11月23日(月)15:00 JST にデプロイされました**(最初のコミットから1日6時間): [`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e1a2b3c4d5e) → `production`。最も時間がかかった段階は「マージ待ち」です(承認からマージまで10時間)。",
    [SHIPPED, ...DEPLOYED],
    [],
    {},
    { language: "ja" },
  ],
])("it says %s", (_what, text, ...given) => {
  const [action, ...more] = planned(...given);
  expect(more).toEqual([]);
  expect(action).toMatchObject({
    action: "create-comment",
    number: 12,
    identity: "deployed/12",
    once: true,
    bulk: true,
  });
  expect(action && seen(action)).toBe(text);
});

test("the first of several environments is the one; each service has a line", () => {
  const environments = { deployments: { environment: ["production", "asia"] } };
  const asia = deployment(8, sha, november(23, 5), { environment: "asia", changes: ["m12"] });
  const [first] = planned([SHIPPED, ...DEPLOYED, asia], [], environments);
  expect(first && seen(first)).toContain("to `asia`");
  expect(first && seen(first)).not.toContain("production");
  const both = { ...SHIPPED, services: ["web", "api"] };
  const of = (service: string, id: number, at: number) =>
    deployment(id, sha, at, { service, environment: service, changes: ["m12"] });
  const services = { deployments: { environment: ["web", "api"] } };
  const [two] = planned([both, of("web", 1, november(23, 6)), of("api", 2, november(23, 5))], [], services);
  expect(two && seen(two).match(/^- `(?:api|web)`: \*\*Deployed\*\* on Mon 23 Nov 1[45]:00/gm)).toHaveLength(2);
  expect(two && seen(two)).toMatch(/^- `api`/);
});

test("once for each pull request: unchanged nothing is written, and another deployment edits it", () => {
  const [written] = planned([SHIPPED, ...DEPLOYED]);
  const said = { body: written?.body ?? "" };
  expect(planned([SHIPPED, ...DEPLOYED], [said])).toEqual([]);
  const earlier = deployment(6, sha, november(23, 4), { changes: ["m12"] });
  expect(planned([SHIPPED, ...DEPLOYED, earlier], [said])).toMatchObject([
    { action: "update-comment", comment_id: 1, body: expect.stringContaining("13:00 JST, 1 d 4 h") },
  ]);
  // Somebody else's, with the same marker.
  const theirs = { ...said, author: { login: "mallory", bot: false } };
  expect(planned([SHIPPED, ...DEPLOYED], [theirs])).toMatchObject([{ action: "create-comment" }]);
  // A hundred comments since: ours may be further back.
  const late = { createdAt: new Date(november(23, 6) + HOUR) };
  expect(planned([SHIPPED, ...DEPLOYED], [late, late])).toEqual([]);
});

const SRE = "version: 1\nfour-keys:\n  deployments: {environment: [production]}\n  comment: true\n";

/** Three merges, each deployed: five days ago, a day ago, and not yet. */
function shop(sre = SRE) {
  const at = (day: number, hour = 0) => new Date(november(day, hour)).toISOString();
  const merged = (number: number, day: number) => ({
    ...{ number, title: `Change ${number}`, user: "alice", state: "merged", base: "main", head: `b${number}` },
    ...{ head_sha: `c${number}`, merge_commit_sha: `c${number}`, merge_method: "rebase", commits: [`c${number}`] },
    ...{ created_at: at(day - 1), merged_at: at(day, 3) },
  });
  const deployed = (id: number, commit: string, day: number) => ({
    ...{ id, sha: commit, environment: "production", created_at: at(day, 5) },
    statuses: [{ state: "success", at: at(day, 6) }],
  });
  const commits = ["c0", "c1", "c2", "c3"].map((name, index, all) => ({
    ...{ sha: name, parents: index === 0 ? [] : [all[index - 1]] },
    ...{ authored_at: at(10 + index), committed_at: at(10 + index) },
  }));
  return worldOf({
    now: at(24, 1),
    users: [{ login: "alice" }],
    repos: [
      {
        ...{ name: "acme/shop", default_branch: "main", files: { ".github/sre.yml": sre }, commits },
        branches: { main: "c3" },
        pulls: [merged(1, 19), merged(2, 23), merged(3, 24)],
        deployments: [deployed(1, "c0", 11), deployed(2, "c1", 19), deployed(3, "c2", 23)],
      },
    ],
  });
}

test("only what was deployed in the last days is commented on, with one request for each and none for the others", async () => {
  const world = shop();
  const book = memoryBook();
  const kept = new Map<string, string>();
  const cache = {
    get: (of: { name: string }, key: string) => (kept.get(of.name) === key ? (true as never) : null),
    set: (of: { name: string }, key: string) => void kept.set(of.name, key),
  };
  const options = { book, memory: { ...noObservations, cache } };
  for (let again: Date | null = world.now(); again !== null; )
    ({ again } = await world.reconcile(fourKeys, "history", options));
  const comments = await world.reconcile(fourKeys, "comments", options);
  expect(comments.fanOut).toEqual(["comment/2"]);
  expect(comments.requests).toMatchObject({ graphql: 1, writes: 0 }); // sre.yml
  const { requests } = await world.converge(fourKeys, "comment/2", options);
  expect(requests).toMatchObject({ graphql: 2, writes: 1 });
  const said = world.repo.pulls.get(2)?.comments.map(({ body }) => seen({ body }));
  expect(said).toEqual([
    expect.stringMatching(/^\*\*Deployed\*\* on Mon 23 Nov 06:00 UTC, 11 d 6 h after the first commit: /),
  ]);
  expect((await world.reconcile(fourKeys, "comments", options)).fanOut).toEqual([]);
  // At night nothing is remembered.
  expect((await world.reconcile(fourKeys, "comments", { book })).fanOut).toEqual(["comment/2"]);
  expect((await world.reconcile(fourKeys, "comment/1", options)).requests).toMatchObject({ graphql: 1, writes: 0 });
  expect(world.repo.pulls.get(1)?.comments).toEqual([]);
});

test("without `comment: true` nothing is read for it", async () => {
  const world = shop(SRE.replace("  comment: true\n", ""));
  const book = memoryBook();
  for (let again: Date | null = world.now(); again !== null; )
    ({ again } = await world.reconcile(fourKeys, "history", { book }));
  for (const target of ["comments", "comment/2"]) {
    const { fanOut, plan, requests } = await world.reconcile(fourKeys, target, { book });
    expect([fanOut, plan, requests.graphql]).toEqual([[], [], 1]);
  }
});
