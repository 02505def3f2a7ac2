import type { EventRecord } from "../../../../src/records/record.ts";
import { change, collected, commit, DAY, deployment, HOUR, incident } from "../../../metrics/records.ts";

/** Noon (UTC) of a day, counted from Monday 10 August 2026. */
export function at(day: number, hours = 0): number {
  return Date.UTC(2026, 7, 10, 3) + day * DAY + hours * HOUR;
}

const sha = (pull: number) => pull.toString(16).padStart(40, "0");

function pull(number: number, merged: number, more: Parameters<typeof change>[2] = {}): readonly EventRecord[] {
  const days = 1 + (number % 3);
  const merge = { sha: sha(number), openedAt: merged - days * DAY, firstCommitAt: merged - days * DAY - 5 * HOUR };
  return [
    change(number, merged, {
      ...merge,
      firstReviewAt: merged - 9 * HOUR,
      approvedAt: merged - 2 * HOUR,
      ...more,
    }),
    commit(sha(number), sha(number - 1)),
  ];
}

/** Fifteen weeks of one team: two or three merges a week, deployed every Thursday; the last Thursday's failed. */
export const quarter = collected(
  ...Array.from({ length: 15 }, (_, week) => [
    ...pull(10 * week + 1, at(7 * week)),
    ...pull(10 * week + 2, at(7 * week + 1), { sha: sha(10 * week + 2) }),
    ...(week % 4 === 3 ? [] : [deployment(900 + week, sha(10 * week + 2), at(7 * week + 3, week))]),
  ]).flat(),
  // Every commit follows the last one of the week before.
  ...Array.from({ length: 15 }, (_, week) => commit(sha(10 * week), ...(week === 0 ? [] : [sha(10 * week - 8)]))),
  // The last deployment broke something: an incident, and a revert that was deployed the next day.
  incident(148, at(101, 16), at(101, 20)),
  ...pull(143, at(102, 2), {
    reverts: sha(142),
    openedAt: at(101, 18),
    firstCommitAt: at(101, 18),
    labels: ["hotfix"],
  }),
  deployment(920, sha(143), at(102, 3)),
  // What nothing can have brought, and what waits.
  change(139, at(92), { sha: "f".repeat(40) }),
  change(144, at(102, 6), { sha: sha(144) }),
  commit(sha(144), sha(143)),
  incident(149, at(100), null, { deployment: "v9" }),
);
