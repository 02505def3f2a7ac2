import { plain } from "./plain.ts";

// People's text must look the same when rendered, and have no effect. Three kinds of syntax need three remedies:
//
// 1. Markdown itself (emphasis, links, HTML, comments, lists): backslashes, and entities for < > & |. Entities rather than
//    backslashes for those, because markers are also searched for in the raw text, where `\<!--` would still contain a
//    `<!--`, and because table cells parse `\|` before anything else.
// 2. What `apply` fills in (`{{ref:…}}`), and what GitHub does to the *rendered* text: mentions, #12, GH-12, owner/repo#12, commit ids, bare addresses. Backslashes
//    do not help: `\@alice` still pings. An invisible zero-width space (U+200B) within the pattern does; Dependabot puts
//    one after an @. It is the character itself, not `&#8203;`, which would contain a `#8203`.
// 3. Mathematics ($x$, $$x$$, $`x`$): GitHub searches for it after Markdown was rendered, so neither backslashes nor
//    entities help. Its documentation ("Writing mathematical expressions") puts a literal dollar sign into a <span>.

const GAP = "\u200B";

/** Text that cannot ping, link, tick, carry a marker or break out; reads the same when rendered. One line. */
export function escapeText(text: string): string {
  return escapeMarkdown(disarm(plain(text)));
}

/** A title as GitHub shows titles: like `escapeText`, but `backticked` parts stay code. One line. */
export function escapeTitle(title: string): string {
  const parts = disarm(plain(title)).split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? span(part) : escapeMarkdown(part, index === 0))).join("");
}

/** An inline code span with any text, on one line. GitHub ignores mentions in code, so names stay copyable. */
export function code(text: string): string {
  return span(plain(text));
}

function span(content: string): string {
  const shown = content
    .replaceAll("<!--", `<${GAP}!--`)
    .replaceAll("-->", `--${GAP}>`)
    .replaceAll("{{ref:", `{{${GAP}ref:`);
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = shown === "" || /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function disarm(text: string): string {
  return text
    .replaceAll("@", `@${GAP}`)
    .replaceAll("{{ref:", `{{${GAP}ref:`)
    .replace(/#(?=\d|$)/g, `#${GAP}`)
    .replace(/\b(gh-)(?=\d)/gi, `$1${GAP}`)
    .replaceAll("://", `:${GAP}//`)
    .replace(/www(?=\.)/gi, `$&${GAP}`)
    .replace(/(?<![0-9A-Za-z_])[0-9a-f]{7,40}(?![0-9A-Za-z_])/gi, (id) => id.replace(/.{6}(?=.)/g, `$&${GAP}`));
}

const REPLACED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&vert;",
  $: "<span>$</span>",
};

function escapeMarkdown(text: string, lineStart = true): string {
  const inner = text
    .replace(/[\\`*_[\]~]/g, "\\$&")
    .replace(/!$/, "\\!")
    .replace(/[&<>|$]/g, (character) => REPLACED[character] ?? character);
  // What would begin a heading, a list, a rule or an underlined title at the start of a line.
  return lineStart ? inner.replace(/^[#+=-]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2") : inner;
}
