import fc from "fast-check";
import type { EventRecord } from "../../src/records/record.ts";
import { change, commit, deployment, HOUR, incident, NOVEMBER } from "./records.ts";

// Few names and few times, so that everything meets everything: ties, unknown parents, reverts of reverts.
const repo = fc.constantFrom("acme/shop", "acme/shop", "acme/shop", "acme/web");
const sha = fc.integer({ min: 0, max: 7 }).map((at) => `m${at}`);
const time = fc.integer({ min: -5, max: 28 * 4 + 5 }).map((at) => NOVEMBER.from + at * 6 * HOUR);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 7 });

/** The commits m0 … m7 of one repository; parents are older, so there are no cycles; some records are not known. */
const commitsOf = (repo: string) =>
  fc
    .array(
      fc.record({
        back: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
        known: fc.constantFrom(true, true, true, true, false),
      }),
      { minLength: 8, maxLength: 8, size: "max" },
    )
    .map((all) =>
      all.flatMap(({ back, known }, at) => {
        const parents = back.filter((each) => each <= at).map((each) => `m${at - each}`);
        return known ? [{ ...commit(`m${at}`, ...parents), repo }] : [];
      }),
    );

const changes = fc
  .record({
    repo,
    pull: fc.integer({ min: 1, max: 12 }),
    sha: maybe(sha),
    author: fc.constantFrom("alice", "bob", "bot"),
    firstCommitAt: maybe(time),
    openedAt: maybe(time),
    mergedAt: maybe(time),
    labels: fc.subarray(["hotfix", "bug"]),
    services: fc.constantFrom([], [], [], ["web"], ["web", "api"]),
    reverts: maybe(sha),
    repairs: maybe(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ pull, mergedAt, sha, ...more }) =>
    change(pull, mergedAt, { ...more, sha, ...(sha === null ? { sha: `p${pull}` } : {}) }),
  );

const deployments = fc
  .record({
    repo,
    id: fc.integer({ min: 1, max: 20 }),
    sha: maybe(sha),
    finishedAt: time,
    environment: fc.constantFrom("production", "production", "production", "eu", "staging"),
    service: fc.constantFrom(null, null, null, "web", "api"),
    status: fc.constantFrom("success" as const, "success" as const, "success" as const, "failure" as const),
    changes: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.array(sha, { maxLength: 3 }) },
    ),
  })
  .map(({ id, sha, finishedAt, ...more }) => deployment(id, sha, finishedAt, more));

const incidents = fc
  .record({
    repo,
    id: fc.integer({ min: 1, max: 6 }),
    openedAt: time,
    lasted: maybe(fc.integer({ min: 0, max: 20 })),
    deployment: maybe(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ repo, id, openedAt, lasted, deployment }) =>
    incident(id, openedAt, lasted === null ? null : openedAt + lasted * HOUR, { repo, deployment }),
  );

export const randomHistory: fc.Arbitrary<EventRecord[]> = fc
  .tuple(
    commitsOf("acme/shop"),
    commitsOf("acme/web"),
    fc.array(changes, { minLength: 8, maxLength: 16, size: "max" }),
    fc.array(deployments, { minLength: 8, maxLength: 16, size: "max" }),
    fc.array(incidents, { maxLength: 4 }),
  )
  .map((kinds) => kinds.flat());
