import { expect } from "vitest";
import type { SimulatedGitHub } from "../harness/github.ts";
import { furtherStory } from "../harness/story.ts";
import { SHOP } from "../harness/world.ts";

/** The next time that Detoil writes this text, somebody is a moment faster: after Detoil's last read, before its write. */
function justBefore(github: SimulatedGitHub, number: number, edit: () => void): Promise<void> {
  return new Promise((done) => {
    github.gate = async (request, go) => {
      if (request.method === "PATCH" && new URL(request.url).pathname.endsWith(`/${number}`)) {
        github.gate = (one, onwards) => onwards(one);
        edit();
        done();
      }
      return go(request);
    };
  });
}

furtherStory("a box ticked at the moment of Detoil's write stays ticked", {}, async (story) => {
  const { github, team, reads, settled } = story;
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();
  const tick = (body: string) => `${body.replace("- [ ] #1", "- [x] #1")}\n\nTried on staging.`;
  const ticked = justBefore(github, 3, () => {
    github.act({ as: "carol", action: "edit-pull", repo: SHOP, number: 3, body: tick(team.pull(3).body) });
  });
  await team.merges(2);
  await ticked;
  await settled();
  const { text } = reads.pull(3);
  expect(text).toContain("- [x] #1 @alice\n- [ ] #2 @alice");
  expect(text).toContain("Tried on staging.");
  reads.checks();

  // The same when Detoil writes that it was released.
  const tickedLate = justBefore(github, 3, () => {
    const body = team.pull(3).body.replace("- [ ] #2", "- [x] #2");
    github.act({ as: "carol", action: "edit-pull", repo: SHOP, number: 3, body });
  });
  await team.merges(3);
  await tickedLate;
  await settled();
  const released = reads.pull(3);
  expect(released.text).toMatch(/^\*\*Released\*\* on .*\n\n- \[x\] #1 @alice\n- \[x\] #2 @alice\n/);
  expect(released.text).toContain("Tried on staging.");
});

const TASKS = `version: 1
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
`;

furtherStory("a note written into a task and its parent at that moment stays too", { sre: TASKS }, async (story) => {
  const { github, team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  const [task, parent] = [milestones.task("freeze"), milestones.parent()];
  for (const number of [task, parent]) reads.issue(number);
  const noted = [task, parent].map((number) => ({
    number,
    note: () => {
      const { body } = team.issue(number);
      github.act({ as: "carol", action: "edit-issue", repo: SHOP, number, body: `${body}\n\nAsk QA first.` });
    },
  }));
  const [first, second] = noted;
  if (first === undefined || second === undefined) throw new Error("two issues");
  const both = justBefore(github, first.number, first.note).then(() => justBefore(github, second.number, second.note));
  await milestones.dates(1, "2026-12-25");
  await both;
  await settled();
  for (const number of [task, parent]) {
    const { text } = reads.issue(number);
    expect(text).toContain("Ask QA first.");
  }
  expect(reads.issue(task).text).toMatch(/^Due \*\*2026-12-22\*\* \(Tue\) for/);
});

furtherStory(
  "so do a date and words in the task's own text, while the milestone moves",
  { sre: TASKS },
  async (story) => {
    const { github, team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const task = milestones.task("freeze");
    reads.issue(task);
    reads.issue(milestones.parent());
    const edits = (from: string, to: string) => () => {
      const { body } = team.issue(task);
      if (!body.includes(from)) throw new Error(`no ${from} in ${body}`);
      github.act({ as: "carol", action: "edit-issue", repo: SHOP, number: task, body: body.replace(from, to) });
    };
    const dated = justBefore(github, task, edits("**2026-12-15** (Tue)", "**2026-12-10**"));
    // Even if GitHub's answer to the write that took it away is lost.
    const lost = { match: { method: "PATCH", path: `/repos/acme/shop/issues/${task}` }, status: 502 };
    await github.fails({ ...lost, when: "after" });
    await milestones.dates(1, "2026-12-25");
    await dated;
    await settled();
    expect(await github.faultsLeft()).toEqual([]);
    expect(reads.issue(task).text).toMatch(/^Due \*\*2026-12-10\*\* \(Thu\) for/);
    expect(reads.issue(milestones.parent()).text).toContain("| Thu 10 Dec |");

    const worded = justBefore(
      github,
      task,
      edits("Due **2026-12-10** (Thu) for", "Only the database. Due **2026-12-10** for"),
    );
    await milestones.renames(1, "v1.3");
    await worded;
    await settled();
    expect(reads.issue(task).text).toMatch(/^Only the database\. Due \*\*2026-12-10\*\* for/);
    // Theirs stays from then on.
    await milestones.dates(1, "2026-12-28");
    await settled();
    expect(reads.issue(task).text).toMatch(/^Only the database\. Due \*\*2026-12-10\*\* for/);
    reads.issue(milestones.parent());
  },
);

furtherStory(
  "so does a command, which another item of work carries out at that moment",
  { sre: TASKS },
  async (story) => {
    const { github, team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const [task, parent] = [milestones.task("freeze"), milestones.parent()];
    for (const number of [task, parent]) reads.issue(number);
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    let isFirst = true;
    github.gate = async (request, go) => {
      const { pathname } = new URL(request.url);
      const isWrite = request.method === "PATCH" && pathname.endsWith(`/issues/${task}`);
      if (isWrite && isFirst) {
        isFirst = false;
        hold();
        await answered;
      }
      const response = await go(request);
      if (request.method === "POST" && pathname.endsWith(`/issues/${task}/comments`)) answer();
      return response;
    };
    await milestones.dates(1, "2026-12-25");
    await held;
    await team.comments(task, "/sre snooze 1 week", "alice");
    await settled();
    github.gate = (one, onwards) => onwards(one);
    expect(reads.issue(task).text).toMatch(/^Due \*\*2026-12-29\*\* \(Tue\) for/);
    expect(reads.comments(task)).toEqual([expect.stringMatching(/^Now due on \*\*Tue 29 Dec\*\*\./)]);
    expect(reads.reactions(task)).toEqual([["/sre snooze 1 week", "eyes"]]);
    expect(reads.issue(parent).text).toContain("| Tue 29 Dec |");
  },
);
