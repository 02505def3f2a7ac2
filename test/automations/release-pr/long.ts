import { LANE, shop, type World } from "./world.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 9, 1) + minutes * 60_000).toISOString().replace(".000Z", "Z");

export interface Shape {
  readonly waiting: number;
  readonly direct?: number;
  readonly released?: number;
  /** When pull requests were last updated, as far as GitHub reports it; a world may say anything. */
  readonly updated?: string;
  /** Default: one lane. */
  readonly sre?: string;
}

/** Squashed pull requests that were released, then some that wait, and pushes. */
export function long({ waiting, direct = 0, released = 0, updated, sre = LANE }: Shape): World {
  const commits: object[] = [{ sha: "start", message: "Start", committed_at: at(0), authored_at: at(0) }];
  const pulls: object[] = [];
  let tip = "start";
  const add = (sha: string, message: string, minutes: number) => {
    commits.push({
      sha,
      parents: [tip],
      message,
      author: "alice",
      committed_at: at(minutes),
      authored_at: at(minutes),
    });
    tip = sha;
  };
  for (let number = 1; number <= released + waiting; number += 1) {
    const when = at(number * 5 + (number > released ? 10_000 : 0));
    add(`s${number}`, `Change ${number} (#${number})`, number * 5 + (number > released ? 10_000 : 0));
    const merged = { state: "merged", merge_method: "squash", merge_commit_sha: tip, merged_at: when, closed_at: when };
    pulls.push({
      number,
      title: `Change ${number}`,
      user: "alice",
      base: "develop",
      head: `b${number}`,
      head_sha: tip,
      commits: [tip],
      created_at: when,
      updated_at: updated ?? when,
      ...merged,
    });
  }
  for (let push = 0; push < direct; push += 1) add(`p${push}`, `Push ${push}`, 30_000 + push);
  return shop(sre, { commits, pulls, branches: { main: released === 0 ? "start" : `s${released}`, develop: tip } });
}
