import type { Diagnostic } from "./diagnostic.ts";
import type { Path } from "./finding.ts";
import { MAX_REPORTED } from "./limits.ts";
import { nearest } from "./nearest.ts";

/** Rules between values. They read the raw document, so that they work even if another key is wrong. */
export interface RuleFinding {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
}

type Raw = Readonly<Record<string, unknown>>;

export function ruleFindings(root: unknown): RuleFinding[] {
  const file = mapping(root);
  const found = [
    ...lanes(items(mapping(file.release).lanes)),
    ...deployments(mapping(file["four-keys"]).deployments),
    ...tasks(items(mapping(file.milestones).tasks)),
    ...periods(file["help-wanted"], "on-call"),
    ...periods(file["help-wanted"], "away"),
    ...routes(items(mapping(file["help-wanted"]).routes)),
  ];
  return found.slice(0, MAX_REPORTED);
}

function* lanes(list: readonly Raw[]): Generator<RuleFinding> {
  const seen = new Map<string, number>();
  for (const [index, { from, to }] of list.entries()) {
    if (typeof from !== "string" || typeof to !== "string") continue;
    const path: Path = ["release", "lanes", index];
    if (from === to) yield { diagnostic: { kind: "lane-to-itself", branch: from }, path: [...path, "to"] };
    const pair = JSON.stringify([from, to]);
    const first = seen.get(pair);
    if (first === undefined) seen.set(pair, index);
    else yield { diagnostic: { kind: "lane-twice", from, to, first: first + 1 }, path: [...path, "to"] };
  }
}

const WAYS = ["environment", "workflow", "release", "tag", "merge", "external"];

function* deployments(value: unknown): Generator<RuleFinding> {
  if (!isMapping(value)) return;
  const given = WAYS.filter((way) => Object.hasOwn(value, way));
  if (given.length === 1) return;
  const path: Path = ["four-keys", "deployments", ...given.slice(1, 2)];
  yield { diagnostic: { kind: "not-exactly-one", given, options: WAYS }, path };
}

function* tasks(list: readonly Raw[]): Generator<RuleFinding> {
  for (const [index, task] of list.entries()) {
    // A misspelled key is reported as such, and not also as missing.
    const keys = Object.keys(task);
    const has = keys.some((key) => key === "template" || nearest(key, ["title"]) !== null);
    if (keys.length > 0 && !has)
      yield { diagnostic: { kind: "task-without-title" }, path: ["milestones", "tasks", index] };
  }
  const first = new Map<string, number>();
  for (const [index, { key }] of list.entries()) {
    if (typeof key !== "string") continue;
    const path: Path = ["milestones", "tasks", index, "key"];
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
        const path: Path = ["milestones", "tasks", index, "after", position];
        yield { diagnostic: { kind: "after-unknown", key: name, near }, path };
      }
    }
    if (typeof key === "string" && first.get(key) === index) blockers.set(key, known);
  }
  for (const cycle of cycles(blockers)) {
    const index = first.get(cycle[0] ?? "") ?? 0;
    yield { diagnostic: { kind: "after-cycle", keys: cycle }, path: ["milestones", "tasks", index, "after"] };
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

function* periods(section: unknown, key: "on-call" | "away"): Generator<RuleFinding> {
  for (const [index, { from, to }] of items(mapping(section)[key]).entries()) {
    if (typeof from !== "string" || typeof to !== "string" || from <= to) continue;
    yield { diagnostic: { kind: "dates-backwards", from, to }, path: ["help-wanted", key, index, "to"] };
  }
}

function* routes(list: readonly Raw[]): Generator<RuleFinding> {
  for (const [index, route] of list.entries()) {
    const conditions = [...listed(route.labels), ...listed(route.paths)];
    const last = index === list.length - 1;
    if (conditions.length > 0 || last) continue;
    yield { diagnostic: { kind: "empty-condition" }, path: ["help-wanted", "routes", index] };
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isMapping(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapping(value: unknown): Raw {
  return isMapping(value) ? value : {};
}

/** More than any list here may have; the schema reports longer ones, and the search for cycles recurses. */
const MOST_ITEMS = 1_000;

/** The items that are mappings; others become empty mappings to keep the positions. */
function items(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS).map(mapping) : [];
}
