import { parseWorld } from "../../../simulator/index.ts";
import type { SimState } from "../../../simulator/state.ts";

export const SHOP = "acme/shop";

const sre = `version: 1
release:
  lanes:
    - from: develop
      to: main
milestones:
  tasks:
    - key: freeze
      title: Code freeze for {{milestone.title}}
      due: -3 business days
`;

/** Two repositories, on which nothing is installed yet: one has a sre.yml, and one merged pull request that waits for its release. */
export function firstTen(now: Date): SimState {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  const permission = { alice: "admin", bo: "write" };
  return parseWorld(
    {
      now: ago(0),
      users: [{ login: "alice" }, { login: "bo" }],
      installations: [],
      repos: [
        {
          name: SHOP,
          default_branch: "develop",
          permission,
          labels: [{ name: "do-not-release", color: "d93f0b", description: "Wait with the release" }],
          commits: [
            {
              ...{ sha: "a", message: "Open the shop", author: "alice", authored_at: ago(72), committed_at: ago(72) },
              files: { "README.md": "# Shop\n", ".github/sre.yml": sre },
            },
            {
              ...{ sha: "b", parents: ["a"], message: "Pay by card (#1)", author: "bo", authored_at: ago(26) },
              ...{ committed_at: ago(24), files: ["card.ts"] },
            },
          ],
          branches: { main: "a", develop: "b" },
          pulls: [
            {
              ...{ number: 1, title: "Pay by card", user: "bo", base: "develop", head: "feat/card", head_sha: "b" },
              ...{ state: "merged", merge_method: "squash", merge_commit_sha: "b", commits: ["b"] },
              ...{ created_at: ago(26), merged_at: ago(24) },
            },
          ],
        },
        {
          name: "acme/app",
          permission,
          commits: [
            {
              ...{ sha: "c", message: "Begin the app", author: "alice", authored_at: ago(48), committed_at: ago(48) },
              files: { "README.md": "# App\n" },
            },
          ],
          branches: { main: "c" },
        },
      ],
    },
    "detoil try",
  );
}
