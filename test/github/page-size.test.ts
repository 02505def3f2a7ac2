import { expect, test } from "vitest";
import { TooCostly } from "../../src/github/errors.ts";
import { PageSizes, type ReducedSizes } from "../../src/github/page-size.ts";

const document = { name: "list", pages: { size: 37 } };
const badGateway = new TooCostly("list", 502, "Bad Gateway");
const tooMuch = new TooCostly("list", 200, "Resource limits for this query exceeded.");

function answers(sizes: PageSizes, count: number): void {
  for (let answer = 0; answer < count; answer += 1) sizes.answered(document);
}

test("a page is halved where it is too expensive, and doubled after ten answers up to what was asked for", () => {
  const reduced: ReducedSizes = new Map();
  const sizes = new PageSizes(reduced);
  expect(sizes.halve(document, badGateway)).toBe(true);
  expect(sizes.of(document)).toEqual({ size: 18 });
  answers(sizes, 9);
  expect(sizes.of(document)).toEqual({ size: 18 });
  expect(sizes.halve(document, tooMuch)).toBe(true);
  answers(sizes, 10);
  expect(sizes.of(document)).toEqual({ size: 18 });
  answers(sizes, 10);
  expect(sizes.of(document)).toEqual({ size: 36 });
  answers(sizes, 10);
  expect(sizes.of(document)).toEqual({ size: 37 });
  expect(reduced.size).toBe(0);
});

test("what one client learned another one of the same place knows, and no other", () => {
  const reduced: ReducedSizes = new Map();
  new PageSizes(reduced, "one").halve(document, tooMuch);
  expect(new PageSizes(reduced, "one").of(document)).toEqual({ size: 18 });
  expect(new PageSizes(reduced, "two").of(document)).toEqual({ size: 37 });
});

test("a 502 may be an outage: a page of ten is not halved for it", () => {
  const sizes = new PageSizes();
  expect([sizes.halve(document, badGateway), sizes.halve(document, badGateway)]).toEqual([true, false]);
  expect(sizes.of(document)).toEqual({ size: 18 });
  expect(sizes.halve(document, tooMuch)).toBe(true);
});
