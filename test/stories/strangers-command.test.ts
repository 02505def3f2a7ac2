import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";
import { SHOP } from "../harness/world.ts";

const SRE = `version: 1
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
`;

/** dan may read, eve has no access. */
const PEOPLE = { permission: { alice: "write", bo: "admin", dan: "read" } };

// The threat in docs/security.md: whoever can comment would close tasks, move dates and assign people.
furtherStory(
  "a command by somebody without write access has one 😕 and no effect, however often it is delivered",
  { sre: SRE, repo: PEOPLE },
  async ({ github, team, milestones, reads, settled }) => {
    await milestones.creates("v1.2", { due: "2026-12-18" });
    const pull = await team.opens("Sell apples");
    await settled();
    const [task, parent] = [milestones.task("freeze"), milestones.parent()];
    const shown = () => [task, parent].map((number) => reads.issue(number));
    const before = shown();

    const commands = [
      ["eve", task, "/sre done"],
      ["eve", task, "/sre snooze 3 days"],
      ["dan", task, "/sre take"],
      ["dan", task, "/sre assign @dan\n/sre done"],
      ["eve", parent, "/sre help"],
      ["dan", pull, "/sre help"],
    ] as const;
    for (const [who, where, what] of commands) await team.comments(where, what, who);
    await settled();
    const refused = [task, parent, pull].map((where) =>
      commands.filter(([, on]) => on === where).map(([, , what]) => [what, "confused"]),
    );
    const seen = () => ({
      reactions: [task, parent, pull].map((number) => reads.reactions(number)),
      comments: [task, parent, pull].map((number) => reads.comments(number)),
      issues: shown(),
    });
    expect(seen()).toEqual({ reactions: refused, comments: [[], [], []], issues: before });

    // A webhook that comes again, twice: by "Redeliver" on GitHub's page, and by the recovery of missed ones.
    for (let again = 0; again < 2; again += 1) {
      await github.redeliversAll();
      await settled();
      expect(seen()).toEqual({ reactions: refused, comments: [[], [], []], issues: before });
    }
    const asked = github.simulator.requests.filter(
      ({ path, method }) => method === "POST" && /\/reactions$/.test(path),
    );
    expect(asked).toHaveLength(commands.length);

    // Access given later does not make an old command count.
    for (const login of ["eve", "dan"]) github.repo(SHOP).permission.set(login, "write");
    await github.redeliversAll();
    await settled();
    expect(seen()).toEqual({ reactions: refused, comments: [[], [], []], issues: before });
  },
);
