import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { signature } from "../../src/markdown/signature.ts";

const SRC = join(import.meta.dirname, "../../src");

test("the last line links Detoil to the page that explains the text, and sre.yml if there is one", () => {
  const page = "https://github.com/detoil/detoil/blob/main/docs/release-pr.md";
  expect(signature("release-pr.md", "ticks stay", "https://x/sre.yml")).toBe(
    `<sub>[Detoil](${page}) · ticks stay · [sre.yml](https://x/sre.yml)</sub>`,
  );
  expect(signature("release-pr.md", "ticks stay", null)).toBe(`<sub>[Detoil](${page}) · ticks stay</sub>`);
});

/** The pages that the sources name. */
function namedPages(): string[] {
  const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const calls = sources.flatMap((path) => [
    ...readFileSync(join(SRC, path), "utf8").matchAll(/\bsignature\(\s*"([^"]*)"/g),
  ]);
  return [...new Set(calls.map(([, page = ""]) => page))];
}

test.each(namedPages())("docs/%s exists", (address) => {
  const [file, anchor] = address.split("#");
  const headings = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8").match(/^#+ .*/gm) ?? [];
  const anchors = headings.map((line) =>
    line.replace(/^#+ /, "").toLowerCase().replaceAll("`", "").replaceAll(" ", "-"),
  );
  expect(anchor === undefined || anchors.includes(anchor)).toBe(true);
});
