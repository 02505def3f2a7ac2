import fc from "fast-check";
import type { Reading } from "../../src/records/book.ts";
import type { DeploymentSource } from "../../src/records/recorded.ts";
import { commit } from "../metrics/records.ts";
import { deployed, labeled, pull, sha } from "./recorded.ts";

// Few keys and few versions, so that readings meet each other; times to the millisecond.
const START = Date.UTC(2026, 10, 3);
const key = fc.integer({ min: 1, max: 3 });
const version = fc.integer({ min: 0, max: 4 }).map((at) => START + at);
const time = fc.integer({ min: -3, max: 3 }).map((at) => START + at * 3_600_001);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 });
const names = fc.subarray(["hotfix", "bug", `a "b", {c}\\`, "ラベル", ""]);
const shas = fc.constantFrom("a", "b", "c").map(sha);

const commits = fc.tuple(shas, fc.subarray(["x", "y", "z"]), maybe(time)).map(([of, parents, at]): Reading => {
  const record = { ...commit(of, ...parents.map(sha)), authoredAt: at, committedAt: at };
  return { type: "commit", record };
});

const changes = fc
  .record({
    sha: maybe(shas),
    author: maybe(fc.constantFrom("alice", "renovate[bot]")),
    firstCommitAt: maybe(time),
    openedAt: maybe(time),
    readyAt: maybe(time),
    firstReviewAt: maybe(time),
    approvedAt: maybe(time),
    mergedAt: maybe(time),
    labels: names,
    services: names,
    reverts: maybe(shas),
    repairs: maybe(key),
    base: fc.constantFrom("main", "develop"),
    fork: fc.boolean(),
  })
  .chain((more) =>
    fc.tuple(key, version, mostly(fc.constant(more))).map(
      ([number, at, record]): Reading => ({
        type: "change",
        key: number,
        version: at,
        record: record === null ? null : pull(number, record.mergedAt, record),
      }),
    ),
  );

const deployments = fc
  .record({
    source: fc.constantFrom<DeploymentSource>("environment", "release", "external"),
    environment: fc.constantFrom("production", "eu/west"),
    service: maybe(fc.constantFrom("web", "api")),
    sha: maybe(shas),
    status: fc.constantFrom("success" as const, "failure" as const),
    startedAt: maybe(time),
    finishedAt: maybe(time),
    changes: maybe(fc.uniqueArray(shas)),
  })
  .chain((more) =>
    fc.tuple(fc.oneof(key, fc.constantFrom("v1/x", "1")), version, mostly(fc.constant(more))).map(
      ([id, at, record]): Reading => ({
        type: "deployment",
        key: `${more.source}/${id}`,
        version: at,
        record: record === null ? null : deployed(id, record.finishedAt ?? START, record),
      }),
    ),
  );

const incidents = fc
  .record({
    openedAt: time,
    resolvedAt: maybe(time),
    deployment: maybe(fc.oneof(key, fc.constantFrom("7", "v1"))),
    source: maybe(fc.constant("issue")),
  })
  .chain((more) =>
    fc.tuple(key, version, names, mostly(fc.constant(more))).map(
      ([number, at, labels, record]): Reading => ({
        type: "incident",
        key: number,
        version: at,
        record: record === null ? null : { ...labeled(number, record.openedAt, labels), ...record },
      }),
    ),
  );

const updates = fc
  .record({
    bot: fc.constantFrom("renovate", "dependabot", "acme-bot[bot]"),
    kind: fc.constantFrom("major", "lockfile"),
    security: fc.boolean(),
    automerge: maybe(fc.boolean()),
    state: fc.constantFrom("merged" as const, "superseded" as const, "closed" as const),
    openedAt: time,
    closedAt: time,
    packages: fc.array(
      fc.record({
        name: fc.constant("@acme/a"),
        from: maybe(names.map(String)),
        to: maybe(names.map(String)),
        kind: fc.constant("major"),
      }),
      { maxLength: 2 },
    ),
  })
  .chain((more) =>
    fc.tuple(key, version, mostly(fc.constant(more))).map(
      ([number, at, record]): Reading => ({
        type: "update",
        key: number,
        version: at,
        record: record === null ? null : { number, ...record },
      }),
    ),
  );

/** In batches, as reconciliations bring them. */
export const randomBatches: fc.Arbitrary<Reading[][]> = fc.array(
  fc.array(fc.oneof(commits, changes, deployments, incidents, updates), { maxLength: 12, size: "max" }),
  { minLength: 1, maxLength: 6, size: "max" },
);
