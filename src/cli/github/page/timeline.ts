import type { SimIssue, SimPull, SimRepo, SimState, Time } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { faceOf } from "./faces.ts";
import { type IconName, icon } from "./icons.ts";
import { markdown } from "./markdown.ts";
import { avatar, person } from "./people.ts";
import { counted, isPull, labelPill, shortSha } from "./pieces.ts";
import { when } from "./times.ts";

interface Entry {
  readonly at: Time;
  readonly shown: Html;
}

/** What happened in a conversation after its first text, in order. */
export function timeline(state: SimState, repo: SimRepo, item: SimIssue | SimPull): Html {
  const entries: Entry[] = [
    ...item.labels.map((label) =>
      event(label.at, "label", "quiet", [
        label.by === null ? "Label" : html`${person(state, label.by)} added`,
        html` ${labelPill(repo, label)}`,
      ]),
    ),
    ...(isPull(item) ? pullEntries(state, repo, item) : []),
  ];
  if (item.closed_at !== null && item.state === "closed") {
    const [name, tone]: readonly [IconName, string] = isPull(item) ? ["closed", "closed"] : ["done", "merged"];
    entries.push(event(item.closed_at, name, tone, [person(state, item.closed_by), " closed this"]));
  }
  // A comment in the same second as an event is about that event.
  entries.push(
    ...item.comments.map((comment) => ({
      at: comment.created_at,
      shown: textBox(state, repo, {
        ...comment,
        at: comment.created_at,
        verb: "commented",
        anchor: `issuecomment-${comment.id}`,
      }),
    })),
  );
  entries.sort((a, b) => a.at.localeCompare(b.at));
  return html`<ol class="timeline">${entries.map(({ shown }) => html`<li>${shown}</li>`)}</ol>`;
}

function pullEntries(state: SimState, repo: SimRepo, pull: SimPull): Entry[] {
  const entries = pull.reviews.map((review): Entry => {
    const [name, tone, verb] = reviewed[review.state];
    if (review.body === "") return event(review.at, name, tone, [person(state, review.user), ` ${verb}`]);
    return {
      at: review.at,
      shown: textBox(state, repo, { ...review, verb, anchor: `review-${review.id}`, edited_at: null, reactions: [] }),
    };
  });
  if (pull.merged_at !== null) {
    const how =
      pull.merge_method === "squash"
        ? "squashed and merged"
        : pull.merge_method === "rebase"
          ? "rebased and merged"
          : "merged";
    const as = pull.merge_commit_sha === null ? null : html` as ${shortSha(repo, pull.merge_commit_sha)}`;
    entries.push(
      event(pull.merged_at, "merged", "merged", [
        person(state, pull.merged_by),
        ` ${how} this into `,
        html`<code>${pull.base}</code>`,
        as,
      ]),
    );
  }
  return entries;
}

const reviewed: Readonly<Record<SimPull["reviews"][number]["state"], readonly [IconName, string, string]>> = {
  APPROVED: ["success", "open", "approved these changes"],
  CHANGES_REQUESTED: ["failure", "closed", "requested changes"],
  COMMENTED: ["eye", "quiet", "reviewed"],
  DISMISSED: ["eye", "quiet", "had a review dismissed"],
  PENDING: ["eye", "quiet", "started a review"],
};

function event(at: Time, name: IconName, tone: string, words: readonly (Html | string | null)[]): Entry {
  return {
    at,
    shown: html`<div class="event"><span class="tone-${tone}">${icon(name)}</span><p>${words} ${when(at)}</p></div>`,
  };
}

interface Text {
  readonly user: string | null;
  readonly body: string;
  readonly at: Time;
  readonly edited_at: Time | null;
  readonly verb: string;
  readonly anchor: string;
  readonly reactions: readonly { readonly user: string; readonly content: string }[];
}

/** A text in a box with its author; "Source" shows the Markdown, with the markers that GitHub hides. */
export function textBox(state: SimState, repo: SimRepo, text: Text): Html {
  return html`<article class="text" id="${text.anchor}">${avatar(state, text.user)}<div class="frame">
<header>${person(state, text.user)} <span>${text.verb} ${when(text.at)}${text.edited_at === null ? null : " · edited"}</span></header>
${text.body.trim() === "" ? html`<p class="nothing">No description provided.</p>` : markdown(text.body, repo)}
${text.reactions.length === 0 ? null : html`<p class="reactions">${reactions(text.reactions)}</p>`}
${text.body.trim() === "" ? null : html`<details class="source"><summary>Source</summary><pre>${text.body}</pre></details>`}</div></article>`;
}

function reactions(given: Text["reactions"]): Html[] {
  const counts = Map.groupBy(given, ({ content }) => content);
  return [...counts].map(
    ([content, by]) =>
      html`<span title="${by.map(({ user }) => user).join(", ")}">${faceOf(content)} ${by.length}</span>`,
  );
}

/** "added 3 commits" with their list. */
export function commitList(
  repo: SimRepo,
  shas: readonly string[],
  title = counted(shas.length, "commit"),
): Html | null {
  if (shas.length === 0) return null;
  return html`<details class="box commits" id="commits"><summary>${icon("commit")}${title}</summary><ul class="rows">${shas.map(
    (sha) => {
      const commit = repo.commits.get(sha);
      return html`<li><div><span class="title">${commit?.message.split("\n")[0] ?? "unknown commit"}</span><p>${commit?.author ?? "unknown"}${commit === undefined ? null : html`, ${when(commit.committed_at)}`}</p></div>${shortSha(repo, sha)}</li>`;
    },
  )}</ul></details>`;
}
