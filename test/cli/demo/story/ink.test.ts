import { expect, test } from "vitest";
import { colored, drawn, plain, readable } from "../../../../src/cli/demo/story/ink.ts";
import { teamTime } from "../../../../src/cli/demo/team-time.ts";

test.each([
  ["- [ ] #12 Pay by card @carol", "☐ #12 Pay by card @carol"],
  ["  * [X] #13 Done", "  ☑ #13 Done"],
  ["**5** wait for `main` since [v1](http://x/y) · [what changes](z)", "5 wait for main since v1 · what changes"],
  ["a \\*star\\* and &lt;b&gt; &amp; &#64;you", "a *star* and <b> & @you"],
  ["<sub>small</sub>", "small"],
  [
    "| #1 Code freeze | alice | 2026-12-07 | ⏳ waits for #2 |",
    "#1 Code freeze │ alice │ 2026-12-07 │ ⏳ waits for #2",
  ],
  ["| **Lead time**<br>to the deployment | 2 h |", "Lead time · to the deployment │ 2 h"],
  ["| Task | Who | Due |  |", "Task │ Who │ Due"],
])("%s reads %s", (markdown, line) => {
  expect(readable(markdown)).toBe(line);
});

const written = { path: "/", what: "opened #2", outcome: null, added: [], removed: [], cameOf: () => false };

test("a long line goes on in the next row, to its end", () => {
  const remedy = `**On hold: #4** (label). ${"Remove the label, or revert it. ".repeat(4)}The check then turns green.`;
  const [, ...rows] = drawn({ ...written, added: [remedy] }, null, null, plain);
  expect(rows.map((row) => row.slice(0, 6))).toEqual(["    + ", "      "]);
  expect(rows.map((row) => row.slice(6)).join(" ")).toBe(readable(remedy));
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(106);
});

test("a long text is cut, and says by how much", () => {
  const added = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const lines = drawn({ ...written, added }, "it has grown", null, plain);
  expect(lines).toHaveLength(10);
  expect(lines.at(-2)?.trim()).toBe("… and 13 lines more");
  expect(lines.at(-1)?.trim()).toBe("because it has grown");
});

test("what can be read says where", () => {
  expect(drawn(written, null, "http://127.0.0.1:1/acme/shop/pull/2", plain)).toEqual([
    "» opened #2  http://127.0.0.1:1/acme/shop/pull/2",
  ]);
});

test("color only on request", () => {
  const red = { ...written, outcome: "red" as const, removed: ["- [ ] #1 gone"] };
  expect(drawn(red, null, null, plain).join("\n")).toBe("✗ opened #2\n    - ☐ #1 gone");
  expect(drawn(red, null, null, colored).join("\n")).toContain("\u001b[");
});

test("times are in the team's zone", () => {
  expect(teamTime("2026-11-02T01:00:00Z", "en")).toBe("Mon 2 Nov 10:00 JST");
});
