import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { milestoneTasks as automation } from "../src/automations/milestone-tasks/index.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { countedSince } from "./requests.ts";

/** Tasks with owner, label and date, each blocked by the previous one. */
function worldWith(tasks: number): object {
  const list = Array.from({ length: tasks }, (_, index) => {
    const after = index === 0 ? "" : `, after: [t${index}]`;
    return `    - {key: t${index + 1}, title: "Task ${index + 1} for {{milestone.title}}", assignees: [alice], labels: [release], due: -${tasks - index} business days${after}}`;
  });
  return {
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }],
    repos: [
      {
        name: REPO,
        default_branch: "develop",
        permission: { alice: "write" },
        files: { ".github/sre.yml": `version: 1\nmilestones:\n  tasks:\n${list.join("\n")}\n` },
        branches: { develop: "base" },
        commits: [{ sha: "base", message: "Start", committed_at: "2026-11-01T00:00:00Z" }],
        labels: [{ name: "release", color: "0e8a16" }],
        milestones: [{ number: 1, title: "v1.3", due_on: "2027-06-01T07:00:00Z" }],
      },
    ],
  };
}

/** A milestone is created: what do its tasks, their links and dependencies cost, and what does the next reconciliation cost? */
export async function milestone(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { tasks: { type: "string", default: "50" } } });
  const tasks = Number(values.tasks);
  const simulator = createSimulator(parseWorld(worldWith(tasks), "bench"));
  await countedSince(simulator);
  await reconcileOnce(simulator, automation, "milestone/1");
  const made = await countedSince(simulator);
  await reconcileOnce(simulator, automation, "milestone/1");
  const unchanged = await countedSince(simulator);
  return { tasks, ...made, unchanged: { requests: unchanged.requests, writes: unchanged.writes } };
}
