import { nearest } from "../../nearest.ts";
import type { Path } from "../../path.ts";
import { itemsIn, mappingIn } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { ruleSentences, type TaskDiagnostic } from "./text.ts";

export const rules: Rules<TaskDiagnostic> = { find, sentences: ruleSentences };

function* find(section: unknown): Generator<RuleFinding<TaskDiagnostic>> {
  const list = itemsIn(mappingIn(section).tasks);
  for (const [index, task] of list.entries()) {
    // A misspelled key is reported as such, and not also as missing.
    const keys = Object.keys(task);
    const has = keys.some((key) => key === "template" || nearest(key, ["title"]) !== null);
    if (keys.length > 0 && !has) yield { diagnostic: { kind: "task-without-title" }, path: ["tasks", index] };
  }
  const first = new Map<string, number>();
  for (const [index, { key }] of list.entries()) {
    if (typeof key !== "string") continue;
    const path: Path = ["tasks", index, "key"];
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else yield { diagnostic: { kind: "task-key-twice", key, first: before + 1 }, path };
  }
  const blockers = new Map<string, string[]>();
  for (const [index, { key, after }] of list.entries()) {
    const known: string[] = [];
    for (const [position, name] of (Array.isArray(after) ? after : []).entries()) {
      if (typeof name !== "string") continue;
      if (first.has(name)) known.push(name);
      else {
        const near = nearest(name, first.keys());
        const path: Path = ["tasks", index, "after", position];
        yield { diagnostic: { kind: "after-unknown", key: name, near }, path };
      }
    }
    if (typeof key === "string" && first.get(key) === index) blockers.set(key, known);
  }
  for (const cycle of cycles(blockers)) {
    const index = first.get(cycle[0] ?? "") ?? 0;
    yield { diagnostic: { kind: "after-cycle", keys: cycle }, path: ["tasks", index, "after"] };
  }
}

/** Each ring of tasks that wait for each other, once, from its first task in the file. */
function* cycles(blockers: ReadonlyMap<string, readonly string[]>): Generator<string[]> {
  const done = new Set<string>();
  for (const start of blockers.keys()) {
    const trail: string[] = [];
    const visit = function* (key: string): Generator<string[]> {
      const at = trail.indexOf(key);
      if (at >= 0) yield [...trail.slice(at), key];
      if (at >= 0 || done.has(key)) return;
      trail.push(key);
      for (const next of blockers.get(key) ?? []) yield* visit(next);
      trail.pop();
      done.add(key);
    };
    yield* visit(start);
  }
}
