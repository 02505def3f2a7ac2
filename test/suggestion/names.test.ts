import fc from "fast-check";
import { expect, test } from "vitest";
import type { History } from "../../src/suggestion/facts.ts";
import { suggestedFile } from "../../src/suggestion/file.ts";
import { isQuotable } from "../../src/suggestion/is-quotable.ts";
import { suggest } from "../../src/suggestion/suggest.ts";
import { linesOf } from "../config/check-text.ts";
import { runs } from "../harness/long.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const TRICKY =
  "null,true,yes,~,1.10,0x1f,1e3,2026-01-01,12:30,- a,a: b,#x,a #x,',\",%a,&a,*a,!a,|,>,@a,`a`,{a},[a],?,=,<<,---,...,\\n,a\\,＃,：,é,日本語,👍🏽,a'b\"c".split(
    ",",
  );
const ascii = fc.string({ minLength: 1, maxLength: 40 });
const any = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const name = fc.oneof(fc.constantFrom(...TRICKY), ascii, any);
/** What Git takes for the name of a branch. */
const branch = name.map(
  (text) => text.replace(/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|@$|\/(?=[./]|$)|(?<=^|\/)\.|^[-/]|[./]$|\.lock/gu, "x") || "x",
);

test("whatever branches, labels and environments are called, the check accepts the file", () => {
  const all = fc.record({ from: branch, to: branch, labels: fc.array(name, { maxLength: 3 }), environment: name });
  fc.assert(
    fc.property(all, ({ from, to, labels, environment }) => {
      const marked = labels.filter(isQuotable);
      const pull = { title: "", base: to, head: from, fork: false, mergedAt: NOW, author: null, labels: marked };
      const work = { ...pull, base: from, head: "x/y" };
      const history: History = {
        ...{ repository: { owner: "acme", name: "shop" }, now: NOW, cut: false, isFork: false, defaultBranch: from },
        since: { merged: new Date(0), deployments: new Date(0), releases: new Date(0) },
        branches: [from, to].filter(isQuotable),
        merged: [pull, work],
        milestones: [],
        deployments: [`production ${environment}`].filter(isQuotable).map((one) => ({ environment: one, at: NOW })),
        releases: [],
        labels: [],
      };
      const lines = linesOf(suggestedFile(suggest(history, "ja").parts));
      // A warning about quotes that look like YAML's leaves it valid.
      expect(lines.filter((line) => !line.includes(": warning: "))).toEqual([]);
    }),
    runs(200),
  );
});
