import { expect, test } from "vitest";
import { ownSection } from "../../src/automations/own-section.ts";
import { sreSchema } from "../../src/config/schema.ts";

const config = sreSchema.parse({ version: 1, milestones: { parent: false } });

test("an automation finds its own section", () => {
  expect(ownSection({ section: "milestones" }, config)).toEqual({ section: config.milestones });
});

test("an automation is off without its section, or without any sre.yml", () => {
  expect(ownSection({ section: "release" }, config)).toBeNull();
  expect(ownSection({ section: "release" }, null)).toBeNull();
});

test("an automation without a section is always on", () => {
  expect(ownSection({ section: null }, config)).toEqual({ section: null });
  expect(ownSection({ section: null }, null)).toEqual({ section: null });
});
