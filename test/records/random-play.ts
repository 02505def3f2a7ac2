import fc from "fast-check";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import type { Counting } from "../../src/metrics/counting.ts";
import type { Reading } from "../../src/records/book.ts";
import { environmentsOf } from "../../src/records/environments.ts";
import type { EventRecord } from "../../src/records/record.ts";
import type { DeploymentSource } from "../../src/records/recorded.ts";
import { randomHistory } from "../metrics/random-history.ts";
import { SETTINGS } from "../metrics/records.ts";
import { sha } from "./recorded.ts";

/** Where else a reading may differ from a record in a file. */
const more = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  exists: fc.constantFrom(true, true, true, true, true, false),
  base: fc.constantFrom("develop", "develop", "develop", "main", "feature-1", "feature-2"),
  head: fc.constantFrom("feature-1", "feature-2", "feature-3", "develop", "main"),
  fork: fc.constantFrom(false, false, false, true),
  source: fc.constantFrom<DeploymentSource>("environment", "environment", "environment", "release"),
  labels: fc.constantFrom(["incident"], ["incident"], ["incident"], [], null),
});
type More = typeof more extends fc.Arbitrary<infer Value> ? Value : never;

const known = (name: string | null) => (name === null ? null : sha(name));

function reading(record: EventRecord, { version, exists, base, head, fork, source, labels }: More): Reading {
  const ends = { version, base, head, fork };
  switch (record.type) {
    case "commit":
      return { type: "commit", record: { ...record, sha: sha(record.sha), parents: record.parents.map(sha) } };
    case "change": {
      const pull = record.pull ?? 0;
      const names = { sha: known(record.sha), reverts: known(record.reverts) };
      const change = { ...record, ...names, pull, base: ends.base, head: ends.head, fork: ends.fork };
      return { type: "change", key: pull, version, record: exists ? change : null };
    }
    case "deployment": {
      const changes = record.changes?.map(sha) ?? null;
      const deployment = { ...record, source, sha: known(record.sha), changes };
      return { type: "deployment", key: `${source}/${record.id}`, version, record: exists ? deployment : null };
    }
    case "incident": {
      const id = Number(record.id);
      // One that was posted stands beside the issue with its number.
      if (labels === null)
        return { type: "incident", key: `${id}`, version, record: { ...record, id: `${id}`, labels } };
      return { type: "incident", key: id, version, record: exists ? { ...record, id, labels } : null };
    }
  }
}

/** What happened in one repository, as reconciliations recorded it one after the other, in any order. */
export const randomPlay: fc.Arbitrary<Reading[][]> = randomHistory.chain((history) => {
  const records = history.map((record) => ({ ...record, repo: "acme/shop" }));
  return fc
    .tuple(
      fc.shuffledSubarray(records, { minLength: records.length }),
      fc.array(more, { minLength: records.length, maxLength: records.length, size: "max" }),
      fc.uniqueArray(fc.integer({ min: 1, max: records.length - 1 }), { minLength: 1, maxLength: 8 }),
    )
    .map(([shuffled, differences, cuts]) => {
      const readings = shuffled.flatMap((record, at) => {
        const difference = differences[at];
        return difference === undefined ? [] : [reading(record, difference)];
      });
      const ends = [0, ...cuts.toSorted((a, b) => a - b), readings.length];
      return ends.slice(1).map((end, at) => readings.slice(ends[at], end));
    });
});

const WEB = { name: "web", paths: ["web/**"] };
const API = { name: "api", paths: ["api/**"], environment: ["eu"] };

/** Ways to count: by environments, by merges, with and without lanes and services. */
export const randomCounting: fc.Arbitrary<Counting> = fc
  .tuple(
    fc.constantFrom({ environment: ["production"] }, { environment: ["production", "eu"] }, { merge: "develop" }),
    fc.constantFrom([], [{ from: "develop", to: "main" }]),
    fc.constantFrom([], ["bot"]),
    fc.constantFrom([], [WEB, API], [API]),
  )
  .map(([deployments, lanes, ignoreAuthors, services]) => {
    const section = fourKeysSection.parse({ deployments, services });
    return { section, lanes, settings: { ...SETTINGS, environments: environmentsOf(section), ignoreAuthors } };
  });
