import type { Play, Stage } from "./play.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - from: develop
      to: main
      sign-off: true
      freeze: ["2026-11-20/2026-12-20"]
`;

/** The pull request that bo opens by hand, because a freeze keeps Detoil from it. */
const RELEASE = 3;

const ends =
  (name: string, conclusion: string) =>
  ({ team }: Stage) =>
    team.acts("alice", "complete-check", { sha: "develop", name, conclusion });

const minutesLater = ({ github }: Stage) =>
  github.moveClock(new Date(Date.parse(github.simulator.state.now) + 400_000).toISOString());

/** A release day: what CI does, who ticks what, and a freeze that is lifted; everything that Detoil writes about it. */
export const releaseDayWork: Play = {
  world: { sre: SRE },
  asks: [
    { path: "/graphql" },
    { method: "GET", path: "/repos/*/*/collaborators/*/permission" },
    { method: "GET", path: "/repos/*/*/pulls/*" },
    { method: "PATCH", path: "/repos/*/*/pulls/*" },
    { method: "POST", path: "/repos/*/*/check-runs" },
    { method: "PATCH", path: "/repos/*/*/check-runs/*" },
    { method: "POST", path: "/repos/*/*/issues/*/comments" },
    { method: "PATCH", path: "/repos/*/*/issues/comments/*" },
    { method: "DELETE", path: "/repos/*/*/issues/comments/*" },
    { method: "POST", path: "/repos/*/*/issues/comments/*/reactions" },
  ],
  partial: [
    { match: { operation: "releaseTick" }, hide: ["PullRequest.userContentEdits"] },
    { match: { operation: "releaseCi" }, hide: ["Commit.statusCheckRollup"] },
    { match: { operation: "releaseCi" }, hide: ["PullRequestConnection.nodes.*"] },
    { match: { operation: "releaseCiSince" }, query_nodes: 2, times: 2 },
  ],
  refusals: [],
  parts: [
    [
      ({ team }) => team.opens("Sell apples"),
      ({ team }) => team.opens("Sell pears", { as: "carol" }),
      ({ team }) => team.merges(1),
      ({ team }) => team.merges(2),
      ({ team }) => team.acts("bo", "open-pull", { title: "Release", head: "develop", base: "main" }),
      ({ team }) => team.assigns(RELEASE, "alice"),
    ],
    [
      ({ team }) => team.ticks(RELEASE, 1, "carol"),
      ({ team }) => team.comments(RELEASE, "/sre unfreeze Pears will not keep"),
    ],
    [ends("test", "failure"), ends("lint", "success")],
    [minutesLater],
    // Once more: where lists lag it may have looked before the end showed, and a minute's quiet follows.
    [minutesLater],
    [({ team }) => team.acts("alice", "rerequest-check", { sha: "develop", name: "test" }), ends("test", "success")],
    [minutesLater],
    [minutesLater],
    [({ team }) => team.opens("Sell plums"), ({ team }) => team.merges(4)],
    [
      ({ team }) => team.ticks(RELEASE, 2, "alice"),
      ({ team }) => team.ticks(RELEASE, 4, "bo"),
      ends("test", "success"),
    ],
    [minutesLater],
    [minutesLater],
    [({ team }) => team.merges(RELEASE)],
  ],
};
