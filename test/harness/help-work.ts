import type { Play, Stage } from "./play.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
calendar: {holidays: JP}
help-wanted:
  people: [alice, bo, carol]
  escalate-to: ["acme/leads"]
  project: {owner: acme, number: 5, status: Triage}
  report: null
`;

const asks =
  (title: string) =>
  ({ team }: Stage) =>
    team.acts("mona", "open-issue", { title, labels: ["help wanted"] });

const says =
  (number: number, who: string, body: string) =>
  ({ team }: Stage) =>
    team.comments(number, body, who);

/** Tokyo's time on a day of November 2026; the 23rd is a holiday. */
const at =
  (day: number, hour: number) =>
  ({ github }: Stage) =>
    github.moveClock(new Date(Date.UTC(2026, 10, day, hour - 9)).toISOString().replace(".000Z", "Z"));

/** People ask for help, and are answered: everything that help-wanted writes. */
export const helpWork: Play = {
  world: {
    sre: SRE,
    repo: { permission: { alice: "write", bo: "admin", carol: "write", dan: "write", mona: "read" } },
    world: {
      teams: [{ org: "acme", slug: "leads", members: ["dan"] }],
      projects: [
        { owner: "acme", number: 5, title: "SRE", fields: [{ name: "Status", options: ["Triage", "Doing"] }] },
      ],
    },
  },
  asks: [
    { path: "/graphql" },
    { method: "GET", path: "/repos/*/*/collaborators/*/permission" },
    { method: "GET", path: "/orgs/*/teams/*/members" },
    { method: "GET", path: "/orgs/*/projectsV2/*/fields" },
    { method: "POST", path: "/repos/*/*/issues/*/assignees" },
    { method: "DELETE", path: "/repos/*/*/issues/*/assignees" },
    { method: "POST", path: "/repos/*/*/issues/*/comments" },
    { method: "PATCH", path: "/repos/*/*/issues/comments/*" },
    { method: "DELETE", path: "/repos/*/*/issues/comments/*" },
    { method: "POST", path: "/repos/*/*/issues/comments/*/reactions" },
    { method: "POST", path: "/orgs/*/projectsV2/*/items" },
    { method: "PATCH", path: "/orgs/*/projectsV2/*/items/*" },
  ],
  partial: [
    { match: { operation: "helpRequest" }, hide: ["User.status"] },
    { match: { operation: "helpRequest" }, hide: ["ProjectV2ItemConnection.nodes.*"] },
    { match: { operation: "helpLabeled*" }, query_nodes: 2, times: 2 },
  ],
  refusals: [],
  parts: [
    [asks("The disk is full")],
    [says(1, "alice", "/sre pass deep in the release"), says(1, "mona", "/sre take")],
    // The refusal of mona's may be seen late, and the request waits for it for a minute of GitHub's time.
    [at(20, 11)],
    [at(20, 14)],
    [at(20, 16)],
    [asks("The queue is stuck")],
    [at(24, 11)],
    [says(1, "dan", "I look into it.")],
    [says(2, "carol", "/sre snooze 1 business day")],
    [at(25, 15)],
    [says(2, "carol", "/sre take"), ({ team }) => team.closes(1, "mona")],
    [({ team }) => team.unlabels(2, "help wanted")],
    [({ team }) => team.labels(2, "help wanted")],
    [says(2, "bo", "/sre assign @dan")],
  ],
};
