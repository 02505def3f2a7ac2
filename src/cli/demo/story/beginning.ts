import { checkOn, itemOf, listed, offerIn, releaseOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { shop } from "./world.ts";

const wish = "Let Detoil keep our release pull request";

const broken = `version: 1
timezone: Asia/Tokyo

release:
  lanes:
    - from: develop
      to: main
      labels: [release]
      mention: everybody
      assing: true
`;

const fixedFile = broken.replace("everybody", "assignee").replace("assing", "assign");

/** From nothing to a release pull request that fills on its own. */
export const beginning: readonly Step[] = [
  {
    title: "Installed",
    text: "Alice installs Detoil on `acme/shop`, where nobody has written a sre.yml.",
    repo: shop,
    at: "2026-11-02T00:30:00Z",
    installs: true,
    async play(team) {
      await team.acts("alice", "add-repository", {});
    },
    expect: [
      {
        what: "an issue offers one that fits the repository, and nothing else happens",
        holds: (repo) => repo.issues.size === 1 && offerIn(repo)?.body.includes("from: develop") === true,
      },
    ],
  },
  {
    title: "A wish, with two mistakes in it",
    text: "Alice opens a pull request that adds her own `.github/sre.yml`. She mistypes twice.",
    repo: shop,
    at: "2026-11-02T01:00:00Z",
    async play(team) {
      await team.opens({ as: "alice", title: wish, head: "sre-yml", files: { ".github/sre.yml": broken } });
    },
    expect: [
      {
        what: `the check "Detoil / config" is red and marks both lines`,
        holds(repo, team) {
          const run = checkOn(repo, team.pull(wish).head_sha, "Detoil / config");
          return (
            run?.conclusion === "failure" &&
            [9, 10].every((line) => run.output.annotations.some(({ start_line }) => start_line === line))
          );
        },
      },
    ],
  },
  {
    title: "Fixed",
    text: "She does what the check says and pushes again.",
    repo: shop,
    at: "2026-11-02T01:20:00Z",
    async play(team) {
      await team.pushes("alice", "sre-yml", "Say it right", { ".github/sre.yml": fixedFile });
    },
    expect: [
      {
        what: `the check "Detoil / config" is green on the new commit`,
        holds: (repo, team) => checkOn(repo, team.pull(wish).head_sha, "Detoil / config")?.conclusion === "success",
      },
    ],
  },
  {
    title: "Merged, and the release is there",
    text: "Bo merges it. It is itself the first thing that waits for `main`.",
    repo: shop,
    at: "2026-11-02T02:00:00Z",
    async play(team) {
      await team.merges("bo", team.pull(wish));
    },
    expect: [
      {
        what: "a release pull request is open and lists it",
        holds: (repo, team) => listed(releaseOf(repo)).includes(team.pull(wish).number),
      },
      {
        what: `the check "Detoil / release" is green`,
        holds: (repo) => checkOn(repo, releaseOf(repo)?.head_sha, "Detoil / release")?.conclusion === "success",
      },
    ],
  },
  {
    title: "Three ways to merge",
    text: "On Tuesday four pull requests land: with a merge commit, squashed, rebased, and one by Renovate.",
    repo: shop,
    at: "2026-11-03T00:30:00Z",
    async play(team) {
      await team.ships({ as: "carol", title: "Pay by card" });
      await team.ships({ as: "alice", title: "Send receipts by mail", commits: 3 }, "squash");
      await team.ships({ as: "bo", title: "Search without accents", commits: 2 }, "rebase");
      await team.ships({ as: "renovate[bot]", title: "Update dependency zod to v4.6.7", head: "renovate/zod-4.x" });
    },
    expect: [
      {
        what: "all of them are listed, in the order in which they were merged",
        holds(repo, team) {
          const wanted = [
            "Pay by card",
            "Send receipts by mail",
            "Search without accents",
            "Update dependency zod to v4.6.7",
          ].map((title) => team.pull(title).number);
          return listed(releaseOf(repo)).slice(1).join() === wanted.join();
        },
      },
    ],
  },
  {
    title: "Ticks and notes are people's",
    text: "Carol ticks what she has tried on staging, adds a note and an item of her own. Then another pull request is merged.",
    repo: shop,
    at: "2026-11-04T05:00:00Z",
    async play(team) {
      const { number } = team.pull("Pay by card");
      const item = new RegExp(`^- \\[ \\] (#${number}\\b.*)$`, "m");
      const note = "- [x] $1 (tried with three cards)\n- [ ] tell support that cards work";
      await team.edits("carol", team.release, (body) => body.replace(item, note));
      await team.ships({ as: "alice", title: "Show the price with tax" });
    },
    expect: [
      {
        what: "the new one is listed",
        holds: (repo, team) => listed(releaseOf(repo)).includes(team.pull("Show the price with tax").number),
      },
      {
        what: "her tick and her note are still there",
        holds: (repo, team) =>
          /^- \[x\] .*\(tried with three cards\)/i.test(itemOf(releaseOf(repo), team.pull("Pay by card").number) ?? ""),
      },
      {
        what: "so is her own item",
        holds: (repo) => releaseOf(repo)?.body.includes("- [ ] tell support that cards work") === true,
      },
    ],
  },
];
