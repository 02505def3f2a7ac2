import { parse } from "yaml";
import { withoutMarkers } from "../../../markdown/marker.ts";
import type { Template } from "../facts.ts";

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * An issue template as GitHub reads it: Markdown with `title`, `labels` and `assignees` in front, each a list or words
 * between commas; or a form (`.yml`), which does not have a text. null where the YAML cannot be read (`silent` would
 * accept broken YAML).
 */
export function readTemplate(name: string, text: string): Template | null {
  const isForm = /\.ya?ml$/i.test(name);
  const front = isForm ? null : FRONT_MATTER.exec(text);
  const yaml = isForm ? text : (front?.[1] ?? "");
  let fields: unknown;
  try {
    // A file with an alias bomb is refused like any other that cannot be read.
    fields = parse(yaml, { maxAliasCount: 20, logLevel: "error" });
  } catch {
    return null;
  }
  const { title, labels, assignees } = (typeof fields === "object" && fields !== null ? fields : {}) as Fields;
  return {
    title: typeof title === "string" && title.trim() !== "" ? title.trim() : null,
    body: isForm ? "" : withoutMarkers(text.slice(front?.[0].length ?? 0)).trim(),
    labels: words(labels),
    assignees: words(assignees).map((login) => login.replace(/^@/, "")),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function words(value: unknown): string[] {
  const list = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  return list.map((one) => String(one).trim()).filter((one) => one !== "");
}
