import fc from "fast-check";
import { expect, test } from "vitest";
import { findMarkers } from "../../src/markdown/marker.ts";
import { render, renderKnown, renderTitle, templateProblem } from "../../src/markdown/template.ts";
import { tokensOf } from "../../src/markdown/template-tokens.ts";
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
  ["{{#from}}x{{/from}}{{^ from }}y{{/ from }}", null],
  ["{{#from}}{{#date}}{{date}}{{/date}}{{/from}}", null],
  ["{{dat}}", ["unknown-name", "{{dat}}"]],
  ["{{constructor}}", ["unknown-name", "{{constructor}}"]],
  ["{{{__proto__}}}", ["unknown-name", "{{__proto__}}"]],
  ["{{#dat}}x{{/dat}}", ["unknown-name", "{{#dat}}"]],
  ["{{> part}}", ["unsupported", "{{> part}}"]],
  ["{{=<% %>=}}<% from %>", ["unsupported", "{{=<% %>=}}"]],
  ["{{date", ["unclosed-tag", "{{"]],
  ["{{{from}}", ["unclosed-tag", "{{"]],
  ["{{#from}} {{^date}}{{/date}}", ["unclosed-section", "{{#from}}"]],
  ["{{/from}}", ["stray-end", "{{/from}}"]],
  ["{{#from}}{{#date}}{{/from}}{{/date}}", ["stray-end", "{{/from}}"]],
  ["{{}}", ["unknown-name", "{{}}"]],
])("%j: %s", (template, problem) => {
  const found = templateProblem(template, names);
  expect(found && [found.kind, found.tag]).toEqual(problem);
});

test.each([
  ["{{#from}}by {{from}}{{/from}}{{^from}}by nobody{{/from}}", "by x", "by nobody"],
  ["{{#count}}{{count}} wait{{/count}}{{^count}}nothing waits{{/count}}", "2 wait", "nothing waits"],
  ["due {{day}}{{#day}}, on time{{/day}}", "due 2026-12-01, on time", "due (no date yet)"],
  ["a\n  {{#from}}\nb\n{{/from}}\t\r\n{{! why }}\nc\n{{^from}}\nd\n{{/from}}", "a\nb\nc\n", "a\nc\nd\n"],
  ["{{#from}}a{{#count}}b{{^day}}c{{/day}}{{/count}}d{{/from}}e", "abde", "e"],
  ["{{#from}}\n{{/from}} {{! no line of its own }}\n", " \n", " \n"],
])("a section of %j is there with a value, and not without one", (template, there, absent) => {
  expect(render(template, { from: "x", count: 2, day: "2026-12-01" })).toBe(there);
  expect(render(template, { from: "", count: 0, day: { absent: "(no date yet)" } })).toBe(absent);
});

test("whatever tags a template has, its parts are all of it, and a thousand levels cost nothing", () => {
  const part = fc.constantFrom(
    "{{a}}",
    "{{#a}}",
    "{{^a}}",
    "{{/a}}",
    "{{! a }}",
    "{{{a}}}",
    " ",
    "\n",
    "\r\n",
    "x",
    "{{",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const tokens = tokensOf(parts.join(""));
      if (!("kind" in tokens)) expect(tokens.map(({ source }) => source).join("")).toBe(parts.join(""));
    }),
  );
  const deep = `${"{{#a}}".repeat(1_000)}x${"{{/a}}".repeat(1_000)}`;
  expect([render(deep, { a: 1 }), render(deep, { a: 0 })]).toEqual(["x", ""]);
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
  expect(() => render("{{nobody}}", { from: "x" })).toThrow("unknown-name: {{nobody}}");
  expect(() => render("{{#from}}x", { from: "x" })).toThrow("unclosed-section: {{#from}}");
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
  ["{{#title}}x{{/title}} {{title}}", "x v1", null],
  ["{{#nobody}}{{title}}{{/nobody}} {{title}}", "{{#nobody}}{{title}}{{/nobody}} v1", "{{#nobody}}"],
  ["{{#title}} {{title}}", "{{#title}} {{title}}", "{{#title}}"],
  ["{{> title}} {{title}}", "{{> title}} {{title}}", "{{> title}}"],
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
