import { checkOn, listed, releaseOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { shop } from "./world.ts";

const quiet = "No releases over the long weekend";

const frozen = `version: 1
timezone: Asia/Tokyo

release:
  lanes:
    - from: develop
      to: main
      labels: [release]
      assign: true
      freeze: [2026-11-20/2026-11-23]
      sign-off: true

branches:
  - into: main
    from: [develop, "hotfix/*"]
  - into: develop
    from: ["*"]
    not-based-on: [main]
    except: [main]
`;

/** Releases, one of them by mistake. */
export const releasing: readonly Step[] = [
  {
    title: "Released, and the next one begins",
    text: "Bo merges the release on Tuesday. Then the first pull request for the next one lands.",
    repo: shop,
    at: "2026-11-10T01:00:00Z",
    async play(team) {
      await team.merges("bo", team.release);
      await team.ships({ as: "carol", title: "Wish lists" });
    },
    expect: [
      {
        what: "the merged one says when it was released",
        holds: (repo) =>
          [...repo.pulls.values()].some(({ state, body }) => state === "merged" && /^\*\*Released\*\*/m.test(body)),
      },
      {
        what: "a new release pull request lists that one and nothing else",
        holds: (repo, team) => listed(releaseOf(repo)).join() === String(team.pull("Wish lists").number),
      },
    ],
  },
  {
    title: "Squashed by mistake",
    text: "Carol merges the release with **Squash and merge**. Git can no longer tell what was released.",
    repo: shop,
    at: "2026-11-12T01:00:00Z",
    async play(team) {
      await team.merges("carol", team.release, "squash");
    },
    expect: [
      {
        what: "a comment says what that means and how to fix it",
        holds: (repo) =>
          [...repo.pulls.values()].some(
            (pull) =>
              pull.merge_method === "squash" &&
              pull.base === "main" &&
              pull.comments.some(({ user }) => user?.endsWith("[bot]") === true),
          ),
      },
    ],
  },
  {
    title: "Nothing is listed twice",
    text: "The next pull request is merged. GitHub still counts the squashed commits as unreleased; Detoil does not.",
    repo: shop,
    at: "2026-11-13T01:00:00Z",
    async play(team) {
      await team.ships({ as: "alice", title: "Share a wish list" });
    },
    expect: [
      {
        what: "the new release pull request lists it alone",
        holds: (repo, team) => listed(releaseOf(repo)).join() === String(team.pull("Share a wish list").number),
      },
    ],
  },
  {
    title: "A freeze",
    text: "Nothing may be released over the long weekend, and from now on everybody ticks what they looked at. Alice writes both into `sre.yml`, and which branches may go where; Bo merges it on Friday.",
    repo: shop,
    at: "2026-11-20T01:00:00Z",
    async play(team) {
      await team.ships({ as: "alice", title: quiet, head: "freeze", files: { ".github/sre.yml": frozen } });
    },
    expect: [
      {
        what: `the check "Detoil / release" is red, and says until when`,
        holds(repo) {
          const run = checkOn(repo, releaseOf(repo)?.head_sha, "Detoil / release");
          return run?.conclusion === "failure" && /24 Nov/.test(run.output.title ?? "");
        },
      },
    ],
  },
];
