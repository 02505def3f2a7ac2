import type { Attribution, Shipping } from "../../metrics/attribution/shipping.ts";
import type { History } from "../../metrics/history.ts";
import type { Incident } from "../../metrics/incidents/incident.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordTable } from "../records/columns.ts";

export const shippingTable: RecordTable = {
  name: "shippings",
  key: { pull: "bigint", service: "text" },
  columns: {
    merged_at: "bigint",
    deployed_at: "bigint",
    waits: "boolean",
    rework: "boolean",
    deployment: "text",
    attribution: "text",
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

export interface ShippingRow {
  readonly pull: number;
  readonly service: string;
  readonly merged_at: Instant | null;
  readonly deployed_at: Instant | null;
  readonly waits: boolean;
  readonly rework: boolean;
  readonly deployment: string | null;
  readonly attribution: Attribution | null;
}

/** A recorded change always has its number. */
export function shippingRow(
  { change, service, deployment, attribution, waits }: Shipping,
  { rework }: History,
): ShippingRow {
  return {
    pull: change.pull ?? 0,
    service: service ?? NO_SERVICE,
    merged_at: change.mergedAt,
    deployed_at: deployment?.finishedAt ?? null,
    waits,
    rework: deployment !== null && rework.has(deployment),
    deployment: deployment === null ? null : String(deployment.record.id),
    attribution,
  };
}

export function serviceOf({ service }: Pick<ShippingRow, "service">): string | null {
  return service === NO_SERVICE ? null : service;
}

export function incidentRow({ id, openedAt, resolvedAt, deployment, named }: Incident) {
  return {
    id: String(id),
    is_numbered: typeof id === "number",
    opened_at: openedAt,
    resolved_at: resolvedAt,
    deployed_at: deployment?.finishedAt ?? null,
    is_named: named,
    deployment: deployment === null ? null : String(deployment.record.id),
  };
}
