import { expect, test } from "vitest";
import { sreSchema } from "../../src/config/schema.ts";
import { ownSection } from "../../src/config/section-of.ts";

const config = sreSchema.parse({ version: 1, milestones: { parent: false } });

test("an automation finds its own section", () => {
  expect(ownSection(config, "milestones")).toEqual({ section: config.milestones });
});

test("an automation is off without its section, or without any sre.yml", () => {
  expect(ownSection(config, "release")).toBeNull();
  expect(ownSection(null, "release")).toBeNull();
});

test("an automation without a section is always on", () => {
  expect(ownSection(config, null)).toEqual({ section: null });
  expect(ownSection(null, null)).toEqual({ section: null });
});
