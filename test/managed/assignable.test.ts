import { expect, test } from "vitest";
import { assignableFrom, sortByAssignable, withinLimit } from "../../src/managed/assignable.ts";

const assignable = assignableFrom(["Alice", "bob"]);

test.each<[readonly string[], readonly string[], readonly string[]]>([
  [[], [], []],
  [["bob", "alice"], ["bob", "Alice"], []],
  [
    ["ALICE", "carol", "Bob", "dave"],
    ["Alice", "bob"],
    ["carol", "dave"],
  ],
  [["constructor", "__proto__"], [], ["constructor", "__proto__"]],
])("of %j GitHub assigns %j and drops %j", (logins, possible, refused) => {
  expect(sortByAssignable(logins, assignable)).toEqual({ possible, refused });
});

const people = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}`);

test.each([
  [9, 0, 9],
  [10, 0, 10],
  [11, 0, 10],
  [5, 8, 2],
  [5, 10, 0],
  [5, 12, 0],
])("%i people beside %i: %i are assigned, the first ones", (wanted, assigned, count) => {
  expect(withinLimit(people(wanted), people(assigned))).toEqual(people(count));
});
