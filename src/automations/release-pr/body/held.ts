import type { Lane } from "../../../config/schema.ts";
import type { Waiting } from "../changes/waiting.ts";
import type { MergedPull } from "../facts.ts";
import { mentionsOf } from "../pull-request/people.ts";
import type { HeldText } from "../text.ts";

/** What a label holds, listed or not, and whom to ask about it. */
export function heldIn(
  waiting: Pick<Waiting, "items" | "setApart" | "heldApart">,
  mention: Lane["mention"],
): HeldText[] {
  const listed = waiting.items.flatMap(({ pull, hold }) => (hold === null ? [] : [{ pull, label: hold }]));
  const apart = waiting.heldApart.flatMap(({ number, label }) =>
    waiting.setApart.filter((pull) => pull.number === number).map((pull) => ({ pull, label })),
  );
  const text = ({ pull, label }: { pull: MergedPull; label: string }): HeldText => ({
    number: pull.number,
    label,
    people: mentionsOf(pull, mention),
  });
  return [...listed, ...apart].map(text);
}
