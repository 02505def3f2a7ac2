import type { Sentence } from "../../src/config/text/sentence.ts";
import type { TextRoom } from "./samples.ts";

interface Chapter {
  /** One for both languages where its texts are English only. */
  readonly title: Sentence | string;
  readonly rooms: readonly TextRoom[];
}

/** docs/texts.md: every text that people read, in the languages that it has, with sample values filled in. */
export function textsPage(chapters: readonly Chapter[]): string {
  const sections = chapters.map(({ title, rooms }) =>
    [
      `## ${typeof title === "string" ? title : `${title.en} · ${title.ja}`}`,
      ...rooms.map((room) => roomOf(room)),
    ].join("\n\n"),
  );
  return `${[HEAD, ...sections].join("\n\n")}\n`;
}

const HEAD = `# Texts

Everything that Detoil writes, with sample values: on GitHub in the two languages of \`language\` in sre.yml, for whoever runs it in
English only. Generated from \`src\` by \`npm run generate\`; a name is that of the text in its file.`;

function roomOf({ seen, file, rows }: TextRoom): string {
  const isEnglish = rows.every(({ ja }) => ja === null);
  const head = isEnglish
    ? ["| text | English only |", "| --- | --- |"]
    : ["| text | English | 日本語 |", "| --- | --- | --- |"];
  const lines = rows.map(({ name, en, ja }) => {
    const cells = isEnglish ? [en] : [en, ja ?? ""];
    return `| ${[`\`${name}\``, ...cells.map(cell)].join(" | ")} |`;
  });
  return [`### ${seen}`, `\`src/${file}\``, [...head, ...lines].join("\n")].join("\n\n");
}

/** Within one cell of a table; the parts keep their own Markdown. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}
