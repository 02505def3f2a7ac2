import { LONGEST_TITLE } from "../github-limits.ts";
import { escapeText } from "./escape.ts";
import { cut } from "./length.ts";
import { withoutMarkers } from "./marker.ts";
import { plain } from "./plain.ts";
import { type TemplateProblem, type Token, tokensOf } from "./template-tokens.ts";

/** There is no value: what is shown in its place. */
export interface Absent {
  readonly absent: string;
}

/** The values of a template's names; a dotted name is one key: `"milestone.title"`. */
export type TemplateValues = Readonly<Record<string, string | number | Absent>>;

/** Renders a Markdown template: every value is inert text, even in `{{{three}}}` and `{{&this}}`. Throws on what `templateProblem` finds. */
export function render(template: string, values: TemplateValues): string {
  return withoutMarkers(filled(template, values, escapeText));
}

/** Renders a title template, where Markdown has no meaning: values as they are, one line, as long as GitHub takes. */
export function renderTitle(template: string, values: TemplateValues): string {
  return cut(plain(filled(template, values, plain)), LONGEST_TITLE);
}

/**
 * Renders a template that was not validated with the known values; what is unknown stays as written, and the first such tag is
 * returned. A template with a problem of its own is left unchanged.
 */
export function renderKnown(
  template: string,
  values: TemplateValues,
  kind: "title" | "text",
): { text: string; unknown: string | null } {
  const tokens = tokensOf(template);
  const problem = templateProblem(template, Object.keys(values));
  const text = "kind" in tokens ? template : written(tokens, values, kind === "title" ? plain : escapeText);
  return {
    text: kind === "title" ? cut(plain(text), LONGEST_TITLE) : withoutMarkers(text),
    unknown: problem?.tag ?? null,
  };
}

/** What is wrong with a template; null if it only uses allowed names. */
export function templateProblem(template: string, allowedNames: readonly string[]): TemplateProblem | null {
  const tokens = tokensOf(template);
  if ("kind" in tokens) return tokens;
  const unknown = tokens.find(
    (token) => (token.kind === "value" || token.kind === "open") && !allowedNames.includes(token.name),
  );
  if (unknown === undefined || !("name" in unknown)) return null;
  return { kind: "unknown-name", tag: unknown.kind === "open" ? unknown.source.trim() : braced(unknown.name) };
}

function filled(template: string, values: TemplateValues, inert: (text: string) => string): string {
  const problem = templateProblem(template, Object.keys(values));
  const tokens = tokensOf(template);
  if (problem !== null || "kind" in tokens) throw new Error(`${problem?.kind}: ${problem?.tag}`);
  return written(tokens, values, inert);
}

/** Known names are filled in, known sections kept or left out; nothing is looked up beyond the values. */
function written(tokens: readonly Token[], values: TemplateValues, inert: (text: string) => string): string {
  const parts: string[] = [];
  /** A section with an unknown name stays as written up to here. */
  let verbatim = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (at <= verbatim || token.kind === "text") parts.push(token.source);
    else if (token.kind === "value" || token.kind === "open") {
      const value = Object.hasOwn(values, token.name) ? values[token.name] : undefined;
      if (token.kind === "value") parts.push(value === undefined ? braced(token.name) : inert(shown(value)));
      else if (value === undefined) {
        parts.push(token.source);
        verbatim = token.end;
      } else if (isThere(value) === token.inverted) at = token.end;
    }
  }
  return parts.join("");
}

function shown(value: string | number | Absent): string {
  return typeof value === "object" ? value.absent : String(value);
}

/** Mustache's falsy values: nothing, an empty text, 0. */
function isThere(value: string | number | Absent): boolean {
  return typeof value !== "object" && value !== "" && value !== 0;
}

function braced(name: string): string {
  return `{{${name}}}`;
}
