import { contentAt } from "../../../../simulator/git/content.ts";
import type { SimAnnotation, SimCheckRun, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { checkIcon, outcome } from "./check-icon.ts";
import { layout } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { paths } from "./paths.ts";
import { shortSha, webLink } from "./pieces.ts";
import { when } from "./times.ts";

/** Lines shown before and after an annotated one. */
const context = 3;

/** One check run: what it says, and its annotations on the lines that they are about. */
export function checkRun(state: SimState, repo: SimRepo, run: SimCheckRun): Html {
  const { title, summary, text, annotations } = run.output;
  const files = [...new Set(annotations.map(({ path }) => path))];
  const link = webLink(run.details_url);
  return layout(state, {
    title: `${run.name} · ${repo.name}`,
    repo,
    tab: "checks",
    content: html`<article class="run">
<h2>${checkIcon(run)} ${run.name}</h2>
<p class="under">${outcome(run)} · ${run.app} on ${shortSha(repo, run.sha)}, ${when(run.completed_at ?? run.started_at)}${link === null ? null : html` · <a href="${link}" rel="noopener">details</a>`}</p>
<section class="box output"><h2>${title ?? outcome(run)}</h2>
${summary === null ? null : markdown(summary, repo)}${text === null ? null : html`<hr>${markdown(text, repo)}`}
${summary === null ? null : html`<details class="source"><summary>Source</summary><pre>${summary}${text === null ? "" : `\n\n${text}`}</pre></details>`}</section>
${files.map((path) =>
  annotatedFile(
    repo,
    run.sha,
    path,
    annotations.filter((annotation) => annotation.path === path),
  ),
)}
</article>`,
  });
}

function annotatedFile(repo: SimRepo, sha: string, path: string, annotations: readonly SimAnnotation[]): Html {
  const lines = contentAt(repo, sha, path)?.split("\n") ?? [];
  const shown = new Set<number>();
  for (const { start_line, end_line } of annotations) {
    for (let line = start_line - context; line <= end_line + context; line++)
      if (line >= 1 && line <= lines.length) shown.add(line);
  }
  const beyond = annotations.filter(({ end_line }) => end_line > lines.length);
  const numbers = [...shown].sort((a, b) => a - b);
  return html`<section class="box file"><h2><a href="${paths.file(repo, sha, path)}">${path}</a></h2>
<table class="lines"><tbody>${numbers.map((number, index) => [
    index > 0 && numbers[index - 1] !== number - 1 ? html`<tr class="gap"><td>⋯</td><td></td></tr>` : null,
    line(number, lines[number - 1] ?? "", annotations),
  ])}</tbody></table>${beyond.map(note)}</section>`;
}

function line(number: number, text: string, annotations: readonly SimAnnotation[]): Html {
  const here = annotations.filter(({ end_line }) => end_line === number);
  const touched = annotations.find(({ start_line, end_line }) => start_line <= number && number <= end_line);
  return html`<tr${touched === undefined ? null : html` class="touched ${touched.annotation_level}"`}><td>${number}</td><td><code>${marked(text, number, touched)}</code></td></tr>
${here.length === 0 ? null : html`<tr><td></td><td>${here.map(note)}</td></tr>`}`;
}

/** The columns that the annotation names are underlined; they count only where it stays on one line, and the last one counts. */
function marked(text: string, number: number, annotation: SimAnnotation | undefined): Html {
  if (annotation === undefined || annotation.start_column === null || annotation.start_line !== annotation.end_line)
    return html`${text}`;
  const from = annotation.start_column - 1;
  const to = Math.max(annotation.end_column ?? text.length, from + 1);
  return number === annotation.start_line
    ? html`${text.slice(0, from)}<u>${text.slice(from, to)}</u>${text.slice(to)}`
    : html`${text}`;
}

function note({ annotation_level, title, message }: SimAnnotation): Html {
  return html`<div class="note ${annotation_level}"><b>${title ?? annotation_level}</b><p>${message}</p></div>`;
}
