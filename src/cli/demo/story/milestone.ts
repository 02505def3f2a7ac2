import { dateOf, parentOf, saidOn, tasksOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { app } from "./world.ts";

const freeze = "Code freeze for v1.3";
const notes = "Release notes for v1.3";
const retitled = "Release notes for v1.3, with pictures";
const restore = "Restore a backup before v1.3";

/** A milestone from its first day to its last. */
export const milestone: readonly Step[] = [
  {
    title: "A milestone, and its tasks are there",
    text: "Alice makes the milestone v1.3, due on Thursday 10 December.",
    repo: app,
    at: "2026-11-24T01:00:00Z",
    async play(team) {
      await team.acts("alice", "create-milestone", { title: "v1.3", due_on: "2026-12-10T12:00:00Z" });
    },
    expect: [
      {
        what: "there are three tasks with owners and dates, counted in business days",
        holds(repo, team) {
          const tasks = tasksOf(repo, team.milestone("v1.3"));
          const wanted = { [freeze]: "2026-12-07", [notes]: "2026-12-09", [restore]: "2026-12-09" };
          return Object.entries(wanted).every(
            ([title, date]) => dateOf(tasks.get(title)) === date && tasks.get(title)?.assignees.length === 1,
          );
        },
      },
      {
        what: "the release notes wait for the freeze",
        holds(repo, team) {
          const tasks = tasksOf(repo, team.milestone("v1.3"));
          return tasks.get(notes)?.blocked_by.join() === String(tasks.get(freeze)?.number);
        },
      },
    ],
  },
  {
    title: "The date moves, and what people changed stays",
    text: "Carol gives her task another title. Bo moves the milestone by a week, to 17 December.",
    repo: app,
    at: "2026-11-25T02:00:00Z",
    async play(team) {
      await team.acts("carol", "edit-issue", { number: team.issue(notes).number, title: retitled });
      await team.acts("bo", "edit-milestone", {
        number: team.milestone("v1.3").number,
        due_on: "2026-12-17T12:00:00Z",
      });
    },
    expect: [
      {
        what: "the dates have moved, Carol's title has not",
        holds: (_repo, team) =>
          dateOf(team.issue(freeze)) === "2026-12-14" && dateOf(team.issue(retitled)) === "2026-12-16",
      },
    ],
  },
  {
    title: "The day comes",
    text: "Nobody does anything. It is Monday 14 December, and at nine the team begins to work.",
    repo: app,
    at: "2026-12-13T23:30:00Z",
    until: "2026-12-14T00:00:00Z",
    async play() {},
    expect: [
      {
        what: "Alice, who owes the freeze today, is reminded; nobody else is",
        holds: (repo, team) =>
          saidOn(team.issue(freeze)).some((body) => body.includes("@alice")) &&
          [...repo.issues.values()].flatMap(saidOn).length === 1,
      },
    ],
  },
  {
    title: "One more day, please",
    text: "Alice answers `/sre snooze 1 business day`. Jiro, who may only read here, tries `/sre done`.",
    repo: app,
    at: "2026-12-14T01:00:00Z",
    async play(team) {
      await team.comments("alice", team.issue(freeze), "/sre snooze 1 business day");
      await team.comments("jiro", team.issue(freeze), "/sre done");
    },
    expect: [
      {
        what: "hers is done and answered",
        holds: (_repo, team) => dateOf(team.issue(freeze)) === "2026-12-15" && saidOn(team.issue(freeze)).length === 2,
      },
      {
        what: "his gets a 😕 and nothing else",
        holds: (_repo, team) =>
          team.issue(freeze).state === "open" &&
          team
            .issue(freeze)
            .comments.some(
              ({ user, reactions }) => user === "jiro" && reactions.some(({ content }) => content === "confused"),
            ),
      },
    ],
  },
  {
    title: "Done, by hand and by command",
    text: "In the evening Alice closes her task as one closes issues. Carol writes `/sre done` in hers.",
    repo: app,
    at: "2026-12-14T08:00:00Z",
    async play(team) {
      await team.acts("alice", "close-issue", { number: team.issue(freeze).number });
      await team.comments("carol", team.issue(retitled), "/sre done");
    },
    expect: [
      {
        what: "two of the three are done",
        holds: (repo, team) => parentOf(repo, team.milestone("v1.3"))?.body.includes("2 of 3 tasks done") === true,
      },
    ],
  },
  {
    title: "The next one, and the end",
    text: "On release day Alice makes v1.4, due on 21 January. Bo closes v1.3, and has forgotten the backup.",
    repo: app,
    at: "2026-12-17T06:00:00Z",
    async play(team) {
      await team.acts("alice", "create-milestone", { title: "v1.4", due_on: "2027-01-21T12:00:00Z" });
      await team.acts("bo", "close-milestone", { number: team.milestone("v1.3").number });
    },
    expect: [
      {
        what: "the backup moved on to v1.4 (`on-close: rollover`), where it stands once",
        holds: (repo, team) =>
          [...repo.issues.values()].filter(
            ({ title, milestone }) => title === restore && milestone === team.milestone("v1.4").number,
          ).length === 1,
      },
      {
        what: "the freeze of v1.4 is Bo's: it is his turn",
        holds: (repo, team) =>
          tasksOf(repo, team.milestone("v1.4")).get("Code freeze for v1.4")?.assignees.join() === "bo",
      },
      {
        what: "v1.3 is over, and so is its issue",
        holds: (repo, team) => parentOf(repo, team.milestone("v1.3"))?.state === "closed",
      },
    ],
  },
];
