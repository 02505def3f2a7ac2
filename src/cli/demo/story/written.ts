import type { Action } from "../../../github/actions.ts";
import type { SimCheckRun, SimIssue, SimPull, SimRepo, SimState } from "../../../simulator/state.ts";
import { paths } from "../page/paths.ts";
import { isPull } from "../page/pieces.ts";

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

interface Entry {
  readonly text: string;
  tell(before: Entry | undefined): Written;
}

/** What stands on the simulated GitHub now that Detoil wrote. */
export function sheetOf(state: SimState): Sheet {
  const bot = `${state.app.slug}[bot]`;
  const sheet = new Map<string, Entry>();
  for (const repo of state.repos.values()) {
    for (const item of [...repo.pulls.values(), ...repo.issues.values()]) {
      const place = `${repo.id}#${item.number}`;
      if (item.user === bot) sheet.set(place, conversationEntry(repo, item));
      for (const comment of item.comments) {
        if (comment.user === bot) sheet.set(`${place}/${comment.id}`, commentEntry(repo, item, comment.body));
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

/** What came or changed between two sheets, in the order in which it was written. */
export function writtenSince(before: Sheet, after: Sheet): Written[] {
  return [...after].flatMap(([key, entry]) => {
    const old = before.get(key);
    return old?.text === entry.text ? [] : [entry.tell(old)];
  });
}

/** A person's edit of a text that Detoil opened is no writing of Detoil's: only what Detoil itself did is told. */
function conversationEntry(repo: SimRepo, item: SimPull | SimIssue): Entry {
  const path = isPull(item) ? paths.pull(repo, item.number) : paths.issue(repo, item.number);
  return {
    text: `${item.title}\n${item.body}`,
    tell(before) {
      const old = before?.text.split(/\r?\n/) ?? [];
      const now = [item.title, ...item.body.split(/\r?\n/)];
      const kind = isPull(item) ? "pull-request" : "issue";
      return {
        path,
        what: `${before === undefined ? "opened" : "rewrote"} #${item.number} ${item.title}`,
        outcome: null,
        added: shown(now.slice(1)).filter((line) => !old.includes(line)),
        removed: shown(old.slice(1)).filter((line) => isItem(line) && !now.includes(line)),
        meant: (action) =>
          before === undefined
            ? action.action === `create-${kind}`
            : action.action === `update-${kind}` && "number" in action && action.number === item.number,
      };
    },
  };
}

function commentEntry(repo: SimRepo, item: SimPull | SimIssue, body: string): Entry {
  return {
    text: body,
    tell: (before) => ({
      path: isPull(item) ? paths.pull(repo, item.number) : paths.issue(repo, item.number),
      what: `${before === undefined ? "commented" : "edited a comment"} on #${item.number} ${item.title}`,
      outcome: null,
      added: shown(body.split(/\r?\n/)),
      removed: [],
      meant: (action) =>
        before === undefined
          ? action.action === "create-comment" && action.number === item.number
          : action.action === "update-comment",
    }),
  };
}

function checkEntry(repo: SimRepo, run: SimCheckRun, pull: SimPull): Entry {
  const { title, summary, annotations } = run.output;
  return {
    text: JSON.stringify([run.conclusion, title, summary, annotations]),
    tell: () => ({
      path: paths.run(repo, run.id),
      what: `${run.name} on #${pull.number}: ${title ?? run.conclusion ?? ""}`,
      outcome: run.conclusion === "success" || run.conclusion === "neutral" ? "green" : "red",
      added: [
        ...annotations.map(({ path, start_line, message }) => `${path}:${start_line}  ${message}`),
        ...(annotations.length > 0 ? [] : shown((summary ?? "").split(/\r?\n/))),
      ],
      removed: [],
      meant: (action) => action.action === "set-check-run" && action.name === run.name && action.head_sha === run.sha,
    }),
  };
}

const isItem = (line: string) => /^\s*[-*+] /.test(line);

/** The lines that say something: no comments, nothing empty, no small print. */
function shown(lines: readonly string[]): string[] {
  return lines
    .join("\n")
    .replace(/<!--[\s\S]*?-->/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("<sub>"));
}
