import { paragraphsOf } from "../../../commands/blocks.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Reading } from "../../../records/book.ts";
import type { fourKeysIncidentResult } from "./four-keys-incident.generated.ts";

/** An issue as the fragment FourKeysIncident reads it, alone or in a page of others. */
export type IncidentNode = NonNullable<NonNullable<fourKeysIncidentResult["repository"]>["issue"]>;

const DEPLOYMENT = /^Deployment: *`?#?([^\s`#][^\s`]{0,99})`? *$/i;

/**
 * An issue with labels: from its creation to its last close, while it is closed. Without a label it is no incident. `commit`: of
 * the tag that it names, where deployments are not known by tags.
 */
export function incidentReading(node: IncidentNode, repo: string, commit: string | null): Reading {
  const { number, body, createdAt, updatedAt, state, closedAt } = node;
  const labels = nodesOf(node.labels).map(({ name }) => name);
  return {
    type: "incident",
    key: number,
    version: Date.parse(updatedAt),
    record:
      labels.length === 0
        ? null
        : {
            type: "incident",
            repo,
            id: number,
            openedAt: Date.parse(createdAt),
            resolvedAt: state === "OPEN" || closedAt === null ? null : Date.parse(closedAt),
            deployment: commit ?? deploymentIn(body),
            source: "issue",
            labels,
          },
  };
}

/** What a line `Deployment: …` names first; in a block of code or a quote it may be an example. */
export function deploymentIn(body: string): string | null {
  const lines = paragraphsOf(body).flat();
  return lines.flatMap(({ text }) => DEPLOYMENT.exec(text)?.[1] ?? [])[0] ?? null;
}
