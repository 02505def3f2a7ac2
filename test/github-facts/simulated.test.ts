import { afterAll, describe, expect, test } from "vitest";
import type { Fact } from "./fact.ts";
import { FACTS } from "./facts/index.ts";
import { openSimulated, type Simulated } from "./simulated.ts";

/** The simulated GitHub is held to the facts; `npm run verify-github` holds the real one to the same. */
const tried = FACTS.filter(({ seen }) => seen !== undefined);
const areas = [...new Set(tried.map(({ id }) => id.split("/")[0]))];

for (const area of areas) {
  describe(`${area}`, () => {
    // As on github.com one scratch repository does for all that takes nothing special; what does has one of its own.
    let shared: Promise<Simulated> | undefined;
    afterAll(async () => (await shared)?.close());

    for (const fact of tried.filter(({ id }) => id.startsWith(`${area}/`))) {
      test(`${fact.id}: ${fact.says} [${fact.source}]`, async () => {
        if (fact.takes !== undefined) return attempt(await openSimulated(fact), fact, true);
        shared ??= openSimulated(null);
        return attempt(await shared, fact, false);
      });
    }
  });
}

async function attempt(simulated: Simulated, fact: Fact, close: boolean): Promise<void> {
  try {
    const { saw, unexpected } = await simulated.attempt(fact);
    expect(saw).not.toBe("");
    if (fact.invalid === true) expect(unexpected).not.toEqual([]);
    else expect(unexpected).toEqual([]);
  } finally {
    if (close) await simulated.close();
  }
}

test("facts have a name of their own, a sentence and a source", () => {
  const ids = FACTS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z-]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(FACTS.filter(({ says, source }) => !says.endsWith(".") || source === "")).toEqual([]);
});
