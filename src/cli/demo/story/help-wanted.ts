import { saidOn } from "./seen.ts";
import type { Expectation, Step } from "./step.ts";
import { edge, sre } from "./world.ts";

const slow = "The cache answers slowly";
const cost = "What does the new database cost?";

/** What one of Detoil's comments on an issue says, without markup. */
function says(what: string, title: string, ...words: readonly string[]): Expectation {
  return {
    what,
    holds: (_repo, team) =>
      saidOn(team.issue(title)).some((body) => words.every((word) => body.replace(/\*\*|`/g, "").includes(word))),
  };
}

/** Ten days of three SREs whom two repositories ask for help: over a weekend, a holiday and an absence. */
export const helpWanted: readonly Step[] = [
  {
    title: "Five minutes before the weekend",
    text: "On Friday at 17:55 Jiro labels an issue `help wanted` in a repository that extends that sre.yml. Monday is a holiday.",
    repo: edge,
    at: "2027-10-08T08:54:00Z",
    async play(team) {
      await team.acts("jiro", "open-issue", { title: slow, labels: ["help wanted"] });
    },
    expect: [
      says(
        "Alice is asked, and has until Tuesday, because weekends and holidays do not count",
        slow,
        "@alice",
        "Answer by Tue 12 Oct 16:5",
      ),
    ],
  },
  {
    title: "Not her turn after all",
    text: "On Tuesday morning Alice passes. Bo would be next, and is away.",
    repo: edge,
    at: "2027-10-12T00:10:00Z",
    async play(team) {
      await team.comments("alice", team.issue(slow), "/sre pass at the dentist");
    },
    expect: [
      says("Carol is asked instead, in a comment of its own that she hears of", slow, "@carol", "at the dentist"),
      {
        what: "and the issue is hers",
        holds: (_repo, team) => team.issue(slow).assignees.join() === "carol",
      },
    ],
  },
  {
    title: "Later",
    text: "Carol is busy today.",
    repo: edge,
    at: "2027-10-12T01:00:00Z",
    async play(team) {
      await team.comments("carol", team.issue(slow), "/sre snooze 1 business day");
    },
    expect: [says("the request sleeps until tomorrow", slow, "Snoozed until Wed 13 Oct 10:0")],
  },
  {
    title: "A request in the other repository",
    text: "Meanwhile Jiro asks the SREs in their own repository. Carol was asked last, and Bo is away; Alice does not answer all morning.",
    repo: sre,
    at: "2027-10-12T01:20:00Z",
    until: "2027-10-12T05:25:00Z",
    async play(team) {
      await team.acts("jiro", "open-issue", { title: cost, labels: ["help wanted"] });
    },
    expect: [
      says(
        "Alice is asked, as nobody was asked longer ago, and reminded after four hours",
        cost,
        "@alice",
        "is still waiting for your answer",
      ),
    ],
  },
  {
    title: "Nobody answers",
    text: "The eight business hours are over on Wednesday at 10:21.",
    repo: sre,
    at: "2027-10-13T00:05:00Z",
    until: "2027-10-13T01:22:00Z",
    async play() {},
    expect: [says("Hanako is asked, who leads them", cost, "@hanako", "nobody has answered here since Tue 12 Oct")],
  },
  {
    title: "Awake again, and answered",
    text: "Carol's day is over, and she looks into the cache.",
    repo: edge,
    at: "2027-10-13T01:30:00Z",
    async play(team) {
      await team.comments("carol", team.issue(slow), "It evicts too early. I am on it.");
    },
    expect: [says("the comment that shows the request says so", slow, "carol answered")],
  },
  {
    title: "Taken",
    text: "Hanako knows the bill, and takes the other one.",
    repo: sre,
    at: "2027-10-13T02:00:00Z",
    async play(team) {
      await team.comments("hanako", team.issue(cost), "/sre take");
    },
    expect: [says("it is hers, and answered", cost, "hanako took it")],
  },
  {
    title: "Friday, nine o'clock",
    text: "The SREs look at their week.",
    repo: sre,
    at: "2027-10-14T23:50:00Z",
    until: "2027-10-15T00:00:00Z",
    async play() {},
    expect: [
      {
        what: "one issue shows the open requests of both repositories, who is away, and how long people waited",
        holds(repo, team) {
          const report = [...repo.issues.values()].find(({ title }) => title === "Help wanted")?.body ?? "";
          const links = [`${edge}#1`, `${sre}#${team.issue(cost).number}`];
          const told = ["2 requests for help are open", ...links, "Away: `bo` until Fri 15 Oct", "1 of 2"];
          return told.every((words) => report.includes(words));
        },
      },
    ],
  },
];
