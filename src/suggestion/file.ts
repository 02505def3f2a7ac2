import { stringify } from "yaml";
import type { Part } from "./suggest.ts";

/** The suggested sre.yml; why each part is there is the comment above it. `head`: comments above all. */
export function suggestedFile(parts: readonly Part[], head: readonly string[] = []): string {
  const blocks = parts.map(({ key, value, why }) => {
    const yaml = stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    return why === null ? yaml : `\n${commented(why)}\n${yaml}`;
  });
  return `${[...head.map(commented), ...blocks].join("\n").trimStart()}\n`;
}

/** A sentence a line, as the texts have them: a phone shows about forty characters. */
function commented(text: string): string {
  return text
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");
}
