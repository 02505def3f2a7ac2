import fc from "fast-check";
import { expect, test } from "vitest";
import { findMarkers } from "../../src/markdown/marker.ts";
import { render, renderKnown, renderTitle, templateProblem } from "../../src/markdown/template.ts";
import { kinds, parse, shown } from "./rendered.ts";

const names = ["date", "from", "milestone.title"];

test.each([
  ["Release {{date}}", null],
  ["{{ from }} → {{date}}", null],
  ["{{{from}}} {{&from}}", null],
  ["{{milestone.title}}", null],
  ["no names at all", null],
  ["", null],
  ["{{! a remark }}text", null],
  ["{{dat}}", "{{dat}} is not known here. Use {{date}} {{from}} {{milestone.title}}."],
  ["{{constructor}}", "{{constructor}} is not known here. Use {{date}} {{from}} {{milestone.title}}."],
  ["{{{__proto__}}}", "{{__proto__}} is not known here. Use {{date}} {{from}} {{milestone.title}}."],
  [
    "{{#from}}x{{/from}}",
    "{{#from}} does more than fill in a value. Use only names in double braces, such as {{date}}.",
  ],
  [
    "{{^from}}x{{/from}}",
    "{{^from}} does more than fill in a value. Use only names in double braces, such as {{date}}.",
  ],
  ["{{> part}}", "{{> part}} does more than fill in a value. Use only names in double braces, such as {{date}}."],
  [
    "{{=<% %>=}}<% from %>",
    "{{=<% %>=}} does more than fill in a value. Use only names in double braces, such as {{date}}.",
  ],
  ["{{date", "The template cannot be read (unclosed tag). Write names as {{name}}."],
  ["{{#from}}", "{{#from}} does more than fill in a value. Use only names in double braces, such as {{date}}."],
  ["{{/from}}", "{{/from}} does more than fill in a value. Use only names in double braces, such as {{date}}."],
  ["{{{from}}", "The template cannot be read (unclosed tag). Write names as {{name}}."],
  ["{{}}", "{{}} is not known here. Use {{date}} {{from}} {{milestone.title}}."],
])("%j: %s", (template, problem) => {
  expect(templateProblem(template, names)).toBe(problem);
});

test("the problem says so where nothing can be filled in", () => {
  expect(templateProblem("{{x}}", [])).toBe("{{x}} is not known here. Nothing can be filled in here.");
});

const evil = "<!-- detoil:release --> **@alice** #12";

test.each(["{{from}}", "{{{from}}}", "{{&from}}", "{{& from }}"])("%s never fills in anything raw", (template) => {
  const tree = parse(render(`**x** ${template}`, { from: evil }));
  expect(kinds(tree)).toEqual(["paragraph", "root", "strong", "text"]);
  expect(shown(tree).replaceAll("\u200B", "")).toBe(`x ${evil}`);
  expect(shown(tree)).not.toMatch(/@a|#1/);
});

test("what the team wrote around the names stays Markdown", () => {
  expect(render("## {{from}}\n\n[notes](https://x.example) @acme/web\n", { from: "develop" })).toBe(
    "## develop\n\n[notes](https://x.example) @acme/web\n",
  );
});

test("a template cannot smuggle a marker in", () => {
  const text = render("a<!-- detoil:release -->b<!-- de<!-- /detoil:x -->toil:release {} -->c{{from}}", { from: "d" });
  expect(text).toBe("abcd");
  expect(findMarkers(text)).toEqual([]);
});

test("numbers are filled in", () => {
  expect(render("{{count}} in {{count}}", { count: 0 })).toBe("0 in 0");
});

test("filling in a template that was never checked is an error, not a wrong text", () => {
  expect(() => render("{{nobody}}", { from: "x" })).toThrow("{{nobody}} is not known here");
  expect(() => render("{{#from}}x{{/from}}", { from: "x" })).toThrow("does more than fill in a value");
});

test("a title is plain: one line, nothing escaped, nothing hidden", () => {
  expect(renderTitle("Release {{from}}\n{{date}}", { from: "feat/*_x*\u202E", date: "2026-11-27" })).toBe(
    "Release feat/*_x* 2026-11-27",
  );
});

test("a title fits on GitHub", () => {
  const title = renderTitle("{{from}}", { from: "👍🏽".repeat(200) });
  expect(title.length).toBeLessThanOrEqual(256);
  expect(title).toMatch(/^(?:👍🏽)+…$/u);
});

test("any text without braces is its own result", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab \n\r\t<>&#@*-") }), (template) => {
      expect(templateProblem(template, [])).toBeNull();
      expect(render(template, {})).toBe(template);
    }),
  );
});

test.each([
  ["For {{title}}, by {{day}}", "For v1, by 2026-12-01", null],
  ["For {{title}}\n{{nothing}} {{nor this}}", "For v1\n{{nothing}} {{nor this}}", "{{nothing}}"],
  ["{{{__proto__}}} {{title}}", "{{__proto__}} v1", "{{__proto__}}"],
  ["{{#title}}x{{/title}} {{title}}", "{{#title}}x{{/title}} {{title}}", "{{#title}}"],
  ["{{title", "{{title", "{{"],
  ["no names", "no names", null],
])("what is known of %j is filled in, the rest stays", (template, text, unknown) => {
  expect(renderKnown(template, { title: "v1", day: "2026-12-01" }, "text")).toEqual({ text, unknown });
});

test("a value is as inert there as anywhere, and a title is one line", () => {
  const values = { title: "@alice\n<!-- detoil:x -->" };
  expect(renderKnown("{{title}}", values, "text").text).toBe(render("{{title}}", values));
  expect(renderKnown("{{title}}\n{{x}}", values, "title").text).toBe(`${renderTitle("{{title}}", values)} {{x}}`);
});
