import fc from "fast-check";
import { expect, test } from "vitest";
import { urlPath } from "../../src/markdown/url-path.ts";
import { kinds, parse } from "./rendered.ts";

test.each([
  ["release/v1", "release/v1"],
  ["a)b(c", "a%29b%28c"],
  ["日本", "%E6%97%A5%E6%9C%AC"],
  ["a#b@c$d'e", "a%23b%40c%24d%27e"],
  ["\uD800", "%EF%BF%BD"],
])("%j is %j in an address", (path, expected) => {
  expect(urlPath(path)).toBe(expected);
});

test("a link to a branch ends where it should, whatever the branch's name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const paragraph = parse(`[x](https://github.com/acme/shop/compare/${urlPath(name)})`);
      expect(kinds(paragraph)).toEqual(["link", "paragraph", "root", "text"]);
      expect(paragraph).toMatchObject({ children: [{ children: [{ type: "link" }] }] });
    }),
  );
});
