import { failuresOf, type History } from "./history.ts";

/** Histories of different repositories as one: nothing in one refers to another (contract §7). */
export function combined(histories: readonly History[]): History {
  const incidents = histories.flatMap((history) => history.incidents);
  return {
    deployments: histories.flatMap(({ deployments }) => deployments).sort((a, b) => a.finishedAt - b.finishedAt),
    shippings: histories.flatMap(({ shippings }) => shippings),
    incidents,
    failures: failuresOf(incidents),
    rework: new Set(histories.flatMap(({ rework }) => [...rework])),
  };
}
