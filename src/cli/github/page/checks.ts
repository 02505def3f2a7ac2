import type { SimCheckRun, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { checkIcon, outcome } from "./check-icon.ts";
import { layout, nothing } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { paths } from "./paths.ts";
import { shortSha } from "./pieces.ts";
import { when } from "./times.ts";

/** Every check run and status of a repository, by commit, newest first. */
export function checks(state: SimState, repo: SimRepo): Html {
  const runs = [...repo.check_runs.values()].reverse();
  const shas = [...new Set([...runs.map(({ sha }) => sha), ...repo.statuses.map(({ sha }) => sha).reverse()])];
  return layout(state, {
    title: `Checks · ${repo.name}`,
    repo,
    tab: "checks",
    content:
      shas.length === 0
        ? nothing("No checks yet.")
        : shas.map((sha) =>
            commitChecks(
              repo,
              sha,
              runs.filter((run) => run.sha === sha),
            ),
          ),
  });
}

function commitChecks(repo: SimRepo, sha: string, runs: readonly SimCheckRun[]): Html {
  const message = repo.commits.get(sha)?.message.split("\n")[0] ?? "";
  return html`<section class="box"><h2>${shortSha(repo, sha)} ${message}</h2><ul class="rows">
${runs.map(
  (run) => html`<li>${checkIcon(run)}<div><a class="title" href="${paths.run(repo, run.id)}">${run.name}</a>
<p>${run.output.title ?? outcome(run)} · ${run.app}, ${when(run.completed_at ?? run.started_at)}</p></div></li>`,
)}
${statusRows(repo, sha)}</ul></section>`;
}

/** The old kind of check: a commit status. */
function statusRows(repo: SimRepo, sha: string): Html[] {
  return repo.statuses
    .filter((status) => status.sha === sha)
    .map(
      ({ state, context, description, at }) =>
        html`<li>${checkIcon({ status: "completed", conclusion: state })}<div><b class="title">${context}</b><p>${description ?? state}, ${when(at)}</p></div></li>`,
    );
}

/** The checks under a conversation: each opens to what it says. */
export function checkBox(repo: SimRepo, runs: readonly SimCheckRun[], sha: string): Html | null {
  const statuses = statusRows(repo, sha);
  if (runs.length + statuses.length === 0) return null;
  return html`<section class="box checks" id="checks"><h2>Checks on ${shortSha(repo, sha)}</h2>
${runs.map(
  (
    run,
  ) => html`<details><summary>${checkIcon(run)}<b>${run.name}</b><span>${run.output.title ?? outcome(run)}</span></summary>
<div class="output">${run.output.summary === null ? null : markdown(run.output.summary, repo)}
<p><a href="${paths.run(repo, run.id)}">Details${run.output.annotations.length === 0 ? "" : ` and ${run.output.annotations.length} on the lines of files`}</a></p></div></details>`,
)}
${statuses.length === 0 ? null : html`<ul class="rows">${statuses}</ul>`}</section>`;
}
