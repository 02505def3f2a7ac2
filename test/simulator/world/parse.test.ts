import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shaOf } from "../../../simulator/git/sha.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";
import { WorldError } from "../../../simulator/world/world-error.ts";

/** The contract's example, with everything in it (contract §5). */
const FULL = {
  now: "2026-11-20T01:00:00Z",
  app: { slug: "detoil", id: 1, permissions: { contents: "read", issues: "write" } },
  users: [
    { login: "alice" },
    { login: "renovate[bot]", type: "Bot" },
    { login: "gone", deleted: true },
    { login: "bo", busy: true },
  ],
  teams: [{ org: "acme", slug: "sre", members: ["alice", "bo"] }],
  projects: [
    {
      owner: "acme",
      number: 3,
      title: "SRE",
      fields: [
        { name: "Status", options: ["Triage", "Done"] },
        { name: "Points", type: "number" },
        { name: "Due date", type: "date" },
      ],
      items: [{ repo: "acme/shop", number: 9, fields: { Status: "Triage" } }],
    },
  ],
  repos: [
    {
      name: "acme/shop",
      default_branch: "develop",
      private: true,
      permission: { alice: "write", bo: "admin" },
      files: { ".github/sre.yml": "version: 1\n" },
      archived: false,
      commits: [
        {
          sha: "c1",
          parents: [],
          message: "start",
          author: "alice",
          authored_at: "2026-11-01T00:00:00Z",
          committed_at: "2026-11-01T00:00:00Z",
          files: ["web/a.ts"],
        },
        { sha: "c2", parents: ["c1"], author: "Ada Lovelace", files: { "web/a.ts": "a", "web/b.ts": null } },
        { sha: "c3", parents: ["c1", "c2"] },
        { sha: "c4", parents: ["c3"] },
      ],
      branches: { main: "c1", develop: "c4" },
      tags: [{ name: "v1.0.0", sha: "c1", at: "2026-11-01T00:00:00Z" }],
      labels: [{ name: "help wanted", color: "008672" }],
      milestones: [
        { number: 1, title: "v1.2", state: "open", due_on: "2026-12-01T08:00:00Z", closed_at: null, closed_by: null },
      ],
      pulls: [
        {
          number: 3,
          title: "t",
          body: "b",
          user: "alice",
          base: "develop",
          head: "feat/x",
          head_repo: "fork/shop",
          head_sha: "c2",
          state: "merged",
          draft: false,
          merge_method: "merge",
          merge_commit_sha: "c3",
          created_at: "2026-11-02T09:00:00+09:00",
          ready_at: "2026-11-02T00:00:00Z",
          merged_at: "2026-11-03T00:00:00.123Z",
          closed_at: null,
          updated_at: "2026-11-03T00:00:00Z",
          mergeable: "MERGEABLE",
          auto_merge: false,
          commits: ["c2"],
          labels: [{ name: "new", by: "bo", at: "2026-11-02T00:00:00Z" }],
          assignees: [],
          milestone: null,
          requested_reviewers: ["bo"],
          merged_by: "bo",
          closed_by: "bo",
          reviews: [{ user: "bo", state: "APPROVED", at: "2026-11-03T00:00:00Z" }],
          comments: [
            {
              id: 77,
              user: "bo",
              body: "hi",
              at: "2026-11-03T00:00:00Z",
              edited_at: "2026-11-04T00:00:00Z",
              reactions: [{ user: "alice", content: "+1" }],
            },
          ],
        },
      ],
      issues: [
        {
          number: 9,
          title: "i",
          body: "",
          user: "alice",
          state: "open",
          labels: ["help wanted"],
          assignees: ["bo"],
          milestone: 1,
          created_at: "2026-11-03T00:00:00Z",
          updated_at: "2026-11-03T00:00:00Z",
          closed_at: null,
          comments: [],
          sub_issues: [10],
          blocked_by: [10],
        },
        { number: 10, deleted: true },
      ],
      deployments: [
        {
          id: 1,
          sha: "c3",
          environment: "production",
          created_at: "2026-11-03T00:00:00Z",
          statuses: [{ state: "success", at: "2026-11-03T00:00:00Z" }],
        },
      ],
      workflow_runs: [
        {
          id: 1,
          workflow: "deploy.yml",
          branch: "develop",
          sha: "c3",
          status: "completed",
          conclusion: "success",
          started_at: "2026-11-03T00:00:00Z",
          completed_at: "2026-11-03T00:00:00Z",
        },
      ],
      check_runs: [
        {
          id: 5,
          sha: "c2",
          name: "test",
          app: "ci",
          status: "completed",
          conclusion: "success",
          completed_at: "2026-11-03T00:00:00Z",
          external_id: "x",
          output: { title: "ok" },
        },
      ],
      statuses: [{ sha: "c2", context: "ci/legacy", state: "success", at: "2026-11-03T00:00:00Z" }],
      releases: [{ tag: "v1.0.0", name: "n", body: "b", draft: false, published_at: "2026-11-01T00:00:00Z" }],
    },
  ],
};

test("the contract's example is accepted completely", () => {
  const state = parseWorld(FULL, "full.json");
  const repo = state.repos.get("acme/shop");
  const pull = repo?.pulls.get(3);
  expect(pull).toMatchObject({
    head_sha: shaOf("c2"),
    merge_commit_sha: shaOf("c3"),
    base_sha: shaOf("c1"),
    created_at: "2026-11-02T00:00:00Z",
    merged_at: "2026-11-03T00:00:00Z",
    closed_at: "2026-11-03T00:00:00Z",
  });
  expect(repo?.labels.get("new")).toMatchObject({ color: "ededed" });
  expect(repo?.commits.get(shaOf("c2"))?.files).toEqual(
    new Map([
      ["web/a.ts", "a"],
      ["web/b.ts", null],
    ]),
  );
  expect(state.users.has("Ada Lovelace")).toBe(false);
  expect(state.projects[0]?.fields.map((field) => field.type)).toEqual(["single-select", "number", "date"]);
  expect([...state.installations.values()]).toMatchObject([
    { account: "acme", permissions: { contents: "read", issues: "write" } },
  ]);
});

test("everything but a repository's name has a default", () => {
  const state = parseWorld(
    { now: "2026-11-20T01:00:00Z", repos: [{ name: "acme/shop", pulls: [{}], issues: [{}], milestones: [{}] }] },
    "w",
  );
  const repo = state.repos.get("acme/shop");
  expect(repo).toMatchObject({ private: true, archived: false, default_branch: "main" });
  expect(repo?.pulls.get(1)).toMatchObject({
    state: "open",
    base: "main",
    user: null,
    created_at: state.now,
    updated_at: state.now,
  });
  expect(repo?.issues.get(2)).toMatchObject({ state: "open", title: "Issue 2", body: "" });
  expect(state.app.permissions).toMatchObject({ metadata: "read", pull_requests: "write" });
  expect(state.users.get("acme")?.type).toBe("Organization");
});

test("YAML is accepted too", () => {
  expect([...parseWorld("repos:\n  - name: acme/shop\n", "w.yml").repos.keys()]).toEqual(["acme/shop"]);
});

type Loose = Record<string, unknown>;
const repoWith = (change: Loose) => ({ ...FULL, repos: [{ ...FULL.repos[0], ...change }] });
const pullWith = (change: Loose) => repoWith({ pulls: [{ ...FULL.repos[0]?.pulls[0], ...change }] });

function complaint(world: unknown): string {
  try {
    parseWorld(world, "w.json");
  } catch (error) {
    if (error instanceof WorldError) return error.message;
    throw error;
  }
  return "it was taken";
}

test.each<[string, unknown, string]>([
  ["an unknown field at the top", { ...FULL, repo: [] }, "w.json: repo: unknown field"],
  ["an unknown field inside", pullWith({ merge_sha: "c3" }), "w.json: repos[0].pulls[0].merge_sha: unknown field"],
  ["a missing name", { repos: [{}] }, "w.json: repos[0].name: is missing"],
  ["a name that is none", { repos: [{ name: "shop" }] }, "w.json: repos[0].name: not a repository's name (owner/name)"],
  ["a wrong type", pullWith({ number: "3" }), 'w.json: repos[0].pulls[0].number: expected a number, not "3"'],
  [
    "a wrong choice",
    pullWith({ state: "done" }),
    'w.json: repos[0].pulls[0].state: "done" is none of open, closed, merged',
  ],
  [
    "a time without a zone",
    pullWith({ created_at: "2026-11-02T00:00:00" }),
    "w.json: repos[0].pulls[0].created_at: not a time; write it with its zone, for example 2026-11-20T01:00:00Z",
  ],
  [
    "a nonexistent day",
    { now: "2026-13-01T00:00:00Z" },
    "w.json: now: not a time; write it with its zone, for example 2026-11-20T01:00:00Z",
  ],
  [
    "a merge of a pull request without a state",
    pullWith({ state: undefined, merged_at: "2026-11-02T00:00:00Z" }),
    "w.json: repos[0].pulls[0].merged_at: only a merged pull request has it, and this one is open; write `state: merged`.",
  ],
  [
    "a merge of a closed pull request",
    pullWith({ state: "closed", merged_at: null, merged_by: "bo" }),
    "w.json: repos[0].pulls[0].merged_by: only a merged pull request has it, and this one is closed; write `state: merged`.",
  ],
  [
    "a dangling merge",
    pullWith({ merge_commit_sha: "c9" }),
    "w.json: repos[0].pulls[0].merge_commit_sha: no commit c9",
  ],
  ["a dangling head", pullWith({ head_sha: "c9" }), "w.json: repos[0].pulls[0].head_sha: no commit c9"],
  [
    "a dangling commit of a pull",
    pullWith({ commits: ["c2", "c9"] }),
    "w.json: repos[0].pulls[0].commits[1]: no commit c9",
  ],
  ["a dangling milestone", pullWith({ milestone: 7 }), "w.json: repos[0].pulls[0].milestone: no milestone 7"],
  [
    "a dangling parent",
    repoWith({ commits: [{ sha: "c1", parents: ["c0"] }], branches: {} }),
    "w.json: repos[0].commits[0].parents[0]: no commit c0",
  ],
  [
    "a circle",
    repoWith({
      commits: [
        { sha: "a", parents: ["b"] },
        { sha: "b", parents: ["a"] },
      ],
    }),
    "w.json: repos[0].commits[0].parents: the history runs in a circle",
  ],
  [
    "a dangling choice",
    { ...FULL, installations: [{ id: 1, account: "acme", repositories: ["acme/pay"] }] },
    "w.json: installations[0].repositories[0]: no repository acme/pay in this world",
  ],
  ["a dangling branch", repoWith({ branches: { main: "c9" } }), "w.json: repos[0].branches.main: no commit c9"],
  ["a dangling tag", repoWith({ tags: [{ name: "v1", sha: "c9" }] }), "w.json: repos[0].tags[0].sha: no commit c9"],
  [
    "a dangling deployment",
    repoWith({ deployments: [{ sha: "c9" }] }),
    "w.json: repos[0].deployments[0].sha: no commit c9",
  ],
  ["a dangling check", repoWith({ check_runs: [{ sha: "c9" }] }), "w.json: repos[0].check_runs[0].sha: no commit c9"],
  ["a dangling status", repoWith({ statuses: [{ sha: "c9" }] }), "w.json: repos[0].statuses[0].sha: no commit c9"],
  [
    "a dangling run",
    repoWith({ workflow_runs: [{ sha: "c9" }] }),
    "w.json: repos[0].workflow_runs[0].sha: no commit c9",
  ],
  [
    "a dangling child",
    repoWith({ issues: [{ number: 9, sub_issues: [8] }] }),
    "w.json: repos[0].issues[0].sub_issues[0]: no issue 8",
  ],
  [
    "a dangling blocker",
    repoWith({ issues: [{ number: 9, blocked_by: [8] }] }),
    "w.json: repos[0].issues[0].blocked_by[0]: no issue 8",
  ],
  [
    "a number taken twice",
    repoWith({ issues: [{ number: 3 }] }),
    "w.json: repos[0].issues[0].number: 3 is taken already (issues and pull requests share their numbers)",
  ],
  [
    "a dangling project item",
    { ...FULL, projects: [{ owner: "acme", number: 1, items: [{ repo: "acme/shop", number: 99 }] }] },
    "w.json: projects[0].items[0].number: no issue or pull request 99 in acme/shop",
  ],
  [
    "a nonexistent option",
    {
      ...FULL,
      projects: [{ ...FULL.projects[0], items: [{ repo: "acme/shop", number: 9, fields: { Status: "Later" } }] }],
    },
    "w.json: projects[0].items[0].fields.Status: Later is none of its options",
  ],
  [
    "an open pull into no branch",
    pullWith({ state: "open", merged_at: null, merged_by: null, base: "nowhere" }),
    "w.json: repos[0].pulls[0].base: no branch nowhere",
  ],
  [
    "a label without a name",
    pullWith({ labels: [{ by: "bo" }] }),
    "w.json: repos[0].pulls[0].labels[0].name: is missing",
  ],
  ["a list for an object", { repos: {} }, "w.json: repos: expected a list, not an object"],
  ["nothing", null, "w.json: expected an object, not null"],
])("%s is an error with its location", (_, world, message) => {
  expect(complaint(world)).toBe(message);
});

test("broken text gives line and column", () => {
  expect(() => parseWorld("repos:\n\t- x", "w.yml")).toThrow(/^w\.yml: .* at line 2, column 1/);
});

const botocore = new URL("../../../../shared/worlds/botocore.json", import.meta.url);

test("a world of 1,645 commits is read in half a second", () => {
  let text: string;
  try {
    text = readFileSync(botocore, "utf8");
  } catch {
    console.warn(`shared worlds not found beside this checkout: ${botocore.pathname}`);
    return;
  }
  const state = parseWorld(text, "botocore.json");
  expect([...state.repos.values()].map((repo) => repo.commits.size)).toEqual([1645]);
});

test.each([
  [["acme/sre"], []],
  [["sre"], []],
  [[], ["sre"]],
  [[], ["acme/sre"]],
])(
  "a team is asked for review as %j in requested_reviewers, or %j in requested_teams",
  (reviewers, requested_teams) => {
    const pull = { number: 6, head: "feat/y", requested_reviewers: ["alice", ...reviewers], requested_teams };
    const world = {
      users: [{ login: "alice" }],
      teams: [{ org: "acme", slug: "sre" }],
      repos: [{ name: "acme/shop", pulls: [pull] }],
    };
    expect(parseWorld(world, "w").repos.get("acme/shop")?.pulls.get(6)).toMatchObject({
      requested_reviewers: ["alice"],
      requested_teams: ["acme/sre"],
    });
  },
);
