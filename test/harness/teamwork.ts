import type { Play } from "./play.ts";

/** All settings of the release pull request that could write. */
const SRE = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - from: develop
      to: main
      title: "Release {{date}}"
      intro: "Ask @bo before merging."
      labels: [release]
      assign: true
      request-review: true
      exclude-labels: [chore]
`;

const BROKEN = "version: 1\nrelease:\n  lanes:\n    - frm: develop\n      to: main\n";

/** A team's work with everything that release pull requests and their checks write. */
export const teamwork: Play = {
  world: { sre: SRE },
  asks: [
    { path: "/graphql" },
    { method: "POST", path: "/repos/*/*/pulls" },
    { method: "GET", path: "/repos/*/*/pulls/*" },
    { method: "PATCH", path: "/repos/*/*/pulls/*" },
    { method: "POST", path: "/repos/*/*/check-runs" },
    { method: "PATCH", path: "/repos/*/*/check-runs/*" },
    { method: "POST", path: "/repos/*/*/issues" },
    { method: "PATCH", path: "/repos/*/*/issues/*" },
    { method: "POST", path: "/repos/*/*/issues/*/labels" },
    { method: "POST", path: "/repos/*/*/issues/*/assignees" },
    { method: "POST", path: "/repos/*/*/pulls/*/requested_reviewers" },
  ],
  partial: [
    { match: { operation: "releaseLanePage" }, hide: ["ReviewRequest.requestedReviewer"] },
    { match: { operation: "releaseOpenPull" }, hide: ["ReviewRequest.requestedReviewer"] },
    // Also lists that the reconciliation cannot do without: it fails, and is retried.
    { match: { operation: "releaseLanePage" }, hide: ["PullRequestConnection.nodes.*"] },
    { match: { operation: "release*Page" }, query_nodes: 4, times: 2 },
    { match: { operation: "releasePull*" }, query_nodes: 2, times: 2 },
    { match: { operation: "config*" }, query_nodes: 1, times: 2 },
  ],
  refusals: [{ match: { method: "GET", path: "/repos/*/*/pulls/*" }, status: 404 }],
  parts: [
    [
      ({ team }) => team.opens("Sell apples"),
      ({ team }) => team.opens("Sell pears", { as: "carol", commits: 2 }),
      ({ team }) => team.opens("Sell plums", { commits: 3 }),
      ({ team }) => team.opens("Tidy up", { as: "bo" }),
      ({ team }) => team.opens("New counter", { as: "carol", head: "feat/counter" }),
      ({ team }) => team.opens("Counter bell", { base: "feat/counter" }),
      ({ team }) => team.opens("Hotfix the till", { base: "main", head: "hotfix/till" }),
      ({ team }) => team.labels(4, "chore"),
      ({ team }) => team.assigns(2, "alice"),
    ],
    [
      ({ team }) => team.merges(1),
      ({ team }) => team.merges(2, "squash"),
      ({ team }) => team.merges(3, "rebase"),
      ({ team }) => team.pushes("develop", "Fix a typo"),
      ({ team }) => team.merges(4),
      ({ team }) => team.retitles(1, "Sell red apples"),
    ],
    [
      ({ team }) => team.ticks(team.standing(), 1),
      ({ team }) => team.merges(6),
      ({ team }) => team.writes(team.standing(), (body) => body.replace(/(#3 .*)/, "$1 (ask carol)")),
      ({ team }) => team.labels(2, "do-not-release"),
      ({ team }) => team.merges(5),
      ({ team }) => team.writes(team.standing(), (body) => `${body}\n\n- [ ] Tell the press`),
      ({ team }) => team.comments(team.standing(), "Tomorrow at ten?"),
      ({ team }) => team.ticks(team.standing(), 2),
    ],
    [
      ({ team }) => team.merges(7),
      ({ team }) => team.unlabels(2, "do-not-release"),
      ({ team }) => team.pushes("develop", "Fix the bell", { as: "carol" }),
      ({ team }) => team.assigns(3, "carol"),
    ],
    [({ team }) => team.merges(team.standing())],
    [
      ({ team }) => team.opens("Sell cherries", { head: "feat/cherries" }),
      ({ team }) => team.pushes("develop", "Break the configuration", { files: { ".github/sre.yml": BROKEN } }),
    ],
    [
      ({ team }) => team.merges(Math.max(...team.repo.pulls.keys())),
      ({ team }) => team.pushes("develop", "Fix the configuration", { files: { ".github/sre.yml": SRE } }),
    ],
  ],
};
