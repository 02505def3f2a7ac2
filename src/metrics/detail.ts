import type { RecordId } from "../records/record.ts";
import type { Attribution, ShownShipping } from "./attribution/shipping.ts";
import type { History } from "./history.ts";
import { type Incident, recoveryOf } from "./incidents/incident.ts";
import { shippedIn, unshippedIn } from "./report.ts";
import { type FourKeysSettings, isIn, type Window } from "./settings.ts";
import { leadTimeOf, type Stage, stageOf } from "./stages.ts";

/** What a report counts, one by one: each of its numbers can be computed again from these (contract §7). */
export interface FourKeysDetail {
  /** Shipped in the window, or merged in it and not shipped. */
  readonly changes: readonly ChangeDetail[];
  /** Finished in the window. */
  readonly deployments: readonly DeploymentDetail[];
  /** Opened or resolved in the window, or of a deployment in it. */
  readonly incidents: readonly IncidentDetail[];
}

interface ChangeDetail {
  readonly repo: string;
  readonly pull: number | null;
  readonly sha: string | null;
  readonly deployment: RecordId | null;
  readonly attribution: Attribution | null;
  readonly seconds: number | null;
  readonly stages: Readonly<Record<Stage, number | null>>;
}

interface DeploymentDetail {
  readonly id: RecordId;
  readonly failed: boolean;
  readonly incidents: readonly RecordId[];
  readonly rework: boolean;
}

interface IncidentDetail {
  readonly id: RecordId;
  readonly deployment: RecordId | null;
  readonly seconds: number | null;
}

/** In the order of time; what happened at the same time in that of repositories and numbers. */
export function detailOf(history: History, window: Window, settings: FourKeysSettings): FourKeysDetail {
  const { failures, rework } = history;
  const incidents = inOrder(history.incidents, incidentOrder);
  return {
    changes: inOrder([...shippedIn(history, window), ...unshippedIn(history, window)], changeOrder).map((shipping) => ({
      repo: shipping.change.repo,
      pull: shipping.change.pull,
      sha: shipping.change.sha,
      deployment: shipping.deployment?.record.id ?? null,
      attribution: shipping.attribution,
      seconds: seconds(leadTimeOf(shipping, settings.leadTime)),
      stages: {
        coding: seconds(stageOf(shipping, "coding")),
        pickup: seconds(stageOf(shipping, "pickup")),
        review: seconds(stageOf(shipping, "review")),
        merge: seconds(stageOf(shipping, "merge")),
        deploy: seconds(stageOf(shipping, "deploy")),
      },
    })),
    deployments: history.deployments
      .filter(({ finishedAt }) => isIn(window, finishedAt))
      .map((deployment) => ({
        id: deployment.record.id,
        failed: failures.has(deployment),
        incidents: inOrder(failures.get(deployment) ?? [], incidentOrder).map(({ id }) => id),
        rework: rework.has(deployment),
      })),
    incidents: incidents
      .filter(
        ({ openedAt, resolvedAt, deployment }) =>
          isIn(window, openedAt) || isIn(window, resolvedAt) || isIn(window, deployment?.finishedAt ?? null),
      )
      .map((incident) => ({
        id: incident.id,
        deployment: incident.deployment?.record.id ?? null,
        seconds: seconds(recoveryOf(incident)),
      })),
  };
}

type Order = readonly (string | number)[];

function changeOrder({ change, service }: ShownShipping): Order {
  return [change.mergedAt ?? 0, change.repo, change.pull ?? 0, change.sha ?? "", service ?? ""];
}

function incidentOrder({ openedAt, repo, id }: Incident): Order {
  return [openedAt ?? 0, repo, String(id)];
}

function inOrder<T>(values: readonly T[], orderOf: (value: T) => Order): T[] {
  const keyed = values.map((value) => ({ value, order: orderOf(value) }));
  return keyed.sort((a, b) => compare(a.order, b.order)).map(({ value }) => value);
}

function compare(a: Order, b: Order): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
