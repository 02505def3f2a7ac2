import { expect } from "vitest";
import { makeMilestones, pace, passMinutes, sreOf } from "../harness/pace.ts";
import { type Story, story } from "../harness/story.ts";

/** Reads everything, and checks that it exists once. */
function expectAll({ team, milestones, reads }: Story, count: number, tasks: number): void {
  expect(team.repo.issues.size).toBe(count * (tasks + 1));
  for (let milestone = 1; milestone <= count; milestone += 1) {
    expect(new Set(milestones.keys(milestone)).size).toBe(tasks);
    for (const key of milestones.keys(milestone)) reads.issue(milestones.task(key, milestone));
    const { text } = reads.issue(milestones.parent(milestone));
    expect(text).toContain(`0 of ${tasks} tasks done.`);
    expect(text).not.toContain("tasks are made");
  }
}

for (const [count, tasks] of [
  [1, 500],
  [10, 100],
] as const) {
  story(`${count} × ${tasks} tasks take hours`, { sre: sreOf(tasks) }, async (played) => {
    const { github, team, milestones, settled } = played;
    await makeMilestones(github, milestones, count);
    const total = count * (tasks + 1);
    const minutes = await passMinutes(played, () => team.repo.issues.size === total);
    await settled();
    expect(minutes).toBeGreaterThan(60 * Math.floor(total / 401));
    const { minute, hour } = pace(github.simulator.requests);
    expect(minute).toBeLessThanOrEqual(80);
    expect(hour).toBeLessThanOrEqual(500);
    expectAll(played, count, tasks);
  });
}
