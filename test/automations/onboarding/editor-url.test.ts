import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editorLink, LONGEST_URL } from "../../../src/automations/onboarding/editor-url.ts";
import { linesOf } from "../../config/check-text.ts";

const SHOP = { owner: "acme", name: "shop" };
const RECIPES = join(import.meta.dirname, "../../../docs/recipes");

/** As GitHub reads the address: the branch, and what is in the editor. */
function opened(url: string) {
  const { pathname, searchParams, href } = new URL(url);
  expect(href, "nothing in it is changed by a browser").toBe(url);
  return {
    branch: decodeURIComponent(pathname.replace("/acme/shop/new/", "")),
    filename: searchParams.get("filename"),
    value: searchParams.get("value"),
  };
}

test.each(readdirSync(RECIPES))("the link to the editor decodes to the recipe %s, which the check accepts", (name) => {
  const recipe = readFileSync(join(RECIPES, name), "utf8");
  const { url, isFilled } = editorLink("https://github.com", SHOP, "main", recipe);
  expect(isFilled).toBe(true);
  expect(opened(url)).toEqual({ branch: "main", filename: ".github/sre.yml", value: recipe });
  expect(linesOf(opened(url).value ?? "")).toEqual([]);
});

test.each([
  "release/2026)](https://evil.example)",
  "a?value=x&filename=y#z",
  "%2e%2e/%2F+b",
  "日本語/ブランチ",
  "`<!--detoil:onboarding-->`",
  "'\"$|!*",
])("a branch called %s ends no link and adds nothing to the address", (branch) => {
  const { url } = editorLink("https://github.com", SHOP, branch, "a: (b)\n");
  expect(url).toMatch(/^[\w:/.?=&%~-]+$/);
  expect(opened(url)).toEqual({ branch, filename: ".github/sre.yml", value: "a: (b)\n" });
});

test("above 8,000 bytes as they are encoded, the address carries the name alone", () => {
  const base = editorLink("https://github.com", SHOP, "main", "").url.length;
  // 9 bytes a character
  const most = Math.floor((LONGEST_URL - base) / 9);
  const full = editorLink("https://github.com", SHOP, "main", "の".repeat(most));
  expect([full.isFilled, full.url.length <= LONGEST_URL]).toEqual([true, true]);
  expect(editorLink("https://github.com", SHOP, "main", "の".repeat(most + 1))).toEqual({
    url: "https://github.com/acme/shop/new/main?filename=.github/sre.yml",
    isFilled: false,
  });
});
