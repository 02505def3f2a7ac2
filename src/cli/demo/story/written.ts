import type { SimState } from "../../../../simulator/state.ts";
import type { Action } from "../../../github/actions.ts";
import { checkEntry, commentEntry, conversationEntry, milestoneEntry, reactionEntry } from "./entries.ts";

/** One thing that Detoil wrote in a step, for people. */
export interface Written {
  readonly path: string;
  /** "opened #2 Release 2026-11-02" */
  readonly what: string;
  /** green, red: what a check came to; null: no check. */
  readonly outcome: "green" | "red" | null;
  /** Markdown: the lines that are new. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Is it what this action of a plan meant? */
  meant(action: Action): boolean;
}

/** Everything that Detoil has written so far, by what it is. */
export type Sheet = ReadonlyMap<string, Entry>;

export interface Entry {
  readonly text: string;
  tell(before: Entry | undefined): Written;
}

/** What stands on the simulated GitHub now that Detoil wrote. */
export function sheetOf(state: SimState): Sheet {
  const bot = `${state.app.slug}[bot]`;
  const sheet = new Map<string, Entry>();
  for (const repo of state.repos.values()) {
    for (const milestone of repo.milestones.values())
      sheet.set(`${repo.id}/milestone/${milestone.number}`, milestoneEntry(repo, milestone));
    for (const item of [...repo.pulls.values(), ...repo.issues.values()]) {
      const place = `${repo.id}#${item.number}`;
      if (item.user === bot) sheet.set(place, conversationEntry(state, repo, item));
      for (const comment of item.comments) {
        const key = `${place}/${comment.id}`;
        if (comment.user === bot) sheet.set(key, commentEntry(repo, item, comment.body));
        for (const { content } of comment.reactions.filter(({ user }) => user === bot))
          sheet.set(`${key}/${content}`, reactionEntry(repo, item, comment, content));
      }
    }
    for (const run of repo.check_runs.values()) {
      // A check stays the same one while its pull request moves on, as people see it.
      const pull = [...repo.pulls.values()].findLast(({ head_sha }) => head_sha === run.sha);
      if (run.app === state.app.slug && pull !== undefined) {
        sheet.set(`${repo.id}#${pull.number}/${run.name}`, checkEntry(repo, run, pull));
      }
    }
  }
  return sheet;
}

/**
 * What came or changed between two sheets, in the order in which it was written. What people did in between must be in both:
 * a person's edit of a text that Detoil opened is no writing of Detoil's.
 */
export function writtenSince(before: Sheet, after: Sheet): Written[] {
  return [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    return old?.text === entry.text ? [] : [entry.tell(old)];
  });
}
