import fc from "fast-check";
import { expect, test } from "vitest";
import { type RecordProblem, WrongRecord } from "../../src/records/reading/problem.ts";
import { readRecord } from "../../src/records/reading/read-record.ts";
import { recordSentence } from "../../src/records/reading/text.ts";
import { writtenRecord } from "../../src/records/written.ts";
import { randomHistory } from "../metrics/random-history.ts";

test("a change as contract §7 writes it", () => {
  const record = readRecord({
    type: "change",
    repo: "acme/shop",
    pull: 3,
    sha: "c3",
    author: "alice",
    first_commit_at: "2026-11-20T09:00:00+09:00",
    opened_at: "2026-11-20T01:00:00Z",
    ready_at: null,
    merged_at: "2026-11-20T02:00:00Z",
    labels: ["hotfix"],
    service: "web",
    reverts: "c2",
    note: "not a key of a record",
  });
  expect(record).toEqual({
    type: "change",
    repo: "acme/shop",
    pull: 3,
    sha: "c3",
    author: "alice",
    firstCommitAt: Date.UTC(2026, 10, 20),
    openedAt: Date.UTC(2026, 10, 20, 1),
    readyAt: null,
    firstReviewAt: null,
    approvedAt: null,
    mergedAt: Date.UTC(2026, 10, 20, 2),
    labels: ["hotfix"],
    services: ["web"],
    reverts: "c2",
    repairs: null,
  });
});

test("a deployment: an empty list is not an absent one, and without an environment it is GitHub's own default", () => {
  const given = {
    type: "deployment",
    repo: "a/b",
    id: 7,
    sha: "c",
    status: "success",
    finished_at: "2026-11-20T01:00:00Z",
  };
  expect(readRecord(given)).toMatchObject({ id: 7, environment: "production", service: null, changes: null });
  expect(readRecord({ ...given, changes: [] })).toMatchObject({ changes: [] });
  expect(readRecord({ ...given, status: "failure", finished_at: null })).toMatchObject({ finishedAt: null });
});

test("services: one, several, none", () => {
  const of = (service: unknown) => readRecord({ type: "change", repo: "a/b", pull: 1, service });
  expect(of("web")).toMatchObject({ services: ["web"] });
  expect(of(["web", "api"])).toMatchObject({ services: ["web", "api"] });
  expect(of(null)).toMatchObject({ services: [] });
});

test("written and read again, a record is the same", () => {
  fc.assert(
    fc.property(randomHistory, (records) => {
      for (const record of records) {
        const text = JSON.stringify(writtenRecord(record));
        expect(readRecord(JSON.parse(text))).toEqual(record);
      }
    }),
  );
});

const deployment = { type: "deployment", repo: "a/b", id: 1, status: "success", finished_at: "2026-11-20T01:00:00Z" };
const incident = { type: "incident", repo: "a/b", id: "i", opened_at: "2026-11-20T01:00:00Z" };

test.each<[unknown, RecordProblem]>([
  [[], { kind: "not-an-object" }],
  ["deployment", { kind: "not-an-object" }],
  [null, { kind: "not-an-object" }],
  [{}, { kind: "no-type" }],
  [{ type: "deploymnet" }, { kind: "unknown-type", value: "deploymnet", near: "deployment" }],
  [{ type: "constructor" }, { kind: "unknown-type", value: "constructor", near: null }],
  [
    { type: "commit", repo: "a/b", sha: "c" },
    { kind: "missing", key: "parents", type: "commit" },
  ],
  [
    { type: "commit", repo: "a/b", sha: "c", parents: [1] },
    { kind: "wrong-kind", key: "parents", wanted: "texts" },
  ],
  [{ type: "change", repo: "a/b" }, { kind: "nameless" }],
  [
    { type: "change", repo: 3, pull: 1 },
    { kind: "wrong-kind", key: "repo", wanted: "text" },
  ],
  [
    { type: "change", repo: "a/b", pull: "12" },
    { kind: "wrong-kind", key: "pull", wanted: "number" },
  ],
  [
    { type: "change", repo: "a/b", pull: 1, merged_at: 1700000000 },
    { kind: "wrong-kind", key: "merged_at", wanted: "time" },
  ],
  [
    { ...deployment, id: "" },
    { kind: "wrong-kind", key: "id", wanted: "id" },
  ],
  [
    { ...deployment, id: 1.5 },
    { kind: "wrong-kind", key: "id", wanted: "id" },
  ],
  [
    { ...deployment, status: "inactive" },
    { kind: "not-a-status", value: "inactive" },
  ],
  [
    { ...deployment, finished_at: undefined },
    { kind: "missing", key: "finished_at", type: "deployment" },
  ],
  [
    { ...deployment, finished_at: "2026-11-20T01:00:00" },
    { kind: "no-zone", key: "finished_at", value: "2026-11-20T01:00:00" },
  ],
  [
    { ...deployment, finished_at: "soon" },
    { kind: "not-a-time", key: "finished_at", value: "soon" },
  ],
  [
    { ...deployment, started_at: "2026-11-20T01:00:01Z" },
    { kind: "backwards", start: "started_at", end: "finished_at" },
  ],
  [
    { ...incident, opened_at: null },
    { kind: "missing", key: "opened_at", type: "incident" },
  ],
  [
    { ...incident, resolved_at: "2026-11-20T00:59:59Z" },
    { kind: "backwards", start: "opened_at", end: "resolved_at" },
  ],
])("%j", (given, problem) => {
  let found: unknown = null;
  try {
    readRecord(given);
  } catch (error) {
    found = error instanceof WrongRecord ? error.problem : error;
  }
  expect(found).toEqual(problem);
  const { en, ja } = recordSentence(problem);
  expect(en).toMatch(/^[^\n]+[.?]$/);
  expect(ja).toMatch(/[。か`]$/);
  expect(ja).not.toBe(en);
});
