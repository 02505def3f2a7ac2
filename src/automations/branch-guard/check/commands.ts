import type { ReconcileContext } from "../../automation.ts";
import type { Fix } from "../evaluating/fix.ts";
import type { GuardedPull } from "../facts.ts";

/** Enough of an id to be the only one in a large repository. */
const SHORT = 12;

const short = (oid: string) => oid.slice(0, SHORT);

/**
 * The commands, on two lines, that bring a branch's own work to its base without the rest, ready for a shell; null: there are none. Neither
 * loses what somebody else has pushed: the first begins with that or stops, the second refuses to overwrite it.
 * (`--force-if-includes` would be shorter, and refuses in a fresh clone, which has no reflog of what it was cloned from.)
 */
export function commandsFor(
  fix: Fix,
  { base, head, fork }: Pick<GuardedPull, "base" | "head" | "fork">,
  { repository: { owner, name }, webUrl }: Pick<ReconcileContext, "repository" | "webUrl">,
): readonly [string, string] | null {
  if (head.startsWith("-") || base.startsWith("-")) return null; // Git takes such a name for an option
  const branch = quoted(head);
  // Whoever works in a fork calls that `origin`.
  const onto = fork === null ? quoted(`origin/${base}`) : "FETCH_HEAD";
  const move = moveWith(fix, onto);
  if (move === null) return null;
  const upstream = fork === null ? [] : [`git fetch ${quoted(`${webUrl}/${owner}/${name}`)} ${quoted(base)}`];
  const current = ["git fetch origin", `git switch ${branch}`, `git merge --ff-only ${quoted(`origin/${head}`)}`];
  return [[...current, ...upstream, move].join(" && "), `git push --force-with-lease origin ${branch}`];
}

function moveWith(fix: Fix, onto: string): string | null {
  switch (fix.way) {
    case "transplant":
      return `git rebase --onto ${onto} ${short(fix.after)}`;
    case "rebase":
      return `git rebase ${onto}`;
    case "drop-merge":
      return `git rebase --onto ${short(fix.onto)} ${short(fix.merge)}`;
    case "pick":
      return `git reset --keep ${onto} && git cherry-pick ${fix.commits.map(short).join(" ")}`;
    default:
      return null;
  }
}

/** A branch's name may hold `;`, `$`, quotes and more. */
function quoted(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
