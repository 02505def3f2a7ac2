import { expect, test } from "vitest";
import { RecordCollection } from "../../src/records/collection.ts";
import { commitsInCycles } from "../../src/records/cycles.ts";
import { change, collected, commit, deployment, incident, november } from "../metrics/records.ts";

test("one natural key once: the later content counts, whichever came first, and it is told", () => {
  const failed = deployment(7, "m1", november(1), { status: "failure" });
  const succeeded = deployment(7, "m1", november(2));
  for (const [first, second] of [
    [failed, succeeded],
    [succeeded, failed],
  ] as const) {
    const collection = new RecordCollection();
    expect([collection.add(first), collection.add(first), collection.add(second)]).toEqual([false, false, true]);
    expect(collection.records().deployments).toEqual([succeeded]);
  }
});

test("at the same time the content decides", () => {
  const [a, b] = [change(1, november(1), { labels: ["a"] }), change(1, november(1), { labels: ["b"] })];
  expect(collected(a, b)).toEqual(collected(b, a));
});

test("what resolves an incident is later than what opened it", () => {
  const [open, resolved] = [incident("i", november(1), null), incident("i", november(1), november(2))];
  expect(collected(resolved, open).incidents).toEqual([resolved]);
});

test("the same number elsewhere, or of another kind, is another record; 7 and the text 7 are one id", () => {
  const records = collected(
    deployment(7, "m1", november(1)),
    deployment(7, "m1", november(1), { repo: "acme/web" }),
    deployment("7", "m1", november(1)),
    incident(7, november(1), null),
    change(7, null),
    change(7, null, { pull: null, sha: "m7" }),
  );
  expect([records.deployments.length, records.incidents.length, records.changes.length]).toEqual([2, 1, 2]);
});

test("commits in a cycle are found, those before and after it are not", () => {
  const line = [commit("a"), commit("b", "a", "elsewhere"), commit("c", "b")];
  expect(commitsInCycles(line)).toEqual([]);
  const cycle = [commit("x", "a", "z"), commit("y", "x"), commit("z", "y")];
  expect(commitsInCycles([...line, ...cycle, commit("tip", "z", "c")])).toEqual(cycle);
  expect(commitsInCycles([commit("self", "self")])).toEqual([commit("self", "self")]);
  // Two repositories do not make one graph.
  expect(commitsInCycles([commit("p", "q"), { ...commit("q", "p"), repo: "acme/web" }])).toEqual([]);
});
