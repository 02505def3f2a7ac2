import type { Play, Stage } from "./play.ts";

const task = (key: string, more: string) => `    - {key: ${key}, ${more}}`;

const TASKS = {
  freeze: task("freeze", 'title: "Freeze {{milestone.title}}", assignees: [alice], due: -3 business days'),
  notes: task(
    "notes",
    "title: Notes, assignees: {rotate: [bo, carol]}, labels: [docs], due: -1 business day, after: [freeze]",
  ),
  shops: task("shops", "title: Tell the shops, due: -2 business days, after: [notes]"),
  party: task("party", 'title: "Thanks for {{milestone.title}}", due: 1 business day'),
};

const sreOf = (onClose: string, ...keys: readonly (keyof typeof TASKS)[]) => `version: 1
timezone: Asia/Tokyo
milestones:
  on-close: ${onClose}
  project: {owner: acme, number: 5, status: Todo, due-field: Due date}
  tasks:
${keys.map((key) => `${TASKS[key]}\n`).join("")}`;

/** The team changes sre.yml on its default branch. */
const asksFor =
  (onClose: string, ...keys: readonly (keyof typeof TASKS)[]) =>
  ({ team }: Stage) =>
    team.pushes("develop", `Ask for ${keys.join(", ")}, ${onClose}`, {
      files: { ".github/sre.yml": sreOf(onClose, ...keys) },
    });

/** The first hour of work on a day of November 2026 in Tokyo. */
const morningOf =
  (day: number) =>
  ({ github }: Stage) =>
    github.moveClock(`2026-11-${day}T00:00:00Z`);

/** A team's work with everything that milestone tasks write. */
export const milestoneWork: Play = {
  world: {
    sre: sreOf("rollover", "freeze", "notes", "party"),
    world: {
      projects: [
        {
          owner: "acme",
          number: 5,
          title: "Releases",
          fields: [
            { name: "Status", options: ["Todo", "Done"] },
            { name: "Due date", type: "date" },
          ],
        },
      ],
    },
  },
  asks: [
    { path: "/graphql" },
    { method: "GET", path: "/repos/*/*/collaborators/*/permission" },
    { method: "GET", path: "/repos/*/*/issues" },
    { method: "GET", path: "/repos/*/*/issues/*" },
    { method: "POST", path: "/repos/*/*/issues" },
    { method: "PATCH", path: "/repos/*/*/issues/*" },
    { method: "POST", path: "/repos/*/*/issues/*/sub_issues" },
    { method: "POST", path: "/repos/*/*/issues/*/dependencies/blocked_by" },
    { method: "POST", path: "/repos/*/*/issues/*/comments" },
    { method: "DELETE", path: "/repos/*/*/issues/comments/*" },
    { method: "POST", path: "/repos/*/*/issues/comments/*/reactions" },
    { method: "POST", path: "/repos/*/*/labels" },
    { method: "POST", path: "/repos/*/*/milestones" },
    { method: "PATCH", path: "/repos/*/*/milestones/*" },
    { method: "POST", path: "/orgs/*/projectsV2/*/items" },
    { method: "PATCH", path: "/orgs/*/projectsV2/*/items/*" },
  ],
  partial: [
    ...["milestonePage", "milestoneChildren", "milestoneIssue"].flatMap((operation) => [
      { match: { operation }, hide: ["Issue.parent"] },
      { match: { operation }, hide: ["ProjectV2ItemConnection.nodes.*"] },
      // The milestone's own issues cannot be done without; those below the parent can.
      { match: { operation }, hide: ["IssueConnection.nodes.*"] },
      { match: { operation }, query_nodes: 6, times: 2 },
    ]),
    { match: { operation: "milestone*" }, query_nodes: 2, times: 2 },
  ],
  refusals: [
    // Sub-issues that are linked one after another collide on their order (docs/github-facts.md).
    {
      match: { method: "POST", path: "/repos/*/*/issues/*/sub_issues" },
      status: 422,
      body: { message: "Priority has already been taken" },
    },
    // Somebody else created it at this moment.
    {
      match: { method: "POST", path: "/repos/*/*/labels" },
      status: 422,
      body: { message: "Validation Failed", errors: [{ resource: "Label", code: "already_exists", field: "name" }] },
    },
    { match: { method: "GET", path: "/repos/*/*/issues/*" }, status: 404 },
    { match: { method: "GET", path: "/repos/*/*/labels/*" }, status: 404 },
    { match: { method: "GET", path: "/repos/*/*/issues/*/dependencies/blocked_by" }, status: 404 },
  ],
  parts: [
    [
      ({ milestones }) => milestones.creates("v1.2", { due: "2026-11-27" }),
      ({ milestones }) => milestones.creates("Some day"),
      ({ milestones }) => milestones.renames(1, "v1.2.0"),
    ],
    [
      ({ team, milestones }) => team.retitles(milestones.task("notes"), "Write the notes"),
      ({ team, milestones }) => team.comments(milestones.task("freeze"), "/sre take", "bo"),
      ({ team, milestones }) => team.comments(milestones.task("freeze"), "/sre done", "dan"),
      ({ milestones }) => milestones.dates(1, "2026-11-26"),
      ({ team, milestones }) => team.labels(milestones.task("notes"), "urgent", "alice"),
      ({ team, milestones }) => team.comments(milestones.parent(), "/sre help", "carol"),
      ({ team, milestones }) => team.comments(milestones.task("party"), "/sre assign @carol\n/sre tkae", "carol"),
      ({ team, milestones }) => team.writes(milestones.parent(), (body) => `Ask bo first.\n\n${body}`),
      ({ milestones }) => milestones.dates(2, "2027-02-26"),
    ],
    [
      ({ team, milestones }) => team.comments(milestones.task("notes"), "/sre snooze 1 business day", "bo"),
      ({ team, milestones }) => team.acts("bo", "delete-issue", { number: milestones.task("party", 2) }),
      asksFor("rollover", "freeze", "notes", "shops", "party"),
      ({ team, milestones }) => team.assigns(milestones.task("notes", 2), "alice"),
    ],
    [morningOf(24)],
    [
      ({ team, milestones }) => team.closes(milestones.task("freeze"), "alice"),
      ({ team, milestones }) => team.reopens(milestones.task("freeze"), "alice"),
      asksFor("rollover", "freeze", "notes", "shops"),
    ],
    [morningOf(25)],
    [
      ({ team, milestones }) => team.comments(milestones.task("freeze"), "/sre done", "carol"),
      ({ milestones }) => milestones.deletes(2),
    ],
    [({ milestones }) => milestones.closes(1)],
    [({ milestones }) => milestones.dates(3, "2026-12-18")],
    [
      // As closing it by hand: whether the project has the new date by then depends on who is faster.
      ({ team, milestones }) => team.comments(milestones.task("shops"), "/sre done", "carol"),
      asksFor("block", "freeze", "notes", "shops"),
    ],
    [({ milestones }) => milestones.closes(3)],
    [
      ({ team, milestones }) => team.closes(milestones.task("freeze", 3)),
      ({ team, milestones }) => team.comments(milestones.task("notes"), "/sre take", "alice"),
    ],
    [({ milestones }) => milestones.closes(3)],
  ],
};
