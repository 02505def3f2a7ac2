import type { Look } from "./automation.ts";

/** The sre.yml that is in force, at whatever its branch holds now: a commit in the link would change with every push. */
export function configUrlOf({ loaded: { origin }, webUrl }: Pick<Look, "loaded" | "webUrl">): string | null {
  if (origin === null) return null;
  const path = origin.path.split("/").map(encodeURIComponent).join("/");
  return `${webUrl}/${origin.repository}/blob/HEAD/${path}`;
}
