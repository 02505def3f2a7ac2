import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";
import { checkEntry, commentEntry, conversationEntry, milestoneEntry, reactionEntry } from "./entries.ts";
import type { Entry, Written } from "./entry.ts";

/** Everything that Detoil has written so far, by what it is. */
export type Sheet = ReadonlyMap<string, Entry>;

/** Everything by Detoil that is currently in a repository of the simulated GitHub, to be told in this language. */
export function sheetOf(state: SimState, repo: SimRepo, language: Language = "en"): Sheet {
  const bot = `${state.app.slug}[bot]`;
  const sheet = new Map<string, Entry>();
  for (const milestone of repo.milestones.values())
    sheet.set(`${repo.id}/milestone/${milestone.number}`, milestoneEntry(repo, milestone, language));
  for (const item of [...repo.pulls.values(), ...repo.issues.values()]) {
    const place = `${repo.id}#${item.number}`;
    if (item.user === bot) sheet.set(place, conversationEntry(state, repo, item, language));
    for (const comment of item.comments) {
      const key = `${place}/${comment.id}`;
      if (comment.user === bot) sheet.set(key, commentEntry(repo, item, comment, language));
      for (const { content } of comment.reactions.filter(({ user }) => user === bot))
        sheet.set(`${key}/${content}`, reactionEntry(repo, item, comment, content, language));
    }
  }
  for (const run of repo.check_runs.values()) {
    // To people a check stays the same one while its pull request gets new commits.
    const pull = [...repo.pulls.values()].findLast(({ head_sha }) => head_sha === run.sha);
    if (run.app === state.app.slug && pull !== undefined) {
      sheet.set(`${repo.id}#${pull.number}/${run.name}`, checkEntry(repo, run, pull));
    }
  }
  return sheet;
}

/**
 * What is new or changed between two snapshots, in the order of writing. People's changes in between must be in both: a
 * person's edit of a text that Detoil opened is not Detoil's writing.
 */
export function writtenSince(before: Sheet, after: Sheet): Written[] {
  return [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    return old?.text === entry.text ? [] : [entry.tell(old)];
  });
}
