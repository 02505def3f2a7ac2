import { fourKeys as sre } from "./configs.ts";
import { numbersOf, offerIn } from "./seen.ts";
import type { Step } from "./step.ts";
import type { Team, Work } from "./team.ts";
import { pay } from "./world.ts";

const wrong = "Pay in yen";
const regretted = "A checkout on one page";

/** Written, approved by Bo after so many minutes, merged and deployed. */
async function delivers(team: Team, minutes: number, work: Work): Promise<void> {
  const pull = await team.opens({ base: "main", ...work });
  await team.waits(minutes);
  await team.acts("bo", "review", { number: pull.number });
  await team.waits(20);
  await team.merges(work.as, pull, "squash");
  await team.deploys(work.as);
}

/** Two months of a team that deploys whatever it merges. */
export const fourKeys: readonly Step[] = [
  {
    title: "Installed, and nothing else",
    text: "Alice installs Detoil on `acme/pay`.",
    repo: pay,
    at: "2027-10-15T00:30:00Z",
    installs: true,
    async play(team) {
      await team.acts("alice", "add-repository", {});
    },
    expect: [
      {
        what: "an issue offers a sre.yml",
        holds: (repo) => repo.issues.size === 1 && offerIn(repo) !== undefined,
      },
    ],
  },
  {
    title: "As ever",
    text: "On Friday Alice and Carol merge into `main` and deploy it to production. Nobody counts anything.",
    repo: pay,
    at: "2027-10-15T01:00:00Z",
    async play(team) {
      await delivers(team, 95, { as: "alice", title: "Pay by invoice" });
      await delivers(team, 40, { as: "carol", title: "Pay back a part" });
    },
    expect: [
      {
        what: "beyond the offer in #1, Detoil writes nothing without a sre.yml",
        holds: (repo) => repo.issues.size === 1 && offerIn(repo) !== undefined,
      },
    ],
  },
  {
    title: "A section, and the numbers are there",
    text: "On Monday Carol adds a sre.yml with the section `four-keys`.",
    repo: pay,
    at: "2027-10-18T02:00:00Z",
    async play(team) {
      const files = { ".github/sre.yml": sre };
      await delivers(team, 25, { as: "carol", title: "Show us how we ship", head: "sre-yml", files });
    },
    expect: [
      {
        what: "an issue has the numbers, out of what was deployed before",
        holds: (repo) => numbersOf(repo)?.includes("2 deployments brought 2 changes") === true,
      },
    ],
  },
  {
    title: "A deployment that fails, and a hotfix",
    text: "Alice deploys, and nobody can pay any more: that issue gets the label `incident`. Bo's pull request gets `hotfix`, and an hour later everybody can. On Monday at ten Detoil counts again.",
    repo: pay,
    at: "2027-11-09T01:00:00Z",
    until: "2027-11-15T01:00:00Z",
    async play(team) {
      await delivers(team, 70, { as: "alice", title: wrong });
      await team.waits(15);
      await team.acts("alice", "open-issue", { title: "Nobody can pay", labels: ["incident"] });
      const hotfix = await team.opens({ as: "bo", title: "Let people pay again", base: "main" });
      await team.acts("bo", "label", { number: hotfix.number, label: "hotfix" });
      await team.waits(30);
      await team.merges("bo", hotfix, "squash");
      await team.deploys("bo");
      await team.acts("alice", "close-issue", { number: team.issue("Nobody can pay").number });
    },
    expect: [
      {
        what: "the deployment counts as failed, and the issue says to look there first",
        holds: (repo) => numbersOf(repo)?.includes("1 of 5 deployments") === true,
      },
    ],
  },
  {
    title: "A revert",
    text: "People leave the new checkout without paying. Carol reverts it; a revert needs no label.",
    repo: pay,
    at: "2027-11-23T01:00:00Z",
    until: "2027-11-29T01:00:00Z",
    async play(team) {
      await delivers(team, 150, { as: "carol", title: regretted });
      await team.waits(120);
      const body = `Reverts ${pay}#${team.pull(regretted).number}`;
      await delivers(team, 5, { as: "carol", title: `Revert "${regretted}"`, head: "revert", body });
    },
    expect: [
      {
        what: "what brought it counts as failed until the revert was deployed",
        holds: (repo, team) =>
          numbersOf(repo)?.includes(`reverted by [#${team.pull(`Revert "${regretted}"`).number}]`) === true,
      },
    ],
  },
  {
    title: "A roll-back, and two months are over",
    text: "Receipts come twice. Bo deploys the commit before that one, and has all day to find out why. On Monday at ten the team looks at its numbers.",
    repo: pay,
    at: "2027-12-07T01:00:00Z",
    until: "2027-12-13T01:00:00Z",
    async play(team) {
      const before = team.repo.branches.get("main");
      await delivers(team, 55, { as: "alice", title: "Receipts at once" });
      await team.waits(25);
      await team.deploys("bo", before);
    },
    expect: [
      {
        what: "6 deployments brought 5 changes; 3 of them failed, 2 repaired an earlier one, and the team deploys more often",
        holds(repo) {
          const numbers = numbersOf(repo) ?? "";
          const told = [
            "6 deployments brought 5 changes",
            "3 of 6",
            "2 of 6",
            "rolled back",
            "better (was 1 in 14 days)",
          ];
          return told.every((words) => numbers.includes(words));
        },
      },
    ],
  },
];
