import type { SimComment } from "../../../simulator/state.ts";
import { commandsFor } from "../../../src/automations/commands/index.ts";
import { conversations } from "../../../src/automations/conversation-target.ts";
import { milestoneTasks } from "../../../src/automations/milestone-tasks/index.ts";
import { type Reconciled, worldOf } from "../world.ts";

const commands = commandsFor([milestoneTasks]);

export const ISSUE = 1;
export const PULL = 2;
export const TASK = 3;

interface World {
  /** A person acts on GitHub. */
  act(as: string, action: string, words: object): void;
  /** A person comments; returns the comment's id. */
  say(as: string, body: string, number?: number): number;
  reconcile(number?: number, apply?: boolean): Promise<Reconciled>;
  /**
   * Reconciles and applies; then reconciles again, which must find nothing to do. Returns Detoil's writes since the
   * last time.
   */
  converge(number?: number): Promise<string[]>;
  /** The reactions on a comment, as `eyes by detoil[bot]`. */
  reactions(id: number): string[];
}

/**
 * acme/shop (public; alice may write, bo may not): an issue of bo's that is assigned to carol, a pull request, and an
 * issue that Detoil (or another `maker`) created as a milestone's task or parent, which may be in a `milestone` (1
 * v1.2, 2 Backlog).
 */
export function shop(
  sections: string,
  made = '<!-- detoil:task {"milestone":1,"key":"freeze"} -->',
  maker = "detoil[bot]",
  milestone: number | null = null,
): World {
  const files = { ".github/sre.yml": `version: 1\n${sections}` };
  const world = worldOf({
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }, { login: "bo" }, { login: "carol" }, { login: "renovate[bot]", type: "Bot" }],
    repos: [
      {
        name: "acme/shop",
        permission: { alice: "write", "renovate[bot]": "write" },
        commits: [
          { sha: "start", message: "Start", files },
          { sha: "change", parents: ["start"], message: "Change", files: ["a.ts"] },
        ],
        branches: { main: "start", change: "change" },
        milestones: [
          { number: 1, title: "v1.2" },
          { number: 2, title: "Backlog" },
        ],
        issues: [
          { number: ISSUE, title: "It is slow", body: "Very.", user: "bo", assignees: ["carol"] },
          { number: TASK, title: "Code freeze", body: made, user: maker, milestone },
        ],
        pulls: [{ number: PULL, title: "Faster", body: "", user: "bo", base: "main", head: "change" }],
      },
    ],
  });
  const { repo, act } = world;
  const commentsOn = (number: number): readonly SimComment[] =>
    (repo.issues.get(number) ?? repo.pulls.get(number))?.comments ?? [];
  const seen = new Set<number>();
  return {
    act,
    reconcile: (number = ISSUE, apply = true) =>
      world.reconcile(commands, conversations.format({ kind: "conversation", value: number }), { apply }),
    say: (as, body, number = ISSUE) => Number(act(as, "comment", { number, body }).id),
    async converge(number = ISSUE) {
      await world.converge(commands, conversations.format({ kind: "conversation", value: number }));
      const written = commentsOn(number).filter(({ id, user }) => user === "detoil[bot]" && !seen.has(id));
      for (const { id } of written) seen.add(id);
      return written.map(({ body }) => body);
    },
    reactions(id) {
      const comment = [ISSUE, PULL, TASK].flatMap(commentsOn).find((each) => each.id === id);
      return (comment?.reactions ?? []).map(({ user, content }) => `${content} by ${user}`);
    },
  };
}
