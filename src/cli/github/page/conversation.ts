import type { SimIssue, SimPull, SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { checksOf } from "./check-icon.ts";
import { checkBox } from "./checks.ts";
import { layout } from "./layout.ts";
import { paths } from "./paths.ts";
import { counted, isPull, statePill, titleText } from "./pieces.ts";
import { sidebar } from "./sidebar.ts";
import { commitList, textBox, timeline } from "./timeline.ts";

/** A pull request or an issue with everything that was said and done in it. */
export function conversation(state: SimState, repo: SimRepo, item: SimIssue | SimPull): Html {
  return layout(state, {
    title: `${item.title} · ${repo.name}#${item.number}`,
    repo,
    tab: isPull(item) ? "pulls" : "issues",
    content: html`<div class="heading"><h2>${titleText(item.title)} <span>#${item.number}</span></h2>
<p>${statePill(item)} ${isPull(item) ? intention(repo, item) : counted(item.comments.length, "comment")}</p></div>
<div class="columns"><div>
${textBox(state, repo, { user: item.user, body: item.body, at: item.created_at, edited_at: null, verb: "opened this", anchor: "body", reactions: [] })}
${timeline(state, repo, item)}
${isPull(item) ? [checkBox(repo, checksOf(repo, item.head_sha), item.head_sha), commitList(repo, item.commits)] : null}
</div>${sidebar(state, repo, item)}</div>`,
  });
}

/** `main ← develop`, with what it brings. */
function intention(repo: SimRepo, pull: SimPull): Html {
  const foreign = pull.head_repo !== repo.name ? `${pull.head_repo ?? "unknown repository"}:` : "";
  return html`<span class="branches"><code>${pull.base}</code> ← <code>${foreign}${pull.head}</code></span>
<a href="${paths.compare(repo, pull.base_sha, pull.head_sha)}">${counted(pull.commits.length, "commit")}</a>`;
}
