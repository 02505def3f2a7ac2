import { expect, test } from "vitest";
import { createBoundedCache } from "../../src/engine/bounded-cache.ts";

const at = (seconds: number) => new Date(seconds * 1000);
const lasts = (size: number, seconds = 100, now = at(0)) => ({ size, now, until: at(seconds) });

function cacheOf(limit: number) {
  const cache = createBoundedCache<string>(limit);
  const kept = (...keys: string[]) => keys.filter((key) => cache.get(key, at(0)) !== null);
  return { ...cache, kept };
}

test("the least recently used is dropped when the sizes add up to more than the limit", () => {
  const { set, get, kept } = cacheOf(10);
  set("a", "A", lasts(4));
  set("b", "B", lasts(4));
  expect(get("a", at(0))).toBe("A");
  set("c", "C", lasts(4));
  expect(kept("a", "b", "c")).toEqual(["a", "c"]);
});

test("what is too large is not kept, drops nothing else, and leaves no older value", () => {
  const { set, kept } = cacheOf(10);
  set("a", "A", lasts(4));
  set("b", "B", lasts(4));
  set("b", "larger", lasts(11));
  expect(kept("a", "b")).toEqual(["a"]);
});

test("a value takes the place of an older one, also in the sum", () => {
  const { set, kept } = cacheOf(10);
  for (let time = 0; time < 5; time += 1) set("a", "A", lasts(4));
  set("b", "B", lasts(4));
  expect(kept("a", "b")).toEqual(["a", "b"]);
});

test("what is over is forgotten, whether or not it is wanted again", () => {
  const { set, kept } = cacheOf(10);
  set("a", "A", lasts(4, 50));
  set("b", "B", lasts(4, 100, at(50)));
  expect(kept("a", "b")).toEqual(["b"]);
});

test("it ends at its time, and its room is free again", () => {
  const { set, get, kept } = cacheOf(10);
  set("a", "A", lasts(6, 50));
  expect(get("a", at(49))).toBe("A");
  expect(get("a", at(50))).toBeNull();
  set("b", "B", lasts(5));
  set("c", "C", lasts(5));
  expect(kept("a", "b", "c")).toEqual(["b", "c"]);
});
