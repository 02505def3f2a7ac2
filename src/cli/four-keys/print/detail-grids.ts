import type { FourKeysDetail } from "../../../metrics/detail.ts";
import { STAGES } from "../../../metrics/stages.ts";
import { durationText, UNKNOWN } from "../../../metrics/words.ts";
import type { Measured } from "../measured.ts";
import { messages } from "../text.ts";
import type { Grid } from "./summary.ts";

export interface DetailGrid extends Grid {
  readonly of: keyof FourKeysDetail;
}

/** Changes, deployments and incidents one by one; `shown` makes a text from outside safe where it is printed. */
export function detailGrids({ detail, language }: Measured, shown: (text: string) => string): DetailGrid[] {
  if (detail === null) return [];
  const text = messages(language).detail;
  const duration = (seconds: number | null) => (seconds === null ? UNKNOWN : durationText(seconds, language));
  const name = (id: string | number | null) => (id === null ? UNKNOWN : shown(String(id)));
  const yes = (value: boolean) => (value ? text.yes : UNKNOWN);
  const grids: DetailGrid[] = [
    {
      of: "changes",
      header: text.changes,
      rows: detail.changes.map(({ repo, pull, sha, deployment, attribution, seconds, stages }) => [
        shown(repo),
        pull === null ? name(sha) : `#${pull}`,
        name(deployment),
        attribution === null ? UNKNOWN : text.hows[attribution],
        duration(seconds),
        ...STAGES.map((stage) => duration(stages[stage])),
      ]),
    },
    {
      of: "deployments",
      header: text.deployments,
      rows: detail.deployments.map(({ id, failed, incidents, rework }) => [
        name(id),
        yes(failed),
        incidents.length === 0 ? UNKNOWN : incidents.map(name).join(" "),
        yes(rework),
      ]),
    },
    {
      of: "incidents",
      header: text.incidents,
      rows: detail.incidents.map(({ id, deployment, seconds }) => [name(id), name(deployment), duration(seconds)]),
    },
  ];
  return grids.filter(({ rows }) => rows.length > 0);
}
