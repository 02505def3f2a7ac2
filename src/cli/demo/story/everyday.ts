import { checkOn, itemOf, listed, releaseOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { shop } from "./world.ts";

/** What happens between two releases. */
export const everyday: readonly Step[] = [
  {
    title: "A pull request within a pull request",
    text: "Bo's work goes into Carol's branch first, and with it into `develop`.",
    repo: shop,
    at: "2026-11-05T02:00:00Z",
    async play(team) {
      const whole = await team.opens({ as: "carol", title: "Gift cards", head: "feat/gift-cards" });
      await team.ships({ as: "bo", title: "Gift cards by mail", base: "feat/gift-cards" });
      await team.merges("bo", whole);
    },
    expect: [
      {
        what: "the inner one stands indented under the outer one",
        holds: (repo, team) =>
          /^\s{2,}- \[ \]/.test(itemOf(releaseOf(repo), team.pull("Gift cards by mail").number) ?? ""),
      },
    ],
  },
  {
    title: "Hold it",
    text: "Alice sees a wrong rounding and labels the merged pull request `do-not-release`.",
    repo: shop,
    at: "2026-11-06T01:00:00Z",
    async play(team) {
      await team.acts("alice", "label", {
        number: team.pull("Show the price with tax").number,
        label: "do-not-release",
      });
    },
    expect: [
      {
        what: `the check "Detoil / release" is red and names it`,
        holds(repo, team) {
          const run = checkOn(repo, releaseOf(repo)?.head_sha, "Detoil / release");
          return (
            run?.conclusion === "failure" &&
            run.output.summary?.includes(`#${team.pull("Show the price with tax").number}`) === true
          );
        },
      },
    ],
  },
  {
    title: "Reverted",
    text: "It is quicker to revert it for now. The label may stay: what is reverted holds nothing.",
    repo: shop,
    at: "2026-11-06T02:00:00Z",
    async play(team) {
      const { number } = team.pull("Show the price with tax");
      await team.ships({
        as: "alice",
        title: `Revert "Show the price with tax"`,
        body: `Reverts ${shop}#${number}`,
        head: `revert-${number}`,
      });
    },
    expect: [
      {
        what: "both are shown as a pair without boxes",
        holds: (repo, team) =>
          itemOf(releaseOf(repo), team.pull("Show the price with tax").number)?.includes("~~") === true,
      },
      {
        what: `the check "Detoil / release" is green again`,
        holds: (repo) => checkOn(repo, releaseOf(repo)?.head_sha, "Detoil / release")?.conclusion === "success",
      },
    ],
  },
  {
    title: "A hotfix straight to main",
    text: "On Monday the checkout is slow. Bo opens a pull request into `main`.",
    repo: shop,
    at: "2026-11-09T00:15:00Z",
    async play(team) {
      await team.opens({ as: "bo", title: "Mend the slow checkout", head: "hotfix/checkout", base: "main" });
    },
    expect: [
      {
        what: `it gets a green "Detoil / release" too, so that the check can be required on \`main\``,
        holds: (repo, team) =>
          checkOn(repo, team.pull("Mend the slow checkout").head_sha, "Detoil / release")?.conclusion === "success",
      },
    ],
  },
  {
    title: "And back into develop",
    text: "He merges it, and merges `main` back into `develop`.",
    repo: shop,
    at: "2026-11-09T00:40:00Z",
    async play(team) {
      await team.merges("bo", team.pull("Mend the slow checkout"));
      await team.ships({ as: "bo", title: "Bring the hotfix back", head: "main" });
    },
    expect: [
      {
        what: "neither of the two is listed: nothing of it waits for `main`",
        holds: (repo, team) =>
          ["Mend the slow checkout", "Bring the hotfix back"].every(
            (title) => !listed(releaseOf(repo)).includes(team.pull(title).number),
          ),
      },
    ],
  },
];
