import { LONGEST_TITLE } from "../github-limits.ts";
import { escapeText } from "./escape.ts";
import { cut } from "./length.ts";
import { withoutMarkers } from "./marker.ts";
import { plain } from "./plain.ts";

/** The values of a template's names; a dotted name is one key: `"milestone.title"`. */
export type TemplateValues = Readonly<Record<string, string | number>>;

/** Renders a Markdown template: every value is inert text, even in `{{{three}}}` and `{{&this}}`. Throws on what `templateProblem` finds. */
export function render(template: string, values: TemplateValues): string {
  return withoutMarkers(filled(template, values, escapeText));
}

/** Renders a title template, where Markdown has no meaning: values as they are, one line, as long as GitHub takes. */
export function renderTitle(template: string, values: TemplateValues): string {
  return cut(plain(filled(template, values, plain)), LONGEST_TITLE);
}

/**
 * Renders a template that was not validated with the known values; the rest stays as written, and the first unknown name is
 * returned. A template that does more than fill in values is left unchanged.
 */
export function renderKnown(
  template: string,
  values: TemplateValues,
  kind: "title" | "text",
): { text: string; unknown: string | null } {
  const tokens = parsed(template);
  const odd = typeof tokens === "string" ? "{{" : tokens.find((token) => token.kind === "other")?.text;
  const isKnown = (name: string) => Object.hasOwn(values, name);
  const known = typeof tokens === "string" || odd !== undefined ? [{ kind: "text" as const, text: template }] : tokens;
  const names = known.flatMap((token) => (token.kind === "name" && !isKnown(token.text) ? [braced(token.text)] : []));
  const inert = kind === "title" ? plain : escapeText;
  const text = known
    .map((token) => {
      if (token.kind !== "name") return token.text;
      return isKnown(token.text) ? inert(String(values[token.text])) : braced(token.text);
    })
    .join("");
  return {
    text: kind === "title" ? cut(plain(text), LONGEST_TITLE) : withoutMarkers(text),
    unknown: odd ?? names[0] ?? null,
  };
}

/** What is wrong with a template, in one sentence; null if it only uses allowed names. */
export function templateProblem(template: string, allowedNames: readonly string[]): string | null {
  const tokens = parsed(template);
  if (typeof tokens === "string") return tokens;
  for (const token of tokens) {
    if (token.kind === "other")
      return `${token.text} does more than fill in a value. Use only names in double braces, such as ${example(allowedNames)}.`;
    if (token.kind === "name" && !allowedNames.includes(token.text)) {
      const remedy =
        allowedNames.length === 0 ? "Nothing can be filled in here" : `Use ${allowedNames.map(braced).join(" ")}`;
      return `${braced(token.text)} is not known here. ${remedy}.`;
    }
  }
  return null;
}

type Token = { readonly kind: "text" | "name" | "other"; readonly text: string };

function filled(template: string, values: TemplateValues, inert: (text: string) => string): string {
  const problem = templateProblem(template, Object.keys(values));
  const tokens = parsed(template);
  if (problem !== null || typeof tokens === "string") throw new Error(problem ?? String(tokens));
  return tokens.map(({ kind, text }) => (kind === "name" ? inert(String(values[text])) : text)).join("");
}

/** Mustache's signs for more than a value: sections, partials, other delimiters. */
const SIGNS = "#^/>=";

/**
 * Parses the tags of Mustache that only fill in values. Mustache's own parser takes quadratic time for blanks within a tag,
 * and a fork may send any template. This also guarantees that nothing is inserted raw or looked up beyond the values.
 */
function parsed(template: string): Token[] | string {
  const tokens: Token[] = [];
  let at = 0;
  for (let open = template.indexOf("{{"); open !== -1; open = template.indexOf("{{", at)) {
    if (open > at) tokens.push({ kind: "text", text: template.slice(at, open) });
    const isTriple = template.startsWith("{{{", open);
    const closing = isTriple ? "}}}" : "}}";
    const from = open + closing.length;
    const close = template.indexOf(closing, from);
    if (close === -1) return "The template cannot be read (unclosed tag). Write names as {{name}}.";
    at = close + closing.length;
    const content = template.slice(from, close).trim();
    const sign = isTriple ? "" : content.slice(0, 1);
    if (sign === "!") continue;
    if (sign !== "" && SIGNS.includes(sign)) tokens.push({ kind: "other", text: template.slice(open, at) });
    else tokens.push({ kind: "name", text: sign === "&" ? content.slice(1).trim() : content });
  }
  return at < template.length ? [...tokens, { kind: "text", text: template.slice(at) }] : tokens;
}

function braced(name: string): string {
  return `{{${name}}}`;
}

function example(names: readonly string[]): string {
  return braced(names[0] ?? "name");
}
