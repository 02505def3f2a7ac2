/** The name in `[name](url)`, `` `name` `` or `name (…)`; null: there is none. */
export function packageName(markdown: string): string | null {
  const text = markdown.replaceAll("&#8203;", "").replaceAll("\u200B", "").replaceAll("`", "").trim();
  const end = text.indexOf("](");
  const name = text.startsWith("[") && end !== -1 ? text.slice(1, end) : (text.split(" ", 1)[0] ?? "");
  return name === "" || name === "→" ? null : name;
}
