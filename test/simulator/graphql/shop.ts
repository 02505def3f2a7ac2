import { createSimulator, parseWorld, type Simulator } from "../../../simulator/index.ts";

/** A small shop with a bit of everything that GraphQL shows. */
export const SHOP = {
  now: "2026-11-20T01:00:00Z",
  users: [
    { login: "acme", type: "Organization" },
    { login: "alice" },
    { login: "bo" },
    { login: "gone", deleted: true },
    { login: "renovate[bot]", type: "Bot" },
  ],
  repos: [
    {
      name: "acme/shop",
      default_branch: "develop",
      permission: { alice: "write", bo: "admin" },
      files: { "README.md": "# Shop\n" },
      commits: [
        { sha: "c1", message: "start\n\nwith a body", author: "alice", files: { "web/a.ts": "1\n" } },
        { sha: "c2", parents: ["c1"], message: "feature", author: "bo", files: { "web/b.ts": "2\n" } },
        { sha: "c3", parents: ["c1", "c2"], message: "Merge #3", author: "bo", committed_at: "2026-11-19T00:00:00Z" },
        { sha: "c4", parents: ["c1"], message: "hotfix", author: "A. Stranger", files: { "web/a.ts": "9\n" } },
      ],
      branches: { main: "c4", develop: "c3" },
      tags: [
        { name: "v1", sha: "c1", at: "2026-10-01T00:00:00Z" },
        { name: "v0.9", sha: "c1", at: "2026-11-01T00:00:00Z" },
      ],
      labels: [{ name: "bug" }, { name: "help wanted" }],
      milestones: [{ number: 1, title: "v1.2", due_on: "2026-12-01T08:00:00Z" }],
      pulls: [
        {
          number: 3,
          title: "Feature",
          user: "bo",
          base: "develop",
          head: "feat/x",
          head_sha: "c2",
          state: "merged",
          merge_method: "merge",
          merge_commit_sha: "c3",
          merged_at: "2026-11-19T00:00:00Z",
          commits: ["c2"],
          labels: ["bug"],
          assignees: ["alice"],
          reviews: [{ user: "alice", state: "APPROVED", at: "2026-11-18T00:00:00Z" }],
          comments: [{ user: "gone", body: "hello", at: "2026-11-18T00:00:00Z" }],
        },
        {
          number: 5,
          title: "From a fork",
          user: "renovate[bot]",
          base: "develop",
          head: "patch",
          head_repo: "fork/shop",
          head_sha: "c4",
        },
      ],
      issues: [
        { number: 7, title: "First", user: "alice", labels: ["bug"], milestone: 1, sub_issues: [8] },
        { number: 8, title: "Second", user: "detoil[bot]", state: "closed", closed_at: "2026-11-19T00:00:00Z" },
        { number: 9, title: "Deleted", user: "alice", deleted: true },
      ],
      check_runs: [
        { sha: "c3", name: "test", app: "ci", status: "completed", conclusion: "success" },
        {
          sha: "c3",
          name: "Detoil / release",
          app: "detoil",
          status: "completed",
          conclusion: "failure",
          external_id: "x",
        },
      ],
      releases: [{ tag: "v1", name: "One", published_at: "2026-10-01T00:00:00Z" }],
    },
  ],
} as const;

export interface Shop {
  readonly simulator: Simulator;
  /** One query with an installation's token (or another one); returns the whole answer. */
  ask(query: string, variables?: object, token?: string): Promise<Answer>;
}

interface Answer {
  readonly data?: Record<string, never> & Record<string, unknown>;
  readonly errors?: readonly { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }[];
}

export function openShop(changes: object = {}): Shop {
  const simulator = createSimulator(parseWorld({ ...SHOP, ...changes }, "shop"));
  const ask: Shop["ask"] = async (query, variables = {}, token = simulator.installationToken()) => {
    const response = await simulator.fetch(`${simulator.baseUrl}/api/graphql`, {
      method: "POST",
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return { simulator, ask };
}

/** The repository's fields, queried on their own. */
export function shopQuery(fields: string): string {
  return `query Shop { repository(owner: "acme", name: "shop") { ${fields} } }`;
}
