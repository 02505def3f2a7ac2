import { expect, test } from "vitest";
import type { Action } from "../../src/github/actions.ts";
import type { OwnIssue } from "../../src/github/own-issues.ts";
import { managedBlock } from "../../src/managed/managed-body.ts";
import { type AllClear, planStatusIssue, type Report, statusData } from "../../src/managed/status-issue.ts";
import { marker } from "../../src/markdown/marker.ts";

const KEY = "note";
const textOf = (subjects: readonly string[]) => `- ${subjects.join("\n- ")}\n\nIt is checked again.`;
const reportOf = (...subjects: string[]): Report => ({
  kind: "report",
  title: `${subjects.length} missing`,
  content: textOf(subjects),
  subjects,
  because: "something is missing",
});
const over: AllClear = { kind: "all-clear", content: "Nothing is missing.", because: "all is there" };

const planned = (issues: readonly OwnIssue[], status: Report | AllClear) =>
  planStatusIssue(KEY, { issues, hasIssues: true }, status);

type Step = Report | AllClear | ((issue: OwnIssue) => OwnIssue);

/** The issue as it is after these reports, and what people did in between. */
function issueAfter(...steps: readonly Step[]): OwnIssue {
  let issue: OwnIssue | null = null;
  for (const step of steps) {
    if (typeof step === "function") {
      if (issue !== null) issue = step(issue);
      continue;
    }
    for (const action of planned(issue === null ? [] : [issue], step)) issue = written(issue, action);
  }
  if (issue === null) throw new Error("nothing was reported");
  return issue;
}

function written(issue: OwnIssue | null, action: Action): OwnIssue {
  if (action.action === "create-issue") return { number: 4, title: action.title, body: action.body, open: true };
  if (action.action !== "update-issue" || issue === null) throw new Error(`unexpected: ${action.action}`);
  const { title = issue.title, body = issue.body, state } = action;
  return { number: issue.number, title, body, open: state === undefined ? issue.open : state === "open" };
}

const closed = (issue: OwnIssue): OwnIssue => ({ ...issue, open: false });
const reopened = (issue: OwnIssue): OwnIssue => ({ ...issue, open: true });
const renamed = (issue: OwnIssue): OwnIssue => ({ ...issue, title: "Ours now" });
const crlf = (issue: OwnIssue): OwnIssue => ({ ...issue, body: issue.body.replaceAll("\n", "\r\n") });
const older = (state: string) => (issue: OwnIssue) => ({
  ...issue,
  body: managedBlock.wrap(KEY, textOf(["a"]), { state }),
});
const reworded = (issue: OwnIssue) => ({ ...issue, body: issue.body.replace("It is checked again", "Mend it") });
const otherRemedy = (issue: OwnIssue) => ({ ...issue, body: issue.body.replace("- a", "- a. Write one of b, c.") });
const unlisted = (issue: OwnIssue) => ({ ...issue, body: issue.body.replace("- a", "Something is missing: a") });
const whole = (issue: OwnIssue) => ({ ...issue, body: `${marker(KEY)}\n${textOf(["a"])}` });

const CLOSE = { state: "closed", state_reason: "completed" };
const REOPEN = { state: "open", state_reason: "reopened" };
const a = reportOf("a");
const ab = reportOf("a", "b");
const b = reportOf("b");

/** What happened, what is so now, and what is written besides number, body and reason; null: nothing. */
test.each<[string, readonly Step[], Report | AllClear, object | null]>([
  ["the same is reported: nothing", [a], a, null],
  ["a browser has changed the line ends: nothing", [a, crlf], a, null],
  ["something else is reported: updated", [a], b, {}],
  ["the title counts more: updated", [a], ab, { title: "2 missing" }],
  ["a person changed the title: it stays", [a, renamed], ab, {}],
  ["it is over: closed", [a], over, CLOSE],
  ["it is over, and still closed: nothing", [a, over], over, null],
  ["it comes again: opened again", [a, over], a, REOPEN],
  ["something else comes after it was over: opened again", [a, over], ab, { title: "2 missing", ...REOPEN }],
  ["a person closed it: it stays closed", [a, closed], a, null],
  ["a person closed it, and less is left of it: it stays closed", [ab, closed], b, null],
  ["a person closed it, and something is added: opened again", [a, closed], ab, { title: "2 missing", ...REOPEN }],
  ["a person closed it, and now it is over: it says so, for the next time", [a, closed], over, {}],
  ["… and then it comes again: opened again", [a, closed, over], a, REOPEN],
  ["a person opened it again, and nothing is missing: closed", [a, over, reopened], over, CLOSE],
  ["an older version's, closed by a person: it stays closed", [a, older("lacking"), closed], b, null],
  ["an older version's, closed by Detoil: opened again", [a, older("granted"), closed], a, REOPEN],
  ["an older version's that was over: nothing", [a, older("mended"), closed], over, null],
  ["an older version's, with the same text: nothing", [a, older("broken")], a, null],
  ["an older version's, in other words: nothing", [a, older("broken"), reworded], a, null],
  ["an older version's, with another remedy: nothing", [a, older("broken"), otherRemedy], a, null],
  [
    "an older version's, in other words, closed by Detoil: opened again",
    [a, older("granted"), reworded, closed],
    a,
    REOPEN,
  ],
  ["an older version's, in words without a list: updated", [a, older("broken"), unlisted], a, {}],
  ["an older version's, with another text: updated", [a, older("broken")], b, {}],
  ["an older version's that had the text to itself: nothing", [a, whole], a, null],
  ["… closed by a person: it stays closed", [a, whole, closed], a, null],
  ["… closed by Detoil, and something else comes: opened again", [a, whole, closed], ab, REOPEN],
])("%s", (_, history, status, changes) => {
  const issue = issueAfter(...history);
  const actions = planned([issue], status);
  if (changes === null) {
    expect(actions).toEqual([]);
    return;
  }
  const [action] = actions;
  const title = "title" in changes ? { title: issue.title } : {};
  const body = action?.action === "update-issue" && action.body !== undefined ? { body: action.body } : {};
  expect(actions).toEqual([
    {
      action: "update-issue",
      number: 4,
      ...changes,
      ...body,
      ...("body" in body ? { expects: { body: issue.body, ...title } } : {}),
      because: status.because,
    },
  ]);
  // Once it is written, nothing follows.
  expect(
    planned(
      actions.map((each) => written(issue, each)),
      status,
    ),
  ).toEqual([]);
});

test("the first report creates it, where the repository has issues", () => {
  expect(planned([], ab)).toMatchObject([
    { action: "create-issue", ref: KEY, identity: "issue/note", title: "2 missing" },
  ]);
  expect(planned([], over)).toEqual([]);
  expect(planStatusIssue(KEY, { issues: [], hasIssues: false }, a)).toEqual([]);
  expect(planStatusIssue(KEY, { issues: [issueAfter(a)], hasIssues: false }, over)).toEqual([]);
});

test("what people wrote around Detoil's text stays, byte for byte", () => {
  const issue = issueAfter(a, (one) => ({ ...one, body: `Ours: see #7.\r\n\r\n${one.body}\r\n\r\n— the team` }));
  for (const status of [ab, over]) {
    const [update] = planned([issue], status);
    const body = update?.body ?? "";
    expect(body.startsWith("Ours: see #7.\r\n\r\n<!-- detoil:note")).toBe(true);
    expect(body.endsWith("<!-- /detoil:note -->\r\n\r\n— the team")).toBe(true);
    expect(managedBlock.find(body, KEY)?.content).toBe(status.content);
  }
});

test("nothing is left over of a text that an older version had to itself", () => {
  const [update] = planned([whole(issueAfter(a))], over);
  expect(managedBlock.find(update?.body ?? "", KEY)).toMatchObject({ before: "", content: over.content, after: "" });
});

test("where a person deleted the end marker, what they wrote behind it stays", () => {
  const end = "<!-- /detoil:note -->";
  const issue = issueAfter(a, (one) => ({ ...one, body: one.body.replace(end, "\nOurs: see #7.") }));
  const [update] = planned([issue], over);
  expect(update?.body).toContain("Ours: see #7.");
});

test("an open one goes before closed ones, a later one before earlier ones", () => {
  const issue = issueAfter(a);
  const numbered = (number: number, open: boolean) => ({ ...issue, number, open });
  const numbersOf = (issues: readonly OwnIssue[]) =>
    planned(issues, over).map((action) => (action.action === "update-issue" ? action.number : null));
  expect(numbersOf([numbered(9, false), numbered(4, true), numbered(6, true)])).toEqual([6]);
  expect(numbersOf([numbered(4, false), numbered(9, false)])).toEqual([9]);
});

test("what the marker stores besides is read again, and waits are kept", () => {
  const issue = issueAfter({ ...a, data: { refused: { a: 1 } } });
  expect(statusData(KEY, [issue])).toMatchObject({ subjects: ["a"], refused: { a: 1 } });
  expect(statusData(KEY, [])).toEqual({});
  const after = [{ ref: "release" }];
  expect(planStatusIssue(KEY, { issues: [issue], hasIssues: true }, over, after)).toMatchObject([{ after }]);
});
