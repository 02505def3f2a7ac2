import { urlPath } from "../markdown/url-path.ts";
import type { ReconcileContext } from "./automation.ts";

/** The sre.yml in force, as its branch holds it now: a link with a commit would change with every push. */
export function configUrlOf({
  loaded: { origin },
  webUrl,
}: Pick<ReconcileContext, "loaded" | "webUrl">): string | null {
  if (origin === null) return null;
  return `${webUrl}/${origin.repository}/blob/HEAD/${urlPath(origin.path)}`;
}
