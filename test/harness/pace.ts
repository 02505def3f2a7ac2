import type { RequestRecord } from "../../simulator/platform/request-log.ts";
import type { SimulatedGitHub } from "./github.ts";
import type { Milestones } from "./milestones.ts";

/**
 * Everything that counts for GitHub's limits on content creation. The simulated GitHub does not refuse, so stories
 * count.
 */
const CREATIONS = /^POST \/repos\/[^/]+\/[^/]+\/(issues|pulls|issues\/\d+\/comments|pulls\/\d+\/requested_reviewers)$/;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The most creations within any minute and any hour, by the simulated time. */
export function pace(requests: readonly RequestRecord[]): { readonly minute: number; readonly hour: number } {
  const times = requests.flatMap((request) => (isCreation(request) ? [Date.parse(request.at)] : []));
  return { minute: most(times, MINUTE), hour: most(times, HOUR) };
}

/** `path` without its part before `/repos`. */
export function isCreation({ method, path }: Pick<RequestRecord, "method" | "path">): boolean {
  return CREATIONS.test(`${method} ${path}`);
}

/** `times` come in order. */
function most(times: readonly number[], within: number): number {
  let from = 0;
  let found = 0;
  times.forEach((time, at) => {
    while (time - (times[from] ?? time) >= within) from += 1;
    found = Math.max(found, at - from + 1);
  });
  return found;
}

/** sre.yml with the tasks `t1`, `t2` …; each tenth one waits for the one before it. */
export function sreOf(tasks: number): string {
  const lines = Array.from({ length: tasks }, (_, at) => {
    const after = at % 10 === 9 ? `, after: [t${at}]` : "";
    return `    - {key: t${at + 1}, title: Task ${at + 1}, assignees: [alice], due: -1 day${after}}`;
  });
  return `version: 1\nmilestones:\n  tasks:\n${lines.join("\n")}\n`;
}

/** Milestones that appear while no webhooks arrive: the server knows the time when it is told of them. */
export async function makeMilestones(github: SimulatedGitHub, milestones: Milestones, count: number): Promise<void> {
  const { webhooks } = github.simulator;
  webhooks.deliver = "hold";
  for (let at = 1; at <= count; at += 1) await milestones.creates(`v1.${at}`, { due: "2026-12-18" });
  await github.moveClock(github.simulator.state.now);
  webhooks.deliver = "live";
  github.simulator.release();
}

/** Lets minutes pass until all is done; returns how many. `rests` resolves when no reconciliation is running or due. */
export async function passMinutes(
  { github, rests }: { readonly github: SimulatedGitHub; readonly rests: () => Promise<void> },
  isDone: () => boolean,
): Promise<number> {
  for (let minutes = 0; ; minutes += 1) {
    await github.simulator.idle();
    await rests();
    if (isDone()) return minutes;
    const next = new Date(Date.parse(github.simulator.state.now) + MINUTE);
    await github.moveClock(next.toISOString().replace(".000Z", "Z"));
  }
}
