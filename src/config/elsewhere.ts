import type { Path } from "./path.ts";
import { jsonSchema, type SchemaNode } from "./schema-at.ts";
import { sectionOfAutomation } from "./sections/automation-names.ts";
import { keyOfTool, type Tool } from "./sections/other-tools.ts";

/** Where the setting stands that an unknown key was meant to be: `release.lanes[].title`, most fitting first. */
export interface Elsewhere {
  /** Whose name for it this is, as the name of an automation is `Detoil`'s for a section; null: a setting in another place. */
  readonly tool: Tool | "Detoil" | null;
  /** None: Detoil has nothing like it. */
  readonly here: readonly string[];
}

/** More places than these are no answer. */
const MOST_PLACES = 3;

/** A key that means something in another place or to another tool; null: nobody knows it. `within`: the mapping it stands in. */
export function elsewhere(key: string, within: Path): Elsewhere | null {
  const section = typeof within[0] === "string" ? within[0] : null;
  const known = keyOfTool(key, section);
  if (known !== null) return known;
  const followed = section === null ? sectionOfAutomation(key) : null;
  if (followed !== null) return { tool: "Detoil", here: [followed] };
  // in another section the same word means something else
  const here = [...placesOf(key, jsonSchema(), "")].filter(
    (place) => section === null || place.startsWith(`${section}.`),
  );
  return here.length === 0 || here.length > MOST_PLACES ? null : { tool: null, here };
}

function* placesOf(key: string, node: SchemaNode, at: string): Generator<string> {
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    const place = at === "" ? name : `${at}.${name}`;
    if (name === key) yield place;
    yield* placesOf(key, child, place);
  }
  for (const option of node.anyOf ?? []) yield* placesOf(key, option, at);
  if (node.items !== undefined) yield* placesOf(key, node.items, `${at}[]`);
}
