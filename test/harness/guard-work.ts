import type { Play } from "./play.ts";

const rules = (into: string) => `version: 1
branches:
  - into: main
    from: [staging, "hotfix/*"]
  - into: staging
    from: [develop]
  - into: ${into}
    from: ["*"]
    not-based-on: [main, staging]
    except: ["hotfix/*"]
`;

/** Releases through staging, and pull requests from everywhere: what the branch guard writes, and takes back. */
export const guardWork: Play = {
  world: { sre: rules("develop"), repo: { branches: { main: "first", staging: "first", develop: "first" } } },
  asks: [
    { path: "/graphql" },
    { method: "POST", path: "/repos/*/*/check-runs" },
    { method: "PATCH", path: "/repos/*/*/check-runs/*" },
  ],
  partial: [
    { match: { operation: "guardPull" }, hide: ["PullRequest.headRef"] },
    { match: { operation: "guardPull" }, hide: ["PullRequestConnection.nodes.*"] },
    { match: { operation: "guardLines" }, hide: ["Ref.compare"] },
    { match: { operation: "guard*" }, query_nodes: 12, times: 2 },
  ],
  refusals: [],
  parts: [
    [
      ({ team }) => team.opens("Sell apples"),
      ({ team }) => team.merges(1),
      ({ team }) => team.acts("bo", "open-pull", { title: "To staging", head: "develop", base: "staging" }),
      ({ team }) => team.opens("Sell pears", { as: "carol", commits: 2 }),
      ({ team }) => team.merges(2),
      ({ team }) => team.acts("bo", "open-pull", { title: "Release", head: "staging", base: "main" }),
      ({ team }) => team.merges(4),
    ],
    [
      ({ team }) => team.opens("Pay by card", { from: "main" }),
      ({ team }) => team.opens("Hotfix the till", { base: "main", head: "hotfix/till" }),
      ({ team }) => team.acts("carol", "edit-pull", { number: 3, base: "main" }),
      ({ team }) => team.acts("bo", "open-pull", { title: "Back", head: "main", base: "develop" }),
      ({ team }) => team.acts("carol", "open-pull", { title: "Pears again", head: "feat/sell-pears", base: "develop" }),
    ],
    [
      ({ team }) => team.acts("carol", "edit-pull", { number: 3, base: "staging" }),
      ({ team }) => team.closes(3),
      ({ team }) => team.acts("bo", "push", { branch: "develop", commits: [{ message: "Back", merges: ["main"] }] }),
      ({ team }) => team.pushes("feat/pay-by-card", "Pay by phone"),
    ],
    [
      ({ team }) => team.merges(6),
      ({ team }) => team.opens("From the hotfix", { from: "main" }),
      ({ team }) => team.pushes("develop", "Guard less", { files: { ".github/sre.yml": rules("develop-*") } }),
    ],
    [
      ({ team }) => team.pushes("develop", "Guard again", { files: { ".github/sre.yml": rules("develop") } }),
      ({ team }) => team.acts("alice", "push", { branch: "feat/pay-by-card", sha: "develop", force: true }),
    ],
  ],
};
