import { createSimulator, parseWorld } from "../../../../simulator/index.ts";
import type { SimState } from "../../../../simulator/state.ts";
import { withPages } from "../../../../src/cli/github/site.ts";

/** A title that would run if it were ever taken for markup. */
export const hostile = `<img src=x onerror=alert(1)> "quoted" </title><script>alert(2)</script>`;

const sre =
  "version: 1\ntimezone: Asia/Tokyo\n\nrelease:\n  lanes:\n    - from: develop\n      to: main\n      assing: true\n";

const body = `**3 pull requests** wait for \`main\` since [1.4.0](http://127.0.0.1/acme/shop/releases/tag/1.4.0) · [what changes](http://127.0.0.1/acme/shop/compare/main...develop)

<!-- detoil:release {"hidden":"in the marker"} -->
- [x] #2 @alice
  - [ ] #3 @bo
- ~~#4~~ taken back by #5
- [ ] look at the dashboards
<!-- /detoil:release -->

| Who | Done |
| --- | --- |
| @alice | ✅ done |

\`\`\`mermaid
pie "Merged" : 3
\`\`\`

<script>alert(3)</script> <a href="javascript:alert(4)">click</a>
<details><summary>More</summary>folded</details>
<sub>Detoil · release</sub>`;

/** A small GitHub in which everything that a page can show exists once. */
export function shop(): SimState {
  return parseWorld(
    {
      now: "2026-11-20T01:00:00Z",
      users: [
        { login: "alice" },
        { login: "bo" },
        { login: "detoil[bot]", type: "Bot" },
        { login: "renovate[bot]", type: "Bot" },
      ],
      projects: [
        {
          owner: "acme",
          number: 5,
          title: "Releases",
          fields: [
            { name: "Status", options: ["Todo"] },
            { name: "Due date", type: "date" },
          ],
          items: [{ repo: "acme/shop", number: 9, fields: { Status: "Todo", "Due date": "2026-11-26" } }],
        },
      ],
      repos: [
        {
          name: "acme/shop",
          default_branch: "develop",
          permission: { alice: "write", bo: "admin" },
          files: { ".github/sre.yml": sre },
          labels: [
            { name: "do-not-release", color: "d93f0b" },
            { name: "release", color: "0e8a16" },
          ],
          commits: [
            { sha: "a1", message: "Start", author: "alice", authored_at: "2026-11-02T01:00:00Z" },
            { sha: "b1", parents: ["a1"], message: "Pay by card", author: "alice", files: ["web/pay.ts"] },
            { sha: "m1", parents: ["a1", "b1"], message: "Merge pull request #2", author: "bo" },
            { sha: "c1", parents: ["m1"], message: hostile, author: "bo" },
          ],
          branches: { main: "a1", develop: "m1", "feat/receipts": "c1" },
          tags: [{ name: "1.4.0", sha: "a1", at: "2026-11-02T02:00:00Z" }],
          releases: [{ tag: "1.4.0", name: "The first", body: "All of it: #2" }],
          milestones: [
            { number: 1, title: hostile, due_on: "2026-11-27T08:00:00Z", description: "The **first** one" },
            { number: 2, title: "1.3", state: "closed", closed_at: "2026-11-13T01:00:00Z", closed_by: "bo" },
          ],
          pulls: [
            {
              number: 2,
              title: "Pay by `card`",
              user: "alice",
              base: "develop",
              head: "feat/card",
              head_sha: "b1",
              state: "merged",
              merge_method: "merge",
              merge_commit_sha: "m1",
              merged_at: "2026-11-10T03:00:00Z",
              commits: ["b1"],
              assignees: ["alice"],
              reviews: [{ user: "bo", state: "APPROVED", at: "2026-11-10T02:00:00Z" }],
            },
            {
              number: 3,
              title: hostile,
              body: "Closes #9",
              user: "bo",
              base: "develop",
              head: "feat/receipts",
              head_sha: "c1",
              state: "open",
              commits: ["c1"],
              labels: [{ name: "do-not-release", by: "alice", at: "2026-11-12T03:00:00Z" }],
              draft: true,
            },
            {
              number: 7,
              title: "Release 2026-11-20",
              body,
              user: "detoil[bot]",
              base: "main",
              head: "develop",
              head_sha: "m1",
              state: "open",
              commits: ["b1", "m1"],
              labels: ["release"],
              assignees: ["alice"],
              requested_reviewers: ["bo"],
              created_at: "2026-11-19T01:00:00Z",
              comments: [
                {
                  user: "bo",
                  body: "Looks good, @alice",
                  at: "2026-11-19T02:00:00Z",
                  reactions: [{ user: "alice", content: "+1" }],
                },
              ],
            },
          ],
          issues: [
            {
              number: 9,
              title: "Receipts in the mail",
              body: "As a customer",
              user: "alice",
              milestone: 1,
              sub_issues: [10, 12],
              comments: [{ user: "bo", body: "/sre done", reactions: [{ user: "detoil[bot]", content: "confused" }] }],
            },
            { number: 12, title: "Print them", user: "bo", milestone: 1, blocked_by: [10, 9] },
            {
              number: 10,
              title: "Choose a font",
              user: "renovate[bot]",
              state: "closed",
              closed_at: "2026-11-18T01:00:00Z",
            },
            { number: 11, title: "It was never here", deleted: true },
          ],
          check_runs: [
            { id: 501, sha: "c1", name: "test", app: "ci", status: "completed", conclusion: "success" },
            {
              id: 502,
              sha: "m1",
              name: "Detoil / config",
              app: "detoil",
              status: "completed",
              conclusion: "failure",
              output: {
                title: "1 problem: nothing changes until it is fixed",
                summary: "Detoil keeps to the version of **12 Nov**.",
                text: null,
                annotations: [
                  {
                    path: ".github/sre.yml",
                    start_line: 8,
                    end_line: 8,
                    start_column: 7,
                    end_column: 12,
                    annotation_level: "failure",
                    title: "Unknown key",
                    message: "`assing` is not a setting of a lane. Did you mean `assign`?",
                  },
                ],
              },
            },
          ],
          statuses: [{ sha: "m1", context: "ci/legacy", state: "success" }],
        },
        { name: "acme/tokyo", private: false, files: {}, commits: [] },
      ],
    },
    "shop",
  );
}

/** A browser's response for a path. */
export async function visit(
  state: SimState,
  path: string,
): Promise<{ status: number; text: string; response: Response }> {
  const simulator = withPages(createSimulator(state, { baseUrl: "http://127.0.0.1" }), { zone: "Asia/Tokyo" });
  const response = await simulator.fetch(`http://127.0.0.1${path}`);
  return { status: response.status, text: await response.text(), response };
}
