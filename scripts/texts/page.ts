import type { Sentence } from "../../src/config/text/sentence.ts";
import type { TextRoom } from "./samples.ts";

interface Chapter {
  readonly title: Sentence;
  readonly rooms: readonly TextRoom[];
}

/** docs/texts.md: every text that people read on GitHub, in both languages, with sample values filled in. */
export function textsPage(chapters: readonly Chapter[]): string {
  const sections = chapters.map(({ title, rooms }) =>
    [`## ${title.en} · ${title.ja}`, ...rooms.map((room) => roomOf(room))].join("\n\n"),
  );
  return `${[HEAD, ...sections].join("\n\n")}\n`;
}

const HEAD = `# Texts

Everything that Detoil writes on GitHub, with sample values, in the two languages of \`language\` in sre.yml. Generated from \`src\` by
\`npm run generate\`; a name is that of the text in its file.`;

function roomOf({ seen, file, rows }: TextRoom): string {
  const lines = rows.map(({ name, en, ja }) => `| \`${name}\` | ${cell(en)} | ${cell(ja)} |`);
  return [
    `### ${seen}`,
    `\`src/${file}\``,
    ["| text | English | 日本語 |", "| --- | --- | --- |", ...lines].join("\n"),
  ].join("\n\n");
}

/** Within one cell of a table; the parts keep their own Markdown. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}
