import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { signature } from "../../src/markdown/signature.ts";
import { type Node, nodesIn, sources } from "../architecture/sources.ts";

test("the last line links Detoil to the page that explains the text, and sre.yml if there is one", () => {
  const page = "https://github.com/detoil/detoil/blob/main/docs/release-pr.md";
  expect(signature("release-pr.md", "ticks stay", "https://x/sre.yml")).toBe(
    `<sub>[Detoil](${page}) · ticks stay · [sre.yml](https://x/sre.yml)</sub>`,
  );
  expect(signature("release-pr.md", "ticks stay", null)).toBe(`<sub>[Detoil](${page}) · ticks stay</sub>`);
});

/** The text of a literal, or of a constant of that file; null: nobody can tell without running it. */
function textOf(node: Node, file: readonly Node[]): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "Identifier") return null;
  const declared = file.find(({ type, id }) => type === "VariableDeclarator" && (id as Node).name === node.name);
  return declared?.init == null ? null : textOf(declared.init as Node, file);
}

interface NamedPage {
  readonly file: string;
  readonly page: string | null;
}

/** The pages that signatures name: every call's, as its place and the page. */
function namedPages(): NamedPage[] {
  return sources.flatMap(({ file, program }) => {
    const nodes = nodesIn(program);
    return nodes
      .filter(({ type, callee }) => type === "CallExpression" && (callee as Node).name === "signature")
      .flatMap((call): NamedPage[] => {
        const [page = { type: "none" }] = call.arguments as readonly Node[];
        // A reply is signed with the page of the commands that it answers.
        if (file === "commands/answer.ts" && page.name === "page") return pagesOfCommands();
        return [{ file, page: textOf(page, nodes) }];
      });
  });
}

/** What automations declare as the page of their commands. */
function pagesOfCommands(): NamedPage[] {
  return sources
    .filter(({ file }) => file.startsWith("automations/"))
    .flatMap(({ file, program }) => {
      const nodes = nodesIn(program);
      const declares = nodes.some(({ type, key }) => type === "Property" && (key as Node).name === "verbs");
      return nodes
        .filter(({ type, key }) => declares && type === "Property" && (key as Node).name === "page")
        .map(({ value }) => ({ file, page: textOf(value as Node, nodes) }));
    });
}

const pages = namedPages();

test("every signature names its page where a reader, and the next test, can find it", () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pagesOfCommands().length).toBeGreaterThan(2);
  expect(pages.flatMap(({ file, page }) => (page === null ? [file] : []))).toEqual([]);
});

test.each([...new Set(pages.flatMap(({ page }) => page ?? []))])("docs/%s exists", (address) => {
  const [file, anchor] = address.split("#");
  const headings = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8").match(/^#+ .*/gm) ?? [];
  const anchors = headings.map((line) =>
    line.replace(/^#+ /, "").toLowerCase().replaceAll("`", "").replaceAll(" ", "-"),
  );
  expect(anchor === undefined || anchors.includes(anchor)).toBe(true);
});
