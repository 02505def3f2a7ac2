import fc from "fast-check";
import { expect, test } from "vitest";
import { closingMarker, findMarkers, marker, withoutMarkers } from "../../src/markdown/marker.ts";
import { kinds, parse } from "./rendered.ts";

const data = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }));
const key = fc.constantFrom("release", "milestone/3/freeze", "a.b:c-d", "X1");

test("a marker is an HTML comment with the key", () => {
  expect(marker("release")).toBe("<!-- detoil:release -->");
  expect(marker("release", { n: 1, who: "alice" })).toBe('<!-- detoil:release {"n":1,"who":"alice"} -->');
  expect(closingMarker("release")).toBe("<!-- /detoil:release -->");
});

test.each(["", "a b", "-->", "a--b", "-a", "a/", "日本"])("%j is not a key", (wrong) => {
  expect(() => marker(wrong)).toThrow("not a marker key");
  expect(() => closingMarker(wrong)).toThrow("not a marker key");
});

test("all data comes back, and none of it gets out of the comment", () => {
  const nasty = fc.constantFrom(
    { a: "-->" },
    { a: "--!>" },
    { "<!--": "---->" },
    { a: "-", b: "x-" },
    { a: "<!-- detoil:x -->" },
  );
  fc.assert(
    fc.property(key, fc.oneof(data, nasty), (name, carried) => {
      const written = marker(name, carried);
      expect(written.slice(4, -3)).not.toMatch(/--|[<>]/);
      expect(kinds(parse(`${written}\n`))).toEqual(["html", "root"]);
      const [found, ...more] = findMarkers(`x ${written} y`);
      expect(more).toEqual([]);
      expect(found).toEqual({
        key: name,
        closing: false,
        data: JSON.parse(JSON.stringify(carried)),
        start: 2,
        end: 2 + written.length,
      });
    }),
  );
});

test("markers come in order, including those that somebody edited", () => {
  const text =
    '<!-- detoil:a {"n":1} -->\n<!--detoil:b-->\r\n<!-- /detoil:a -->\n<!-- detoil:c {broken} -->\n<!-- other -->';
  expect(findMarkers(text).map(({ key, closing, data }) => ({ key, closing, data }))).toEqual([
    { key: "a", closing: false, data: { n: 1 } },
    { key: "b", closing: false, data: null },
    { key: "a", closing: true, data: null },
    { key: "c", closing: false, data: null },
  ]);
});

test.each(["<!-- detoil: -->", "<!-- detoil:a", "&lt;!-- detoil:a -->", "<!-- detoils:a -->", "detoil:a", ""])(
  "%j holds no marker",
  (text) => {
    expect(findMarkers(text)).toEqual([]);
  },
);

test("markers are removed, of one key or all", () => {
  expect(withoutMarkers("a<!-- detoil:x -->b<!-- /detoil:y -->c", "x")).toBe("ab<!-- /detoil:y -->c");
  expect(withoutMarkers("a<!-- detoil:x -->b<!-- /detoil:y -->c")).toBe("abc");
  expect(withoutMarkers("<!-- de<!-- detoil:x -->toil:x -->")).toBe("");
});

test("a body full of half markers holds none", () => {
  expect(findMarkers("<!-- detoil:a {".repeat(4369))).toEqual([]);
});
