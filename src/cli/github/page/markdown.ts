import { Marked, type TokenizerAndRendererExtension, type Tokens } from "marked";
import sanitize, { type IOptions } from "sanitize-html";
import { isPresent } from "../../../../simulator/present.ts";
import type { SimRepo } from "../../../../simulator/state.ts";
import { Html, html } from "../../html.ts";
import { barChart } from "./bar-chart.ts";
import { paths } from "./paths.ts";
import { isPull, stateIcon, titleText } from "./pieces.ts";

/**
 * GitHub's Markdown as GitHub shows it: line breaks count, boxes are ticked, `#12`, commits and people are links, comments are
 * hidden, and what could run is taken out. A reference at the start of a list item unfolds to its title, as it does there
 * since 2021 (x-motemen/git-pr-release#65).
 */
export function markdown(text: string, repo: SimRepo): Html {
  const marked = new Marked({
    gfm: true,
    breaks: true,
    extensions: [reference(repo), commit(repo), mention],
    renderer: { code },
  });
  marked.use({
    walkTokens: (token) => {
      if (token.type === "list_item") unfold(token as Tokens.ListItem);
    },
  });
  const markup = marked.parse(text, { async: false });
  return new Html(`<div class="markdown-body">${sanitize(markup, allowed)}</div>`);
}

function reference(repo: SimRepo): TokenizerAndRendererExtension {
  return {
    name: "reference",
    level: "inline",
    start: (source) => /(?<![\w&/#])#\d/.exec(source)?.index,
    tokenizer(source) {
      const match = /^#(\d{1,9})\b/.exec(source);
      return match === null
        ? undefined
        : { type: "reference", raw: match[0], number: Number(match[1]), unfolded: false };
    },
    renderer(token) {
      const number = Number(token.number);
      const item = repo.pulls.get(number) ?? repo.issues.get(number);
      if (item === undefined || !isPresent(item)) return html`${token.raw}`.text;
      const path = isPull(item) ? paths.pull(repo, number) : paths.issue(repo, number);
      if (!token.unfolded) return html`<a href="${path}" title="${item.title}">${token.raw}</a>`.text;
      return html`${stateIcon(item)} <a class="unfolded" href="${path}">${titleText(item.title)} <span>${token.raw}</span></a>`
        .text;
    },
  };
}

function commit(repo: SimRepo): TokenizerAndRendererExtension {
  return {
    name: "commit",
    level: "inline",
    start: (source) => /\b[0-9a-f]{40}\b/.exec(source)?.index,
    tokenizer(source) {
      const match = /^[0-9a-f]{40}\b/.exec(source);
      return match === null || !repo.commits.has(match[0]) ? undefined : { type: "commit", raw: match[0] };
    },
    renderer: ({ raw }) => html`<a class="sha" href="${paths.commit(repo, raw)}">${raw.slice(0, 7)}</a>`.text,
  };
}

const mention: TokenizerAndRendererExtension = {
  name: "mention",
  level: "inline",
  start: (source) => /(?<![\w`/.])@[a-z\d]/i.exec(source)?.index,
  tokenizer(source) {
    const match = /^@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\/[\w.-]+)?/i.exec(source);
    return match === null ? undefined : { type: "mention", raw: match[0] };
  },
  renderer: ({ raw }) => html`<b class="mention">${raw}</b>`.text,
};

/** The first thing in a list item, after its box: a reference there is shown with state and title. */
function unfold(item: Tokens.ListItem): void {
  const text = item.tokens.find(({ type }) => type === "text" || type === "paragraph") as Tokens.Text | undefined;
  const first = text?.tokens?.find(({ type, raw }) => type !== "checkbox" && raw.trim() !== "");
  if (first?.type === "reference") Object.assign(first, { unfolded: true });
}

/** Fenced code. Detoil's own diagrams are drawn; others are shown as source, because a renderer would be larger than Detoil. */
function code({ text, lang }: Tokens.Code): string {
  const language = (lang ?? "").split(/\s/)[0] ?? "";
  if (language !== "mermaid") return html`<pre><code>${text}</code></pre>`.text;
  return (
    barChart(text)?.text ??
    html`<figure class="diagram"><figcaption>Diagram (Mermaid), drawn on GitHub</figcaption><pre><code>${text}</code></pre></figure>`
      .text
  );
}

const drawing = ["svg", "path", "circle", "rect", "text"];
const allowed: IOptions = {
  allowedTags: [
    ..."a abbr b blockquote br code dd del details div dl dt em figure figcaption h1 h2 h3 h4 h5 h6 hr i img input ins kbd li ol p pre".split(
      " ",
    ),
    ..."s samp span strong sub summary sup table tbody td th thead tr tt ul".split(" "),
    ...drawing,
  ],
  allowedAttributes: {
    a: ["href", "title", "class", "rel"],
    details: ["open"],
    input: [{ name: "type", values: ["checkbox"] }, "checked", "disabled"],
    ol: ["start"],
    svg: ["class", "viewbox", "width", "height", "role", "aria-label", "aria-hidden"],
    path: ["d", "class"],
    rect: ["x", "y", "width", "height", "fill"],
    text: ["x", "y", "text-anchor"],
    circle: ["cx", "cy", "r", "fill"],
    th: ["align"],
    td: ["align"],
    "*": ["title", "class"],
  },
  allowedClasses: {
    a: ["unfolded", "sha"],
    b: ["mention"],
    figure: ["diagram"],
    span: ["tone-*"],
    svg: ["icon", "chart"],
    path: ["cut", "axis"],
    "*": [],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, attribs }) => tag === "input" && attribs.type !== "checkbox",
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "nofollow noopener" } }),
    // External pictures would reveal who reads this page; their text is enough.
    img: (_tag, { alt }) => ({ tagName: "span", attribs: {}, text: `[image: ${alt ?? ""}]` }),
    input: (tagName, attribs) => ({ tagName, attribs: { ...attribs, disabled: "" } }),
  },
};
