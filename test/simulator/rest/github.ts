import { Octokit } from "@octokit/rest";
import type { SimEvent } from "../../../src/simulator/events.ts";
import type { Actor } from "../../../src/simulator/platform/actor.ts";
import { handleRest } from "../../../src/simulator/rest/handle.ts";
import type { SimRepo, SimState } from "../../../src/simulator/state.ts";
import { parseWorld } from "../../../src/simulator/world/parse.ts";

export const API = "http://127.0.0.1:3000/api/v3";

/** The simulated GitHub's REST side with a plain Octokit in front of it. */
export interface Rest {
  readonly state: SimState;
  readonly repo: SimRepo;
  readonly octokit: Octokit;
  readonly events: SimEvent[];
  readonly unexpected: string[];
  /** Asks as somebody else. */
  as(actor: Actor): Octokit;
  /** Without Octokit: path from the API's root on. */
  raw(path: string, init?: RequestInit, actor?: Actor): Promise<Response>;
}

export function restOf(world: unknown): Rest {
  const state = parseWorld(world, "world.json");
  const events: SimEvent[] = [];
  const unexpected: string[] = [];
  const installation = [...state.installations.values()][0];
  const repo = [...state.repos.values()][0];
  if (installation === undefined || repo === undefined) throw new Error("the world has no repository");
  const app: Actor = { kind: "installation", installation };
  const ask = (request: Request, actor: Actor) =>
    handleRest(
      {
        state,
        actor,
        apiUrl: API,
        webUrl: "http://127.0.0.1:3000",
        emit: (event) => events.push(event),
        unexpected: (message) => unexpected.push(message),
      },
      request,
    );
  const as = (actor: Actor) =>
    new Octokit({
      baseUrl: API,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      request: { fetch: (url: string, init: RequestInit) => ask(new Request(url, init), actor) },
    });
  const raw = (path: string, init: RequestInit = {}, actor: Actor = app) =>
    ask(new Request(`${API}${path}`, init), actor);
  return { state, repo, octokit: as(app), events, unexpected, as, raw };
}

/** A shop with a develop branch that is two pull requests ahead of main. */
export const SHOP = {
  now: "2026-11-20T01:00:00Z",
  app: {
    permissions: {
      metadata: "read",
      contents: "write",
      issues: "write",
      pull_requests: "write",
      checks: "write",
      statuses: "read",
    },
  },
  users: [{ login: "alice" }, { login: "bo" }, { login: "renovate[bot]" }, { login: "gone", deleted: true }],
  repos: [
    {
      name: "acme/shop",
      default_branch: "develop",
      permission: { alice: "write", bo: "admin" },
      files: { ".github/sre.yml": "version: 1\n", "docs/a.md": "# A\n" },
      commits: [
        { sha: "c1", message: "start", author: "alice", committed_at: "2026-11-01T00:00:00Z" },
        {
          sha: "c2",
          parents: ["c1"],
          message: "feature",
          author: "alice",
          committed_at: "2026-11-02T00:00:00Z",
          files: ["web/a.ts"],
        },
        {
          sha: "c3",
          parents: ["c1", "c2"],
          message: "Merge pull request #3 from acme/feat/x\n\nFeature",
          committed_at: "2026-11-03T00:00:00Z",
        },
        {
          sha: "c4",
          parents: ["c3"],
          message: "Fix (#4)",
          author: "Ada Lovelace",
          committed_at: "2026-11-04T00:00:00Z",
          files: { "web/b.ts": "b\n" },
        },
        {
          sha: "c5",
          parents: ["c4"],
          message: "wip",
          author: "bo",
          committed_at: "2026-11-05T00:00:00Z",
          files: { "web/c.ts": "c\n" },
        },
      ],
      branches: { main: "c1", develop: "c4", "feat/y": "c5" },
      tags: [{ name: "v1.0.0", sha: "c1" }],
      labels: [{ name: "help wanted", color: "008672" }],
      milestones: [{ number: 1, title: "v1.2", due_on: "2026-12-01T08:00:00Z" }],
      pulls: [
        {
          number: 3,
          title: "Feature",
          user: "alice",
          base: "develop",
          head: "feat/x",
          head_sha: "c2",
          state: "merged",
          merge_commit_sha: "c3",
          merged_at: "2026-11-03T00:00:00Z",
          created_at: "2026-11-02T00:00:00Z",
          updated_at: "2026-11-03T00:00:00Z",
          closed_at: "2026-11-03T00:00:00Z",
        },
        {
          number: 4,
          title: "Fix",
          user: "gone",
          base: "develop",
          head: "fix",
          head_repo: null,
          state: "merged",
          merge_method: "squash",
          merge_commit_sha: "c4",
          merged_at: "2026-11-04T00:00:00Z",
          created_at: "2026-11-03T00:00:00Z",
          updated_at: "2026-11-04T00:00:00Z",
        },
        {
          number: 5,
          title: "Work",
          user: "bo",
          base: "develop",
          head: "feat/y",
          created_at: "2026-11-05T00:00:00Z",
          updated_at: "2026-11-05T00:00:00Z",
          labels: ["help wanted"],
          requested_reviewers: ["alice"],
          reviews: [{ user: "alice", state: "COMMENTED", body: "hm" }],
          comments: [{ user: "bo", body: "please", reactions: [{ user: "alice", content: "+1" }] }],
        },
      ],
      issues: [
        {
          number: 9,
          title: "Broken",
          user: "alice",
          labels: ["help wanted"],
          milestone: 1,
          assignees: ["alice"],
          sub_issues: [10],
          created_at: "2026-11-06T00:00:00Z",
        },
        { number: 10, title: "Child", state: "closed", created_at: "2026-11-07T00:00:00Z" },
        { number: 11, title: "Deleted", deleted: true, created_at: "2026-11-08T00:00:00Z" },
      ],
      check_runs: [{ sha: "c4", name: "test", app: "ci", conclusion: "success" }],
      statuses: [{ sha: "c4", context: "ci/legacy", state: "success" }],
      releases: [{ tag: "v1.0.0", name: "One", body: "notes" }],
    },
  ],
};
