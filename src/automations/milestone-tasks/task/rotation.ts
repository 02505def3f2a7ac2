import type { Assignable } from "../../../managed/assignable.ts";
import type { EarlierMilestone, OneMilestone } from "../facts.ts";
import { ownValue } from "../own-value.ts";

/** One task's rotation: whose turns it is made of, and whom GitHub lets assign. */
export interface Rotation {
  readonly key: string;
  readonly people: readonly string[];
  readonly assignable: Assignable;
}

/** Who has the turns of this milestone so far, by the tasks' keys. */
export type HeldTurns = ReadonlyMap<string, string>;

/** As the tasks store them, and the parent for those that it alone knows. */
export function heldTurns({ own, parent }: Pick<OneMilestone, "own" | "parent">): HeldTurns {
  // The first task of a key counts, so it is entered last.
  const stored = new Map(own.map(({ metadata }) => [metadata.key, metadata.turn] as const).reverse());
  const known = [...stored].flatMap(([key, turn]): [string, string][] => (turn === null ? [] : [[key, turn]]));
  return new Map([...Object.entries(parent?.metadata.turns ?? {}), ...known]);
}

/** This milestone keeps its turn while its holder is in the list and can be assigned; null: a turn has to be given. */
export function keptTurn({ key, people, assignable }: Rotation, turns: HeldTurns): string | null {
  const had = turns.get(key) ?? null;
  return people.find((login) => same(login, had) && assignable.has(login.toLowerCase())) ?? null;
}

/**
 * Whose turn it is: the next in the list after the last holder who is still in the list. An earlier milestone without
 * tasks yet counts with the turn that it will get, so ten milestones created at once are as fair as ten created one by
 * one, in whatever order they are reconciled. null: nobody in the list can be assigned.
 */
export function nextTurn(rotation: Rotation, earlier: readonly EarlierMilestone[]): string | null {
  let last: string | null = null;
  for (const milestone of [...earlier].sort((a, b) => a.number - b.number)) {
    const had = ownValue(milestone.turns, rotation.key);
    // People who left have no place in the list that somebody could follow.
    if (had !== undefined) last = isIn(rotation, had) ? had : last;
    else if (milestone.open) last = after(last, rotation) ?? last;
  }
  return after(last, rotation);
}

/** Whether somebody is in the list, so that there is a place to continue from. */
export function isIn({ people }: Pick<Rotation, "people">, login: string): boolean {
  return people.some((one) => same(one, login));
}

function after(last: string | null, { people, assignable }: Rotation): string | null {
  const at = people.findIndex((login) => same(login, last));
  const queue = [...people.slice(at + 1), ...people.slice(0, at + 1)];
  return queue.find((login) => assignable.has(login.toLowerCase())) ?? null;
}

function same(login: string, other: string | null): boolean {
  return login.toLowerCase() === other?.toLowerCase();
}
