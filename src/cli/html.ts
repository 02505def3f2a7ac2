/** Text that is HTML already. Made by `html`, by the Markdown sanitizer, by a chart, and by nothing that a person wrote. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template may contain: text is escaped, `Html` is not, lists are joined, null is omitted. */
export type Part = string | number | Html | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML in which every value is escaped, so that a hostile title stays text; attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const [first = "", ...rest] = strings;
  return new Html(rest.reduce((text, string, index) => text + written(parts[index]) + string, first));
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
