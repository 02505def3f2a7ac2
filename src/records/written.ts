import type { EventRecord, Instant } from "./record.ts";

/** A record in the form of contract §7, which `readRecord` reads again as the same. */
export function writtenRecord(record: EventRecord): Readonly<Record<string, unknown>> {
  const { type, repo } = record;
  switch (record.type) {
    case "commit": {
      const { sha, parents, authoredAt, committedAt } = record;
      return { type, repo, sha, parents, authored_at: time(authoredAt), committed_at: time(committedAt) };
    }
    case "change":
      return {
        type,
        repo,
        pull: record.pull,
        sha: record.sha,
        author: record.author,
        first_commit_at: time(record.firstCommitAt),
        opened_at: time(record.openedAt),
        ready_at: time(record.readyAt),
        first_review_at: time(record.firstReviewAt),
        approved_at: time(record.approvedAt),
        merged_at: time(record.mergedAt),
        labels: record.labels,
        service: record.services.length === 0 ? null : record.services,
        reverts: record.reverts,
        repairs: record.repairs,
      };
    case "deployment":
      return {
        type,
        repo,
        id: record.id,
        environment: record.environment,
        service: record.service,
        sha: record.sha,
        status: record.status,
        started_at: time(record.startedAt),
        finished_at: time(record.finishedAt),
        ...(record.changes === null ? {} : { changes: record.changes }),
      };
    case "incident": {
      const { id, openedAt, resolvedAt, deployment, source } = record;
      return { type, repo, id, opened_at: time(openedAt), resolved_at: time(resolvedAt), deployment, source };
    }
  }
}

/** To the second where it is one: `2026-11-20T01:00:00Z`. */
export function isoInstant(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function time(at: Instant | null): string | null {
  return at === null ? null : isoInstant(at);
}
