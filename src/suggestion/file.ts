import { stringify } from "yaml";
import type { Part } from "./suggest.ts";

/** The suggested sre.yml; why each part is there is the comment above it. `head`: comments above all. */
export function suggestedFile(parts: readonly Part[], head: readonly string[] = []): string {
  const blocks = parts.map(({ key, value, why }) => {
    const yaml = stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    return why === null ? yaml : `\n# ${why}\n${yaml}`;
  });
  return `${[...head.map((line) => `# ${line}`), ...blocks].join("\n").trimStart()}\n`;
}
