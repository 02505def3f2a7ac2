import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";

test("each automation has a name of its own: work items, metrics and commands are told apart by it", () => {
  const names = automations.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test.each(["en", "ja"] as const)("people can tell the parts of Detoil apart (%s)", (language) => {
  const parts = automations.map(({ part }) => part[language]);
  expect(parts).toEqual([...new Set(parts)]);
});
