import type { SimCheckRun, SimRepo } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { type IconName, icon } from "./icons.ts";

type CheckState = Pick<SimCheckRun, "status" | "conclusion">;

const appearance: Readonly<Record<string, readonly [IconName, string]>> = {
  success: ["success", "open"],
  failure: ["failure", "closed"],
  error: ["failure", "closed"],
  timed_out: ["failure", "closed"],
  startup_failure: ["failure", "closed"],
  action_required: ["attention", "warn"],
  pending: ["pending", "warn"],
};

/** The round icon of a check: green, red, yellow, or gray. */
export function checkIcon({ status, conclusion }: CheckState): Html {
  const [name, tone] = appearance[status === "completed" ? (conclusion ?? "neutral") : "pending"] ?? [
    "neutral",
    "quiet",
  ];
  return html`<span class="tone-${tone}" title="${outcome({ status, conclusion })}">${icon(name)}</span>`;
}

/** GitHub's word for it: "success", "in progress". */
export const outcome = ({ status, conclusion }: CheckState) =>
  (status === "completed" ? (conclusion ?? "neutral") : status).replaceAll("_", " ");

/** The check runs of a commit that count: the newest of each name. */
export function checksOf(repo: SimRepo, sha: string): SimCheckRun[] {
  const newest = new Map<string, SimCheckRun>();
  for (const run of repo.check_runs.values()) if (run.sha === sha) newest.set(`${run.app} ${run.name}`, run);
  return [...newest.values()];
}

/** One icon for all checks and statuses of a commit; nothing if there are none. */
export function combinedStatus(repo: SimRepo, sha: string): Html | null {
  const conclusions = [
    ...checksOf(repo, sha).map((run) => (run.status === "completed" ? (run.conclusion ?? "neutral") : "pending")),
    ...repo.statuses.filter((status) => status.sha === sha).map(({ state }) => state),
  ];
  if (conclusions.length === 0) return null;
  const bad = conclusions.find((word) => appearance[word]?.[1] === "closed" || word === "action_required");
  const worst = bad ?? conclusions.find((word) => word === "pending") ?? "success";
  return checkIcon({ status: "completed", conclusion: worst });
}
