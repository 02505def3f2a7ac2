import { expect, test } from "vitest";
import { renovateCadence } from "../../../src/automations/renovate-cadence/index.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { worldOf } from "../world.ts";

const renovateBody = (name: string) => `This PR contains the following updates:

| Package | Type | Update | Change |
|---|---|---|---|
| [${name}](https://example.org/${name}) | dependencies | minor | \`1.2.0\` → \`1.3.0\` |

🚦 **Automerge**: Disabled by config. Please merge this manually once you are satisfied.

 - [ ] <!-- rebase-check -->If you want to rebase/retry this PR, check this box
`;

const DASHBOARD = `## Rate-Limited

 - [ ] <!-- unlimit-branch=renovate/other-2.x -->Update dependency other to v2
`;

const commit = (sha: string) => ({ sha, parents: ["start"], message: `Update ${sha}`, files: [`${sha}.lock`] });

/** Two updates were merged, one is red, one waits for its release's age; develop waits to be released. */
const WORLD = {
  now: "2026-11-20T01:00:00Z",
  users: [
    { login: "alice" },
    { login: "eve" },
    { login: "renovate[bot]", type: "Bot" },
    { login: "dependabot[bot]", type: "Bot" },
  ],
  repos: [
    {
      ...{ name: "acme/shop", default_branch: "develop", private: false, permission: { alice: "write" } },
      files: {
        ".github/sre.yml":
          "version: 1\ntimezone: Asia/Tokyo\nrelease: {lanes: [{from: develop, to: main}]}\nrenovate: {cadence: monthly, owners: [alice], gate: true}\n",
      },
      commits: [{ sha: "start", message: "Start" }, ...["tip", "a", "b", "c", "d", "e", "f"].map(commit)],
      branches: { main: "start", develop: "tip", c: "c", d: "d", e: "e", f: "f" },
      pulls: [
        ...(["a", "b"] as const).map((name, index) => ({
          ...{ number: index + 1, title: `Update dependency ${name} to v1.3.0`, body: renovateBody(name) },
          ...{ user: "renovate[bot]", base: "develop", head: `renovate/${name}-1.x`, head_sha: name, commits: [name] },
          ...{ state: "merged", merge_method: "squash", merge_commit_sha: name },
          ...{ created_at: `2026-0${index + 8}-01T01:00:00Z`, updated_at: `2026-0${index + 8}-05T01:00:00Z` },
          ...{ merged_at: `2026-0${index + 8}-05T01:00:00Z`, closed_at: `2026-0${index + 8}-05T01:00:00Z` },
        })),
        {
          ...{ number: 3, title: "Update dependency c to v1.3.0", body: renovateBody("c"), user: "renovate[bot]" },
          ...{ base: "develop", head: "c", created_at: "2026-09-20T01:00:00Z" },
        },
        {
          ...{ number: 4, title: "Bump d from 1.2.0 to 1.3.0", body: "Bumps d from 1.2.0 to 1.3.0.", base: "develop" },
          ...{ user: "dependabot[bot]", head: "d", created_at: "2026-09-21T01:00:00Z", requested_reviewers: ["alice"] },
        },
        // It looks like one, by somebody who may not write here.
        {
          ...{ number: 5, title: "Update dependency e to v1.3.0", body: renovateBody("e"), user: "eve" },
          ...{ base: "develop", head: "e", created_at: "2026-01-20T01:00:00Z" },
        },
        { number: 6, title: "Release", user: "alice", base: "main", head: "develop" },
        { number: 7, title: "Hotfix", user: "alice", base: "main", head: "f" },
      ],
      statuses: [
        { sha: "c", context: "ci/test", state: "failure", at: "2026-10-01T01:00:00Z" },
        { sha: "d", context: "renovate/stability-days", state: "pending", at: "2026-10-01T01:00:00Z" },
      ],
      issues: [{ number: 9, title: "Dependency Dashboard", body: DASHBOARD, user: "renovate[bot]" }],
    },
  ],
};

const onlyDocuments = (log: readonly { readonly operation: string | null }[]) =>
  log.flatMap(({ operation }) => (operation?.startsWith("cadence") ? [operation] : []));

test("a repository is read, its closed updates once; the issue, the nudge and the checks follow", async () => {
  const world = worldOf(WORLD);
  const book = memoryBook();
  const asked = async () => {
    const url = new URL("/_sim/requests", world.simulator.apiUrl);
    const log = (await (await world.simulator.fetch(new Request(url))).json()) as { operation: string | null }[];
    await world.simulator.fetch(new Request(url, { method: "DELETE" }));
    return onlyDocuments(log);
  };

  const first = await world.reconcile(renovateCadence, "cadence", { book });
  expect(first.plan.map(({ action }) => action)).toEqual(["create-issue", "create-comment", "set-check-run"]);
  expect(first.plan.at(-1)).toMatchObject({ conclusion: "failure", output: { title: /^#3 / } });
  expect(first.facts).toEqual({
    updates: [
      expect.objectContaining({ number: 1, bot: "renovate", state: "merged", waiting: null }),
      expect.objectContaining({ number: 2, closed_at: "2026-09-05T01:00:00Z" }),
      {
        ...{ number: 3, bot: "renovate", kind: "minor", security: false, automerge: false, state: "open" },
        packages: [{ name: "c", from: "1.2.0", to: "1.3.0", kind: "minor" }],
        ...{ opened_at: "2026-09-20T01:00:00Z", closed_at: null, waiting: "checks" },
      },
      expect.objectContaining({ number: 4, bot: "dependabot", waiting: "stability" }),
    ],
    heldBack: [
      {
        ...{ branch: "renovate/other-2.x", title: "Update dependency other to v2", section: "rate-limited" },
        ...{ packages: [], number: null },
      },
    ],
    dashboard: { number: 9, updated_at: "2026-11-20T01:00:00Z", stale: false },
    cadence: {
      ...{ promised: "monthly", kept_median_days: 31, on_time: { kept: 1, of: 2 } },
      ...{ last_merged_at: "2026-09-05T01:00:00Z", oldest_open_days: 61, proposed: "monthly", broken: true },
    },
  });
  expect(await asked()).toEqual(["cadenceNow", "cadenceClosed", "cadenceGatedPulls"]);

  const second = await world.reconcile(renovateCadence, "cadence", { book });
  expect(second.plan).toEqual([]);
  expect(await asked(), "without the texts of what is recorded").toEqual([
    "cadenceNow",
    "cadenceClosed",
    "cadenceGatedPulls",
  ]);
  expect(second.facts).toEqual(first.facts);

  world.act("alice", "merge-pull", { number: 3, method: "squash" });
  const merged = await world.reconcile(renovateCadence, "cadence", { book });
  expect(await asked()).toEqual(["cadenceNow", "cadenceClosed", "cadenceTextsOf", "cadenceGatedPulls"]);
  expect(merged.facts).toMatchObject({ cadence: { last_merged_at: "2026-11-20T01:00:00Z", oldest_open_days: 60 } });
  // The last month was not kept, whatever is merged now.
  expect(merged.plan.map(({ action }) => action)).toEqual(["update-issue", "set-check-run"]);
  expect((await world.reconcile(renovateCadence, "cadence", { book })).plan).toEqual([]);
  expect(await book.updates()).toHaveLength(3);
});

test("what GitHub does not show of checks and reviewers is no error, and is not waited for", async () => {
  const world = worldOf(WORLD);
  const hide = ["Commit.statusCheckRollup", "ReviewRequest.requestedReviewer"];
  await world.fails({ match: { operation: "cadenceNow" }, times: 1, hide });
  const { facts } = await world.reconcile(renovateCadence, "cadence", { apply: false });
  const waiting = (number: number) => expect.objectContaining({ number, waiting: "review" });
  expect(facts).toMatchObject({ updates: expect.arrayContaining([waiting(3), waiting(4)]) });
});

test("whoever may write here may run Renovate under their own name", async () => {
  const world = worldOf(WORLD);
  world.repo.permission.set("eve", "write");
  const { facts } = await world.reconcile(renovateCadence, "cadence");
  expect(facts).toMatchObject({ cadence: { oldest_open_days: 304 } });
});

test("everything else into a lane's base is green, and a release waits for what the promise says", async () => {
  const world = worldOf(WORLD);
  const { plan } = await world.converge(renovateCadence, "pulls");
  expect(plan).toMatchObject([
    { action: "set-check-run", conclusion: "success", head_sha: world.repo.branches.get("f") },
  ]);
  expect(await world.reconcile(renovateCadence, "pull/7")).toMatchObject({ plan: [], fanOut: [] });
  expect(await world.reconcile(renovateCadence, "pull/6")).toMatchObject({ plan: [], fanOut: ["cadence"] });
  expect(await world.reconcile(renovateCadence, "pull/3"), "into another branch").toMatchObject({
    plan: [],
    fanOut: [],
  });

  const group = (number: number) => {
    const { head_sha, head_ref } = world.act("alice", "enqueue-pull", { number });
    return `merge-group/${head_sha}/${String(head_ref).replace("refs/heads/", "")}`;
  };
  expect(await world.converge(renovateCadence, group(7))).toMatchObject({ plan: [{ conclusion: "success" }] });
  // It is behind #7 in the queue, and brings a release.
  expect(await world.converge(renovateCadence, group(6))).toMatchObject({ plan: [{ conclusion: "failure" }] });
  expect(await world.reconcile(renovateCadence, "merge-groups")).toMatchObject({ plan: [] });
});
