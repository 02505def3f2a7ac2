import type { ReconcileContext } from "../../src/automations/automation.ts";
import { commandsFor } from "../../src/automations/branch-guard/check/commands.ts";
import { repairsIn } from "../../src/automations/four-keys/change/repairs.ts";
import { revertClaim } from "../../src/automations/four-keys/change/revert-claim.ts";
import { deploymentIn } from "../../src/automations/four-keys/incident/incident-reading.ts";
import { away as awayUntil } from "../../src/automations/help-wanted/commands/away.ts";
import { personIn } from "../../src/automations/help-wanted/commands/named.ts";
import { snooze as snoozeRequest } from "../../src/automations/help-wanted/commands/snooze.ts";
import { commandText as requestCommandText } from "../../src/automations/help-wanted/commands/text.ts";
import type { CommandContext as RequestCommandContext } from "../../src/automations/help-wanted/commands/verb.ts";
import { mention } from "../../src/automations/help-wanted/comment/names.ts";
import { ownersOf } from "../../src/automations/help-wanted/picking/codeowners.ts";
import { newRequest } from "../../src/automations/help-wanted/request/request.ts";
import { isOfCalendar } from "../../src/automations/milestone-tasks/closing/calendar-period.ts";
import { nextMilestone } from "../../src/automations/milestone-tasks/closing/next-milestone.ts";
import { assign, loginsIn } from "../../src/automations/milestone-tasks/commands/assign.ts";
import { snooze } from "../../src/automations/milestone-tasks/commands/snooze.ts";
import { commandText } from "../../src/automations/milestone-tasks/commands/text.ts";
import type { CommandContext } from "../../src/automations/milestone-tasks/commands/verb.ts";
import type { OneMilestone, TaskIssue } from "../../src/automations/milestone-tasks/facts.ts";
import { numbered, readParent, readTask } from "../../src/automations/milestone-tasks/metadata.ts";
import type { Row } from "../../src/automations/milestone-tasks/parent/list-rows.ts";
import { parentContent } from "../../src/automations/milestone-tasks/parent/parent-body.ts";
import { readTemplate } from "../../src/automations/milestone-tasks/reading/template-file.ts";
import { shortKey } from "../../src/automations/milestone-tasks/short-keys.ts";
import { restoredTask } from "../../src/automations/milestone-tasks/task/restored.ts";
import { shownDate, taskTextHash, withDate } from "../../src/automations/milestone-tasks/task/task-body.ts";
import { adoptList } from "../../src/automations/release-pr/body/adopt-list.ts";
import { readBlockData } from "../../src/automations/release-pr/body/block-data.ts";
import { bodyWith, oldBlockOf } from "../../src/automations/release-pr/body/body.ts";
import { readListRows } from "../../src/automations/release-pr/body/list-rows.ts";
import { releasedBody } from "../../src/automations/release-pr/body/released-body.ts";
import { bringsOtherWork } from "../../src/automations/release-pr/changes/other-work.ts";
import { numberNamed } from "../../src/automations/release-pr/changes/rewritten-commits.ts";
import type { MergedPull } from "../../src/automations/release-pr/facts.ts";
import { commitsReverted, pullsReverted, titleReverted } from "../../src/automations/revert-claims.ts";
import { calendarOf } from "../../src/calendar/calendar.ts";
import { cronProblem } from "../../src/calendar/cron.ts";
import { isDay } from "../../src/calendar/day.ts";
import { parseDuration } from "../../src/calendar/duration.ts";
import { parseHours } from "../../src/calendar/hours.ts";
import { parseInstant } from "../../src/calendar/instant.ts";
import { rangeProblem } from "../../src/calendar/ranges.ts";
import { codeAndHtml } from "../../src/commands/inline.ts";
import { readCommands } from "../../src/commands/read-commands.ts";
import { unknownWord } from "../../src/commands/vocabulary.ts";
import { globMatches, globProblem, MAX_GLOB_LENGTH } from "../../src/config/glob.ts";
import { nearest } from "../../src/config/nearest.ts";
import { sreSchema } from "../../src/config/schema.ts";
import { quote } from "../../src/config/text/quote.ts";
import { type Applying, withNumbers } from "../../src/github/apply/applying.ts";
import { pageSaid } from "../../src/github/no-answer.ts";
import { withoutSecrets } from "../../src/github/without-secrets.ts";
import { managedBlock, replaceBlock } from "../../src/managed/managed-body.ts";
import { planStatusIssue } from "../../src/managed/status-issue.ts";
import { parseChecklist } from "../../src/markdown/checklist.ts";
import { code, escapeText, escapeTitle } from "../../src/markdown/escape.ts";
import { cut } from "../../src/markdown/length.ts";
import { lineDiff } from "../../src/markdown/line-diff.ts";
import { linkTarget } from "../../src/markdown/link-target.ts";
import { findMarkers, marker, withoutMarkers } from "../../src/markdown/marker.ts";
import { plain } from "../../src/markdown/plain.ts";
import { shortHash } from "../../src/markdown/short-hash.ts";
import { table } from "../../src/markdown/table.ts";
import { renderKnown, renderTitle, templateProblem } from "../../src/markdown/template.ts";
import { urlPath } from "../../src/markdown/url-path.ts";
import { withEdit } from "../../src/markdown/with-edit.ts";
import { shas } from "../../src/store/attribution/place.ts";
import { readOrganization, readPublicUrl } from "../../src/web/setup/address.ts";

/** A part of Detoil that reads a text which an outsider may have written. */
export interface Reader {
  readonly name: string;
  /** Openings that make it read on; every hostile shape is tried after each of them too. */
  readonly openings?: readonly string[];
  read(text: string): unknown;
}

const applying = { refs: new Map(), lost: new Set() } as unknown as Applying;
const block = readBlockData(null);
const person = { login: "bo", bot: false };
const listed = {
  pull: { number: 1, title: "a", author: person, assignees: [person] } as unknown as MergedPull,
  words: "#1 @bo",
};
const commit = { oid: "", authoredAt: "", committedAt: "", author: null, parents: [] };

const commandContext = {
  assignable: new Map(),
  text: commandText("en"),
  today: "2026-11-20",
  milestone: { title: "v1", due: null },
} as unknown as CommandContext;
const requestContext = {
  ...{ who: "alice", now: new Date(0), today: "2026-11-27", section: { report: null } },
  calendar: calendarOf({ timezone: "UTC" }),
  facts: { item: { author: null }, assignable: new Map() },
  text: requestCommandText("en"),
  ...{ shownDay: String, shownMoment: String },
} as unknown as RequestCommandContext;
const status = { open: true, due: null, assignees: [] };
const sre = sreSchema.parse({ version: 1, milestones: { tasks: [] } });
const context = {
  config: sre,
  section: sre.milestones,
  now: new Date(0),
  repository: { owner: "acme", name: "shop" },
  loaded: { origin: null },
} as unknown as ReconcileContext<"milestones">;
const opened = {
  milestone: { number: 1, title: "v1", open: true, due: null, closedAt: null },
} as unknown as OneMilestone;
const row: Row = {
  ...{ shown: "#1", title: "", assignees: [], due: null },
  ...{ state: "open", waitsFor: [], movedTo: null, movedInFrom: null },
};
const aTask = readTask(marker("task", { milestone: 1, key: "a" }));
const task = { ...aTask, body: "", content: "" } as unknown as TaskIssue;

/** A lane's list with one item, in a person's text. */
function listIn(body: string): unknown {
  const item = { pull: listed.pull, parent: null, depth: 0, reverted: { pull: 2 }, reverts: [], hold: null };
  const headerFooter = { intro: body.slice(0, body.length / 2), above: "", below: "", untilReleased: "" };
  const wording = { titles: true, mention: "author", language: "en", repoUrl: "" } as const;
  const request = {
    ...wording,
    items: [item],
    unlisted: [],
    headerFooter,
    compareUrl: "",
    stored: readBlockData(null),
  };
  return bodyWith(oldBlockOf(body, request), request);
}

/** Every reader of people's texts on GitHub. A new one needs a line here; complete.test.ts checks that. */
export const readers: readonly Reader[] = [
  // names of branches
  {
    name: "commandsFor",
    openings: ["'", "\\"],
    read: (head) => commandsFor({ way: "rebase" }, { base: "develop", head, fork: null }, { ...context, webUrl: "" }),
  },
  // comments
  { name: "readCommands", openings: ["/sre", "/sre a ", "- ", "a\n/sre a\n"], read: readCommands },
  { name: "codeAndHtml", openings: ["<a ", "<a b='", "`"], read: codeAndHtml },
  { name: "unknownWord", read: (text) => unknownWord(text, [], "en") },
  { name: "personIn", openings: ["@"], read: (text) => personIn(text, requestContext) },
  {
    name: "snooze of a request",
    openings: ["1 business "],
    read: (text) => snoozeRequest.execute(text, newRequest(new Date(0)), requestContext),
  },
  {
    name: "away",
    openings: ["until "],
    read: (text) => awayUntil.execute(text, newRequest(new Date(0)), requestContext),
  },
  { name: "mention", openings: ["a", "a/"], read: (text) => mention(text) },
  { name: "nearest", read: (text) => nearest(text, ["snooze", "assign"]) },
  { name: "assign", openings: ["@"], read: (text) => assign.execute(text, status, commandContext) },
  { name: "loginsIn", openings: ["@"], read: loginsIn },
  { name: "snooze", openings: ["1 business "], read: (text) => snooze.execute(text, status, commandContext) },
  { name: "parseDuration", openings: ["1", "1 business"], read: parseDuration },
  {
    name: "ownersOf",
    openings: ["* @a ", "a*b/ @a\n", "a\\ b "],
    read: (text) => ownersOf({ path: "CODEOWNERS", text }, ["a/b", "b"]),
  },
  {
    name: "ownersOf paths",
    openings: ["a/", "a*b"],
    read: (text) => ownersOf({ path: "CODEOWNERS", text: "**/a/**/b @a\n**/a*a/b*b/*b @a\n" }, [text]),
  },
  // bodies of pull requests and issues
  { name: "findMarkers", openings: ["<!-- detoil:x "], read: findMarkers },
  { name: "withoutMarkers", openings: ["<!-- detoil:x "], read: (text) => withoutMarkers(text) },
  { name: "withoutMarkers of a key", read: (text) => withoutMarkers(text, "x") },
  { name: "managedBlock.find", openings: [marker("x")], read: (text) => managedBlock.find(text, "x") },
  { name: "replaceBlock", openings: [marker("x")], read: (text) => replaceBlock(text, "x", "content") },
  {
    name: "planStatusIssue",
    openings: [`${marker("x")}\n- a`],
    read: (text) =>
      planStatusIssue(
        "x",
        { issues: [{ number: 1, title: "a", body: text, open: true }], hasIssues: true },
        { kind: "report", title: "a", content: "- a. b", subjects: [], because: "c" },
      ),
  },
  { name: "shas", openings: ["ab"], read: (name) => shas([name]) },
  { name: "parseChecklist", openings: ["- [ ]", "- [ ] #1"], read: parseChecklist },
  {
    name: "readRows",
    openings: ["- [ ] #1"],
    read: (text) => readListRows(text, block, new Map([[1, ["#1 a"]]]), ["a"]),
  },
  { name: "readTask", openings: [marker("task", { milestone: 1, key: "a" })], read: readTask },
  { name: "readParent", openings: [marker("milestone", { milestone: 1 })], read: readParent },
  { name: "shownDate", openings: ["2026-01-01"], read: shownDate },
  { name: "withDate", openings: ["2026-01-01"], read: (text) => withDate(text, "2026-02-02", "en") },
  { name: "taskTextHash", openings: ["#", "** 2026-01-01"], read: taskTextHash },
  { name: "numbered", openings: ['"', '"{{ref:'], read: numbered },
  {
    name: "restoredTask",
    openings: ["2026-01-01", marker("task")],
    read: (text) =>
      restoredTask(
        task,
        { edits: [{ before: "", text }], ownTexts: [text], isEditedSince: true, isSettled: true },
        "en",
      ),
  },
  { name: "withEdit, theirs", openings: ["- [ ] #1\n"], read: (text) => withEdit("a\nb", { before: "a", text }) },
  { name: "withEdit, before", openings: ["- [ ] #1\n"], read: (before) => withEdit("a\nb", { before, text: "a" }) },
  { name: "withEdit, ours", openings: ["- [ ] #1\n"], read: (ours) => withEdit(ours, { before: "a", text: "b\na" }) },
  { name: "bodyWith", openings: [`${marker("release")}- [ ] #1 `], read: listIn },
  {
    name: "releasedBody",
    openings: ["", "<!--", "- [ ] #1 ", "a\n\n"],
    read: (text) => releasedBody(`${marker("release", { until: "a" })}\n${text}`, "Released"),
  },
  { name: "withNumbers", read: (text) => withNumbers(applying, text) },
  { name: "shortHash", read: shortHash },
  // titles, descriptions and commit messages
  {
    name: "adoptList",
    openings: ["- [ ] #1", "- [ ] #1\n", "<!--"],
    read: (text) => adoptList(`- [ ] #1\n${text}`, new Map([[1, listed]]), ["a"]),
  },
  { name: "numberNamed", openings: ["Merge pull request #", "a (#"], read: numberNamed },
  {
    name: "bringsOtherWork",
    openings: ["* ", 'Revert "'],
    read: (message) => bringsOtherWork([{ ...commit, message }], false),
  },
  { name: "titleReverted", openings: ['Revert "'], read: titleReverted },
  { name: "pullsReverted", openings: ["Reverts "], read: (text) => pullsReverted(text, "acme/shop") },
  { name: "commitsReverted", openings: ["This reverts commit"], read: commitsReverted },
  {
    name: "revertClaim",
    openings: ['Revert "', "Reverts ", "This reverts commit"],
    read: (text) =>
      revertClaim({ number: 2, title: text, body: text }, [{ oid: "a", message: text }], {
        owner: "acme",
        name: "shop",
      }),
  },
  { name: "repairsIn", openings: ["Fixes-deploy: #", "(#"], read: repairsIn },
  { name: "deploymentIn", openings: ["Deployment: ", "Deployment: `"], read: deploymentIn },
  {
    name: "nextMilestone",
    openings: ["2026-"],
    read: (title) => nextMilestone({ ...opened, milestone: { ...opened.milestone, title }, others: [] }, context),
  },
  {
    name: "parentContent",
    openings: ["#", "{{ref:"],
    read: (text) =>
      parentContent(
        [{ ...row, title: text, assignees: [text] }],
        { problems: [text], closing: text, progress: null },
        opened,
        context,
        65_536,
      ),
  },
  { name: "shortKey", read: shortKey },
  { name: "urlPath", read: urlPath },
  { name: "linkTarget", openings: ["https://ci.example.com/"], read: linkTarget },
  { name: "plain", read: plain },
  { name: "cut", read: (text) => cut(text, 256) },
  { name: "escapeText", read: escapeText },
  { name: "escapeTitle", read: escapeTitle },
  { name: "code", read: code },
  { name: "lineDiff", openings: ["a\n```"], read: (text) => lineDiff(text, `${text.slice(1)}b`) },
  { name: "table", read: (text) => table(["a"], [[text]]) },
  // branch names, labels, milestones against globs
  { name: "globMatches", read: (name) => globMatches("**/a*b*/**c", name) },
  { name: "globMatches, a foreign glob", read: (glob) => globMatches(glob.slice(0, MAX_GLOB_LENGTH), "a".repeat(256)) },
  { name: "globProblem", read: globProblem },
  // templates
  {
    name: "templateProblem",
    openings: ["{{", "{{from", "{{#from}}", "{{^from}}", "{{/from}}", "\n{{! "],
    read: (text) => templateProblem(text, ["from"]),
  },
  { name: "renderTitle", read: (text) => renderTitle("{{a}}", { a: text }) },
  {
    name: "renderKnown",
    openings: ["{{", "{{from", "{{#x}}", "{{#from}}"],
    read: (text) => renderKnown(text, { from: "x" }, "text"),
  },
  { name: "renderKnown of a value", read: (text) => renderKnown("{{from}}", { from: text }, "text") },
  {
    name: "readTemplate, Markdown",
    openings: ["---\n", "---\na: b\n---\n"],
    read: (text) => readTemplate("a.md", text),
  },
  // what stands between Detoil and GitHub
  { name: "pageSaid", openings: ["<title", "<title>", " <title"], read: pageSaid },
  // people's dates and times
  { name: "cronProblem", openings: ["0 1 * * "], read: cronProblem },
  { name: "isDay", read: isDay },
  { name: "parseInstant", openings: ["2026-11-20T01:00:00.", "2026-11-20T"], read: parseInstant },
  { name: "parseHours", openings: ["10:00-"], read: parseHours },
  { name: "rangeProblem", openings: ["2026-01-01.."], read: rangeProblem },
  // sre.yml in a message, and the form of the setup page
  { name: "quote", read: (text) => quote(text) },
  { name: "readPublicUrl", openings: ["http://a"], read: (text) => readPublicUrl(text, "https://api.github.com") },
  { name: "withoutSecrets", openings: ["://", "Bearer ", "-----BEGIN "], read: withoutSecrets },
  { name: "isOfCalendar", openings: ["2026"], read: (text) => isOfCalendar(text, 0, 1) },
  { name: "readOrganization", read: readOrganization },
];
