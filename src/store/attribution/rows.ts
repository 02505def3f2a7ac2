import type { Deployment } from "../../metrics/attribution/series.ts";
import type { Attribution, Shipping } from "../../metrics/attribution/shipping.ts";
import type { Incident } from "../../metrics/incidents/incident.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordTable } from "../records/columns.ts";

const TIMES = {
  first_commit_at: "bigint",
  opened_at: "bigint",
  ready_at: "bigint",
  first_review_at: "bigint",
  approved_at: "bigint",
  merged_at: "bigint",
} as const;

export const shippingTable: RecordTable = {
  name: "shippings",
  key: { pull: "bigint", service: "text" },
  columns: { ...TIMES, deployed_at: "bigint", sha: "sha", deployment: "text", attribution: "text" },
};

export const unshippedTable: RecordTable = {
  name: "unshipped",
  key: { pull: "bigint", service: "text" },
  columns: { merged_at: "bigint", sha: "sha" },
};

export const reachedTable: RecordTable = {
  name: "reached",
  key: { sha: "sha", series: "integer" },
  columns: { at: "bigint" },
};

export const countedDeploymentTable: RecordTable = {
  name: "counted_deployments",
  key: { name: "text", finished_at: "bigint" },
  columns: {
    started_at: "bigint",
    replaced_at: "bigint",
    series: "integer",
    place: "integer",
    is_numbered: "boolean",
    rework: "boolean",
    attribution: "text",
    sha: "sha",
    replaced: "text",
    changes: "text[]",
  },
};

export const linkedIncidentTable: RecordTable = {
  name: "linked_incidents",
  key: { id: "text" },
  columns: {
    opened_at: "bigint",
    resolved_at: "bigint",
    deployed_at: "bigint",
    is_numbered: "boolean",
    is_named: "boolean",
    deployment: "text",
  },
};

/** Without a service: none is named. */
const NO_SERVICE = "";

/** A change of which it is not known whether it is shipped. */
export interface ChangeRow {
  readonly pull: number;
  readonly service: string;
  readonly sha: string | null;
  readonly first_commit_at: Instant | null;
  readonly opened_at: Instant | null;
  readonly ready_at: Instant | null;
  readonly first_review_at: Instant | null;
  readonly approved_at: Instant | null;
  readonly merged_at: Instant | null;
}

export interface ShippingRow extends ChangeRow {
  readonly deployed_at: Instant;
  readonly deployment: string;
  readonly attribution: Attribution;
}

/** A recorded change always has its number. */
export function changeRow({ change, service }: Shipping): ChangeRow {
  return {
    pull: change.pull ?? 0,
    service: service ?? NO_SERVICE,
    sha: change.sha,
    first_commit_at: change.firstCommitAt,
    opened_at: change.openedAt,
    ready_at: change.readyAt,
    first_review_at: change.firstReviewAt,
    approved_at: change.approvedAt,
    merged_at: change.mergedAt,
  };
}

/** null: it is not shipped. */
export function shippingRow(shipping: Shipping): ShippingRow | null {
  const { deployment, attribution } = shipping;
  if (deployment === null || attribution === null) return null;
  return { ...changeRow(shipping), deployed_at: deployment.finishedAt, deployment: nameOf(deployment), attribution };
}

export function serviceOf({ service }: Pick<ChangeRow, "service">): string | null {
  return service === NO_SERVICE ? null : service;
}

export function keyOf({ pull, service }: Pick<ChangeRow, "pull" | "service">): string {
  return `${pull} ${service}`;
}

export function nameOf({ record }: Deployment): string {
  return String(record.id);
}

export function incidentRow({ id, openedAt, resolvedAt, deployment, named }: Incident) {
  return {
    id: String(id),
    is_numbered: typeof id === "number",
    opened_at: openedAt,
    resolved_at: resolvedAt,
    deployed_at: deployment?.finishedAt ?? null,
    is_named: named,
    deployment: deployment === null ? null : nameOf(deployment),
  };
}
