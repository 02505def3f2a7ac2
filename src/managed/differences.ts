import { LONGEST_BODY } from "../github-limits.ts";
import { lengthOf } from "../markdown/length.ts";
import { sameText } from "../markdown/line-ends.ts";
import { sameNames } from "./names.ts";

/** What people and Detoil both write in an issue or pull request. */
export interface Fields {
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

interface Differences {
  /** The fields to write; empty: nothing differs. */
  readonly changes: Partial<Fields>;
  /** What these were computed from. A person's change of another field is no conflict. */
  readonly expects: Partial<Fields>;
}

/**
 * The fields that are not as they should be; those that are not wanted stay. A body that is too long for GitHub, because
 * people's own text takes all the room, stays too: the rest is written without it.
 */
export function differencesOf(current: Fields, wanted: Partial<Fields>): Differences {
  const { title = current.title, body = current.body } = wanted;
  const differing = [
    ...(title === current.title ? [] : ["title" as const]),
    ...(sameText(body, current.body) || lengthOf(body) > LONGEST_BODY ? [] : ["body" as const]),
    ...(["labels", "assignees"] as const).filter(
      (field) => !sameNames(wanted[field] ?? current[field] ?? [], current[field] ?? []),
    ),
  ];
  const only = (fields: Partial<Fields>) => Object.fromEntries(differing.map((field) => [field, fields[field]]));
  return { changes: only(wanted), expects: only(current) };
}
