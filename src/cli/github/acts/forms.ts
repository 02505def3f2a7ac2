import { atLeast, roleOf } from "../../../../simulator/actions/people.ts";
import { contentAt } from "../../../../simulator/git/content.ts";
import { resolveRef } from "../../../../simulator/git/resolve.ts";
import { presentIssue } from "../../../../simulator/present.ts";
import type { SimIssue, SimPull, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html, type Part } from "../../html.ts";
import { isPull } from "../page/pieces.ts";

/** Where forms are sent to. */
export const ACT = "/_act";

/** What people can do on a page, below its content; null: nothing. `rest`: the path behind `owner/name`. */
export function formsFor(state: SimState, repo: SimRepo, rest: readonly string[]): Html | null {
  const [room = "", number] = rest;
  const form = formIn(state, repo);
  if (room === "pulls") return newPull(form, repo);
  if (room === "issues" && number === undefined) return newIssue(form);
  if (room === "milestones") return newMilestone(form);
  const item = repo.pulls.get(Number(number)) ?? presentIssue(repo, Number(number));
  if (item === null || (room !== "pull" && room !== "issues")) return null;
  return html`${isPull(item) && item.state === "open" ? mergePull(form, item) : null}${talk(form, repo, item)}`;
}

type FormOf = (title: string, action: string, fields: Part, button: string, tone?: "quiet") => Html;

/** Each form asks who does it: nobody signs in here. */
function formIn(state: SimState, repo: SimRepo): FormOf {
  const people = peopleOf(state, repo);
  return (title, action, fields, button, tone) =>
    html`<section class="box act"><h2>${title}</h2><form class="output" method="post" action="${ACT}">
<input type="hidden" name="repo" value="${repo.name}"><input type="hidden" name="action" value="${action}">${fields}
<p><button${tone === undefined ? null : html` class="${tone}"`}>${button}</button> <label class="none">as <select name="as">${people.map((login) => html`<option>${login}</option>`)}</select></label></p></form></section>`;
}

/** Who may write first. */
function peopleOf(state: SimState, repo: SimRepo): string[] {
  const people = [...state.users.values()].filter(({ type, deleted }) => type === "User" && !deleted);
  const logins = people.map(({ login }) => login).filter((login) => roleOf(state, repo, login) !== null);
  const may = (login: string) => (atLeast(roleOf(state, repo, login), "write") ? 0 : 1);
  const owner = repo.name.split("/")[0] ?? "";
  return logins.length === 0 ? [owner] : logins.sort((a, b) => may(a) - may(b));
}

const hidden = (item: SimIssue | SimPull) => html`<input type="hidden" name="number" value="${item.number}">`;

const newPull = (form: FormOf, { default_branch }: SimRepo) =>
  form(
    "New pull request",
    "new-pull",
    html`<p><input name="title" aria-label="Title" placeholder="Title" required> <span class="none">into <code>${default_branch}</code>, with one new file</span></p>`,
    "Create pull request",
  );

const newIssue = (form: FormOf) =>
  form(
    "New issue",
    "open-issue",
    html`<p><input name="title" aria-label="Title" placeholder="Title" required></p><p><textarea name="body" aria-label="Text" rows="3"></textarea></p>`,
    "Create",
  );

const newMilestone = (form: FormOf) =>
  form(
    "New milestone",
    "create-milestone",
    html`<p><input name="title" aria-label="Title" placeholder="Title" required> <label>due on <input name="due_on" type="date"></label></p>`,
    "Create milestone",
  );

const mergePull = (form: FormOf, pull: SimPull) =>
  form(
    `Merge into ${pull.base}`,
    "merge-pull",
    html`${hidden(pull)}<p><label>by <select name="merge_method"><option value="merge">Create a merge commit</option><option value="squash">Squash and merge</option><option value="rebase">Rebase and merge</option></select></label></p>`,
    "Merge pull request",
  );

function talk(form: FormOf, repo: SimRepo, item: SimIssue | SimPull): Html {
  const word = isPull(item) ? "pull request" : "issue";
  const labels = [...repo.labels.keys()].filter((name) => item.labels.every((label) => label.name !== name));
  return html`${form("Add a comment", "comment", html`${hidden(item)}<p><textarea name="body" aria-label="Comment" rows="3" placeholder="/sre help" required></textarea></p>`, "Comment")}
${labels.length === 0 ? null : form("Labels", "label", html`${hidden(item)}<p><select name="label" aria-label="Label">${labels.map((name) => html`<option>${name}</option>`)}</select></p>`, "Add label", "quiet")}
${item.state === "open" ? form(`Close ${word}`, "close", hidden(item), `Close ${word}`, "quiet") : null}`;
}

/** GitHub's editor, to which Detoil links: `new/BRANCH?filename=…&value=…` and `edit/BRANCH/PATH`; null: no such branch. */
export function editorFor(
  state: SimState,
  repo: SimRepo,
  rest: readonly string[],
  query: URLSearchParams,
): Html | null {
  const [room, ...name] = rest;
  const length = name.findIndex((_part, at) => resolveRef(repo, name.slice(0, at + 1).join("/")) !== null) + 1;
  if (length === 0) return null;
  const branch = name.slice(0, length).join("/");
  const folder = name.slice(length).join("/");
  const sha = resolveRef(repo, branch) ?? "";
  const path = query.get("filename") ?? folder;
  const value = query.get("value") ?? (room === "edit" ? (contentAt(repo, sha, path) ?? "") : "");
  return formIn(state, repo)(
    `${room === "edit" ? "Edit a file" : "New file"} on ${branch}`,
    "propose-file",
    html`<input type="hidden" name="branch" value="${branch}">
<p><input name="path" value="${path}" aria-label="Path" placeholder=".github/sre.yml" required></p>
<p><textarea name="text" aria-label="Text of the file" rows="20" class="code">${value}</textarea></p>`,
    "Propose changes",
  );
}
