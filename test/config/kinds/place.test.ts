import { expect, test } from "vitest";
import { country } from "../../../src/config/kinds/place.ts";

test.each(["JP", "DE", "DE-BY", "DE-BY-KATH", "DE-BY-A", "US-CA"])("%s is a place with holidays", (location) => {
  expect(country().safeParse(location).success).toBe(true);
});

test.each(["jp", "DE-XX", "DE-BY-XX", "DE-KATH", "DE-BY-KATH-A", "constructor", ""])("%s is not one", (location) => {
  expect(country().safeParse(location).success).toBe(false);
});
