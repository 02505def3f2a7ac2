import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PAGES, signature } from "../../src/markdown/signature.ts";

test("the last line links Detoil to the page that explains the text, and sre.yml if there is one", () => {
  const page = "https://github.com/detoil/detoil/blob/main/docs/release-pr.md";
  expect(signature("release-pr", "ticks stay", "https://x/sre.yml")).toBe(
    `<sub>[Detoil](${page}) · ticks stay · [sre.yml](https://x/sre.yml)</sub>`,
  );
  expect(signature("release-pr", "ticks stay", null)).toBe(`<sub>[Detoil](${page}) · ticks stay</sub>`);
});

test.each(Object.values(PAGES))("docs/%s exists", (address) => {
  const [file, anchor] = address.split("#");
  const headings = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8").match(/^#+ .*/gm) ?? [];
  const anchors = headings.map((line) => line.replace(/^#+ /, "").toLowerCase().replaceAll(" ", "-"));
  expect(anchor === undefined || anchors.includes(anchor)).toBe(true);
});
