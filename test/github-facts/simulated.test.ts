import { expect, test } from "vitest";
import { FACTS } from "./facts/index.ts";
import { trySimulated } from "./simulated.ts";

/** The simulated GitHub is held to the facts; `npm run verify-github` holds the real one to the same. */
for (const fact of FACTS) {
  if (fact.seen === undefined) continue;
  test(`${fact.id}: ${fact.says} [${fact.source}]`, async () => {
    const { saw, unexpected } = await trySimulated(fact);
    expect(saw).not.toBe("");
    expect(unexpected.length > 0).toBe(fact.invalid ?? false);
  });
}

test("facts have a name of their own, a sentence and a source", () => {
  const ids = FACTS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z-]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(FACTS.filter(({ says, source }) => !says.endsWith(".") || source === "")).toEqual([]);
});
