import type { SimIssue, SimPull, SimRepo } from "../../simulator/state.ts";
import { readParent, readTask } from "../../src/automations/milestone-tasks/metadata.ts";
import { findMarkers } from "../../src/markdown/marker.ts";

/** A text in which names do not depend on when things happened. */
export type Say = (text: string) => string;

/** Replaces numbers of what Detoil created, ids of comments, and shas, by such names. */
export function wordsFor(repo: SimRepo, app: string): Say {
  const name = naming();
  const items = [...repo.pulls.values(), ...repo.issues.values()].sort((a, b) => a.number - b.number);
  const numbers = new Map(
    items.flatMap((item) => (item.user === `${app}[bot]` ? [[String(item.number), name(kindOf(item))]] : [])),
  );
  const comments = new Map(
    items.flatMap((item) => item.comments.map(({ id, user, body }) => [String(id), `${user}: ${body}`])),
  );
  const numberless: Say = (text) =>
    text
      .replace(/(#|\/pull\/|\/issues\/)(\d+)\b/g, (whole, before: string, number: string) => {
        const known = numbers.get(number);
        return known === undefined ? whole : `${before}(${known})`;
      })
      // In markers: {"tasks": {"freeze": "12"}}, {"to": 4711}, {"heard": 4711}
      .replace(/":"(\d+)"/g, (whole, number: string) => `":"${numbers.get(number) ?? whole}"`)
      // The day on which a task was created is later if a webhook was lost and another one reported the milestone.
      .replace(/"made":"\d{4}-\d{2}-\d{2}"/g, '"made":"…"')
      // Waiting for limits took minutes.
      .replace(/"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}Z"/g, '"$1"')
      .replace(/"(to|heard)":(\d+)/g, (whole, field: string, id: string) => {
        const known = comments.get(id);
        return known === undefined ? whole : `"${field}":${JSON.stringify(known)}`;
      });
  const shas = new Map<string, string>();
  for (const commit of [...repo.commits.values()].sort((a, b) => a.committed_at.localeCompare(b.committed_at))) {
    shas.set(commit.sha, `<${name(numberless(commit.message.split("\n")[0] ?? ""))}>`);
  }
  const short = new Map([...shas].map(([sha, title]) => [sha.slice(0, 7), title]));
  return (text) =>
    numberless(text).replace(/\b[0-9a-f]{7,40}\b/g, (found) => {
      const known = shas.get(found) ?? short.get(found.slice(0, 7));
      return known ?? found;
    });
}

/** A second thing of one name is a different one. */
function naming(): (of: string) => string {
  const seen = new Map<string, number>();
  return (of) => {
    const times = (seen.get(of) ?? 0) + 1;
    seen.set(of, times);
    return times === 1 ? of : `${of}~${times}`;
  };
}

function kindOf(item: SimPull | SimIssue): string {
  if ("head" in item) return `${item.head}→${item.base}`;
  const task = readTask(item.body)?.metadata;
  if (task !== undefined) return `${task.key} of ${task.milestone}`;
  const parent = readParent(item.body)?.metadata;
  return parent === undefined ? (findMarkers(item.body)[0]?.key ?? "issue") : `parent of ${parent.milestone}`;
}
