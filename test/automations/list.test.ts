import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";
import { everySection } from "../../src/config/sections/every.ts";

test("each automation has a name of its own: work items, metrics and commands are told apart by it", () => {
  const names = automations.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test.each(["en", "ja"] as const)("people can tell the parts of Detoil apart (%s)", (language) => {
  const parts = automations.map(({ part }) => part[language]);
  expect(parts).toEqual([...new Set(parts)]);
});

test("a section that is available has an automation in the list, and each automation's section is available", () => {
  const available = everySection.flatMap(([key, { kind, available }]) =>
    kind === "section" && available ? [key] : [],
  );
  const acted = new Set(automations.flatMap(({ section }) => section ?? []));
  expect([...acted].sort()).toEqual(available.toSorted());
});
